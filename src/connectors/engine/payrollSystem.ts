import type { Ports } from './http';
import type { Settings } from './parameters';
import type { HttpProblem } from './problem';
import type { Lookup, Probe } from './stream';
import type { Parameter } from './system';

/** What a payroll system answered, or why there is no answer. */
export type PayAnswer<T> =
	| { readonly ok: true; readonly value: T }
	| { readonly ok: false; readonly problem: HttpProblem };

/** Where and as what a batch is paid: the settings that every call of a payroll system gets. */
export interface PaySettings {
	readonly baseUrl: string;
	readonly timeoutMs: number;
	/** The pay component as the payroll system names it. */
	readonly component: string;
	/** '' means each person's own company. */
	readonly company: string;
	/** YYYY-MM-DD */
	readonly payrollDate: string;
	/** First and last day of the month in which the payroll date lies. */
	readonly month: { readonly from: string; readonly to: string };
	/** The field that carries a line's key. */
	readonly keyField: string;
	/** The component that takes an amount below 0 back; '': none. */
	readonly deduction: string;
	/** The system's own settings: its `parameters`, checked. */
	readonly own: Settings;
	/** Whom `entries` is asked about; a system that reads person by person may leave out all others. */
	readonly people?: readonly string[];
}

/** One entry as the payroll system holds it. */
export interface PayEntry {
	readonly remoteId: string;
	/** undefined: the entry carries no key. */
	readonly key: string | undefined;
	readonly remoteEmployeeId: string;
	readonly component: string;
	/** Decimal text, exactly as payroll gave it; of a deduction with a minus before it. */
	readonly amount: string;
	readonly currency: string;
	readonly payrollDate: string | undefined;
	/** Only `counts` is paid. */
	readonly state: 'counts' | 'draft' | 'disabled' | 'cancelled';
	/** In a keyless system: whether it lies where corrections go. */
	readonly corrects?: boolean;
}

/** One entry that shall be there. */
export interface PayOrder {
	readonly key: string;
	readonly remoteEmployeeId: string;
	/** Decimal text with all decimals of the currency; below 0 it is to be deducted. */
	readonly amount: string;
	readonly currency: string;
	/** 0 for the first payment of a period, above for a correction of it. */
	readonly revision: number;
	/** The person's own company, once `prepare` has found it. */
	readonly company?: string;
	/** The payslip, or whatever else the entry goes into, once `prepare` has found it. */
	readonly slip?: string;
}

/** Orders as payroll can take them, and what stands against them. */
export interface Prepared {
	readonly orders: readonly PayOrder[];
	readonly hindrances: readonly Hindrance[];
}

/** What payroll would refuse, or what a person should know, found out before anything is written. */
export interface Hindrance {
	/** `payroll.what` */
	readonly code: string;
	/** undefined: it concerns the whole batch. */
	readonly remoteEmployeeId: string | undefined;
	readonly message: string;
	readonly remedy: string;
	/** Must not be written as things stand; false: only said. */
	readonly blocks: boolean;
}

/** A base as the payroll system has it on a day. */
export interface BaseFact {
	readonly remoteEmployeeId: string;
	/** Decimal text as payroll gave it; undefined: none is set. */
	readonly base: string | undefined;
	readonly currency: string;
	/** YYYY-MM-DD */
	readonly from: string;
}

/** A person of the payroll system and the accounts that lead to it. */
export interface PayrollPerson {
	readonly remoteEmployeeId: string;
	/** Ids and e-mail addresses, in lower case. */
	readonly accounts: readonly string[];
	readonly active: boolean;
}

export interface BaseSettings {
	readonly baseUrl: string;
	readonly timeoutMs: number;
	/** '' means any. */
	readonly company: string;
	/** One of the system's `baseFields`. */
	readonly baseField: string;
	/** The base that holds on this day: YYYY-MM-DD. */
	readonly on: string;
	/** The system's own settings: its `parameters`, checked. */
	readonly own: Settings;
}

/** Settings that only some payroll systems have a use for. */
type CommonSetting = 'company' | 'payrollDate' | 'keyField' | 'deduction';

