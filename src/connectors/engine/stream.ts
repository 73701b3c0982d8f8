import type { EvidenceRecord } from '../../domain/evidence/record';
import type { Instant, TimeZone } from '../../domain/kernel/time';
import type { List } from './page';
import type { Settings } from './parameters';
import type { Rate } from './rate';
import type { Session } from './session';
import type { ParameterChoice, StreamPanel, SystemPanel } from './system';
import type { Window } from './window';

type Given = 'kind' | 'source' | 'system' | 'activity' | 'fetchedAt' | 'employeeId' | 'recordId';
type Times = 'assignedAt' | 'completedAt' | 'dueAt' | 'firstResponseAt';

/** One work item as a vendor's records tell it. What they do not tell is undefined, never '' or 0. */
export interface Item extends Partial<Omit<EvidenceRecord, Given | Times | 'pauses'>> {
	readonly recordId: string;
	readonly status: EvidenceRecord['status'];
	readonly assignedAt?: Instant | undefined;
	readonly completedAt?: Instant | undefined;
	readonly dueAt?: Instant | undefined;
	readonly firstResponseAt?: Instant | undefined;
	readonly pauses?: readonly Pause[] | undefined;
}

export interface Pause {
	readonly from: Instant;
	readonly to: Instant | undefined;
	readonly reason: string;
}

/** A record of which a needed fact cannot be told: coverage is incomplete, nothing is guessed. */
export interface Unclear {
	readonly recordId: string;
	/** For example 'its submission is not in the history'. */
	readonly unclear: string;
	readonly remedy: string;
}

export interface Job {
	readonly session: Session;
	readonly settings: Settings;
	/** Local midnights of the period's first day and of the day after its last. */
	readonly period: { readonly from: Instant; readonly to: Instant };
	/** From here on updates are read. */
	readonly since: Instant;
	readonly zoneOf: (id: string) => TimeZone | undefined;
	readonly now: Instant;
}

/** A stream made ready: who the users are, which states are final, which zone its times are in. */
export interface Opened<Body, Row> {
	/** Several where one list holds no more than one kind of record, or spans only so many days. */
	readonly list: (window: Window) => List<Body, Row> | readonly List<Body, Row>[];
	/** How long a change may take until the list shows it; absent: none is known. */
	readonly lagMs?: number;
	/** How many rows the vendor gives of one list at most; from there on the window is split. */
	readonly cap?: number | undefined;
	readonly id: (row: Row) => string;
	/** Of two versions of a row the one with the later moment is kept. */
	readonly updated: (row: Row) => Instant | undefined;
	/** How many rows are turned into items at once: the vendor's limit for history calls. */
	readonly batch: number;
	readonly items: (rows: readonly Row[]) => Promise<readonly (Item | Unclear)[]>;
	/** Adds what is read once for all items, after the list; they are held until then. */
	readonly finish?: (items: readonly Item[]) => Promise<readonly Item[]>;
	/** After the list: rejects where the whole shows that something is missing. */
	readonly check?: () => Promise<void>;
}

export interface Stream extends StreamPanel {
	/** Runs `use` on what `open` made; hides the row type, so that streams of all vendors fit one list. */
	readonly withOpened: <Out>(
		job: Job,
		use: <Body, Row>(opened: Opened<Body, Row>) => Promise<Out>,
	) => Promise<Out>;
}

export const defineStream = <Body, Row>(
	stream: StreamPanel & { readonly open: (job: Job) => Promise<Opened<Body, Row>> },
): Stream => {
	const { open, ...panel } = stream;
	return { ...panel, withOpened: async (job, use) => await use(await open(job)) };
};

/** What a credential's test knows besides the credential. */
export interface ProbeContext {
	readonly now: Instant;
	/** Where the user says that JSON can be read; '': not said. */
	readonly testPath: string;
}

/** One thing that a credential must be able to read; refusing it names the missing right. */
export interface Probe {
	/** For example 'tickets' or 'the history of tickets'. */
	readonly reads: string;
	readonly run: (session: Session, context: ProbeContext) => Promise<unknown>;
}

/** Reads what there is to choose from; `settings` are the panel's as far as they are filled in. */
export type Lookup = (
	session: Session,
	settings: { readonly text: (name: string) => string | undefined },
) => Promise<readonly ParameterChoice[]>;

export interface System extends SystemPanel {
	readonly streams: readonly Stream[];
	/** How many requests the vendor allows; absent: it names no rate. */
	readonly rates?: readonly Rate[];
	/** How many batches of a page are read side by side; absent: one after the other. */
	readonly atOnce?: number;
	readonly probes: readonly Probe[];
	/** By the name that parameters give as `lookup`; absent: nothing can be looked up. */
	readonly lookups?: { readonly [name: string]: Lookup };
}