/** What a panel shows of a payroll system. */
export interface PayrollPanel {
	/** For example 'frappe'. */
	readonly id: string;
	readonly label: string;
	/** The n8n credential type; absent: nothing signs in. */
	readonly credential?: string;
	/** It takes a file and is never written to; what it holds comes back as rows. */
	readonly byFile?: true;
	/**
	 * It has no field for a key: an entry is known by its person, its month and whether it `corrects`, and what
	 * is there already is never changed. Needs a parameter `correctionComponent`.
	 */
	readonly keyless?: true;
	readonly component: string;
	/** '' where the key has a place of its own. */
	readonly keyField: string;
	/** Which amounts of a person payroll can name as base; empty: base pay has to come in as items. */
	readonly baseFields: readonly { readonly value: string; readonly label: string }[];
	readonly uses: readonly CommonSetting[];
	/** What only this system asks for. */
	readonly parameters: readonly Parameter[];
	/** What a person should know of this system before the run; undefined: nothing to say. */
	readonly notice?: string;
}

/** A write that takes many orders, all or none of them. */
export interface WriteTogether {
	/** How many orders one write takes. */
	readonly most: number;
	/**
	 * One write, sent once, of orders of which nothing is there yet. Refused, none of them is there. Gives the
	 * entries as they then are.
	 */
	write(
		orders: readonly PayOrder[],
		settings: PaySettings,
		ports: Ports,
	): Promise<PayAnswer<readonly PayEntry[]>>;
}

/** What every payroll system can do; the application makes a sync that pays once of it. */
export interface PayrollSystem extends PayrollPanel {
	/** One for each thing that paying reads; they say which right a credential lacks. */
	readonly probes: readonly Probe[];
	/** By the name that parameters give as `lookup`; absent: nothing can be looked up. */
	readonly lookups?: { readonly [name: string]: Lookup };
	/** Absent: one order a write. */
	readonly together?: WriteTogether;
	/** Whether it takes an amount below 0: by a component of its own where it `uses` a deduction, else as it is. */
	readonly deducts: boolean;
	/** Once `ready` finds nothing, the server itself refuses a second entry with the same key. */
	readonly refusesDoubleKey: boolean;
	/** The own setting by which a person says that it does so; absent: there is nothing to say. */
	readonly doubleKeySetting?: string;
	/** Whether the component and the key's field are there and fit to pay by; nobody is looked up yet. */
	ready(settings: PaySettings, ports: Ports): Promise<PayAnswer<readonly Hindrance[]>>;
	/** Those of the accounts' people that exist, whatever their state. */
	people(
		accounts: readonly string[],
		settings: BaseSettings,
		ports: Ports,
	): Promise<PayAnswer<readonly PayrollPerson[]>>;
	/** All bases of these people from their first to that day. */
	bases(
		remoteEmployeeIds: readonly string[],
		settings: BaseSettings,
		ports: Ports,
	): Promise<PayAnswer<readonly BaseFact[]>>;
	/** Completes the orders, and says what would keep them from being paid or should be known before. */
	prepare(
		orders: readonly PayOrder[],
		settings: PaySettings,
		ports: Ports,
	): Promise<PayAnswer<Prepared>>;
	/** All entries of the component in the payroll date's month, and all with one of the keys wherever they are. */
	entries(
		keys: readonly string[],
		settings: PaySettings,
		ports: Ports,
	): Promise<PayAnswer<readonly PayEntry[]>>;
	/** All entries with this order's key, cancelled ones too; in a keyless system all in its place, under that key. */
	entriesOf(
		order: PayOrder,
		settings: PaySettings,
		ports: Ports,
	): Promise<PayAnswer<readonly PayEntry[]>>;
	/**
	 * One write, sent once: the next step towards an entry that counts. `held` is the draft that is there,
	 * or undefined. Gives the entry as it then is.
	 */
	write(
		step: { readonly order: PayOrder; readonly held: PayEntry | undefined },
		settings: PaySettings,
		ports: Ports,
	): Promise<PayAnswer<PayEntry>>;
	/**
	 * One write, sent once: takes an entry back, so that it never counts. A draft is removed, an entry that
	 * counts is cancelled.
	 */
	takeBack(entry: PayEntry, settings: PaySettings, ports: Ports): Promise<PayAnswer<unknown>>;
}
