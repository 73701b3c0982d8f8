import type { Parameters, Settings } from '../../connectors/engine/parameters';
import type { PaySettings, PayrollSystem } from '../../connectors/engine/payrollSystem';
import type { ChangeLimit } from '../../domain/pay/change';
import { daysOf } from '../../domain/kernel/period';
import { monthOfDay } from '../../domain/pay/payrollDate';
import type { BatchRecord, PayLineRecord, PayProblemRecord } from '../../items/payRecord';
import { waysWithObjections, type OpenObjections } from './objectionWays';
import {
	aCurrency,
	aMonth,
	defaultTimeoutMs,
	knownSystem,
	named,
	ownSettings,
	refuseUnless,
	systemOf,
	webAddress,
	type Check,
} from './payChecks';
import { Refusal } from '../refusal';

/** What is paid, where to, and the items that it follows from: the same for preview, sync and reconcile. */
export interface PayRequest {
	/** The payroll system's id, for example 'frappe'. */
	readonly system: string;
	readonly baseUrl: string;
	/** Who pays: part of every line's key. */
	readonly tenant: string;
	/** YYYY-MM */
	readonly period: string;
	/** The pay component as payroll names it. */
	readonly component: string;
	/** Absent or '': each person's own company. */
	readonly company?: string;
	/** ISO 4217; the currency of a base that does not name its own. Absent: CNY. */
	readonly currency?: string;
	/** YYYY-MM-DD; absent or '': the last day of the period. */
	readonly payrollDate?: string;
	/** The field that carries a line's key; absent or '': the system's own default. */
	readonly keyField?: string;
	/** What only this payroll system asks for, by the names of its `parameters`. */
	readonly parameters?: Parameters;
	/** What happens to the others while somebody cannot be paid; absent: payNobody. */
	readonly blockedPeople?: 'payNobody' | 'payOthers';
	/** What happens while somebody's objection is not decided; absent: payNobody. */
	readonly openObjections?: OpenObjections;
	/** 0, or absent: the first payment of the period; above: a correction, which carries only the difference. */
	readonly revision?: number;
	/** What happens to a person who got too much; absent: refuse. */
	readonly negativeDifferences?: 'refuse' | 'deduct';
	/** The component by which payroll takes back what was too much; absent or '': none. */
	readonly deduction?: string;
	/** How far the sum, and a person's pay, may lie from the month before, in per cent; absent or 0: any. */
	readonly sumChangeLimit?: number;
	readonly personChangeLimit?: number;
	/** Employee ids whose change was looked at and is right. */
	readonly acceptedChanges?: readonly string[];
	/** Of one request, in milliseconds; absent: 60,000. */
	readonly timeoutMs?: number;
	/** Pay lines of earlier runs: of this period for a correction, of the month before for the limits. */
	readonly earlierPay?: readonly unknown[];
	readonly scorecards: readonly unknown[];
	readonly basePay: readonly unknown[];
	readonly exceptions: readonly unknown[];
	/** Objections to scorecards, with `period`, `employeeId`, `status`; absent: there are none. */
	readonly objections?: readonly unknown[];
	readonly summary: readonly unknown[];
}

/** A request that a person has approved by its batch's hash. */
export interface ApprovedPayRequest extends PayRequest {
	/** The `hash` of the batch that Preview showed. */
	readonly approvedHash: string;
	/** Who scored, who approved, who lets the pay go; where given, they are different people. */
	readonly scoredBy?: string;
	readonly approvedBy?: string;
	readonly releasedBy?: string;
}

/** A request to compare, with what a person knows of payroll. */
export interface ReconcileRequest extends ApprovedPayRequest {
	/** Employee ids whose payment was sent and is not there: somebody looked in payroll itself. They count as not paid. */
	readonly notInPayroll?: readonly string[];
}

export interface PayResult {
	readonly lines: readonly PayLineRecord[];
	readonly problems: readonly PayProblemRecord[];
	readonly batch: BatchRecord;
}

/** A request's settings, checked and complete. */
export interface CheckedSettings extends PaySettings {
	readonly system: PayrollSystem;
	readonly tenant: string;
	readonly period: string;
	readonly periodEnd: string;
	readonly currency: string;
	readonly blockedPeople: 'payNobody' | 'payOthers';
	readonly openObjections: OpenObjections;
	readonly revision: number;
	readonly negativeDifferences: 'refuse' | 'deduct';
	readonly limits: ChangeLimits;
}

/** In hundredths of a per cent; undefined: any change. */
interface ChangeLimits {
	readonly sum: ChangeLimit | undefined;
	readonly person: ChangeLimit | undefined;
	readonly accepted: ReadonlySet<string>;
}

type Filled = Omit<CheckedSettings, 'system' | 'month' | 'periodEnd' | 'own'>;

/** What was said, or something else where nothing was. */
const or = <T extends string>(said: T | undefined, otherwise: T): T => said || otherwise;

const withDefaults = (request: PayRequest): Filled => ({
	baseUrl: request.baseUrl.replace(/\/+$/, ''),
	timeoutMs: request.timeoutMs ?? defaultTimeoutMs,
	component: request.component,
	company: or(request.company, ''),
	payrollDate: or(request.payrollDate, daysOf(request.period)?.to ?? ''),
	keyField: or(request.keyField, systemOf(request.system)?.keyField ?? ''),
	tenant: request.tenant,
	period: request.period,
	currency: or(request.currency, 'CNY'),
	blockedPeople: or(request.blockedPeople, 'payNobody'),
	openObjections: or(request.openObjections, 'payNobody'),
	revision: request.revision ?? 0,
	negativeDifferences: or(request.negativeDifferences, 'refuse'),
	deduction: or(request.deduction, '').trim(),
	limits: {
		sum: hundredths(request.sumChangeLimit),
		person: hundredths(request.personChangeLimit),
		accepted: new Set(request.acceptedChanges),
	},
});

// A limit of a setting is typed by a person: hundredths of a per cent are fine enough.
const hundredths = (percent: number | undefined): ChangeLimit | undefined =>
	percent !== undefined && percent > 0 ? BigInt(Math.round(percent * 100)) : undefined;

const aLimit = (path: string, percent: number | undefined): Check => ({
	path,
	holds: percent === undefined || (percent >= 0 && percent <= 1_000_000),
	message: `${percent} is not a limit in per cent`,
	remedy: 'Write it as 30 for 30 %, or 0 for any change',
});

/** `named`: the system takes back by a component of its own. */
const ofRevision = (
	{ revision, negativeDifferences, deduction, component }: Filled,
	named: boolean,
): readonly Check[] => [
	{
		path: 'revision',
		holds: Number.isInteger(revision) && revision >= 0 && revision <= 99,
		message: `${revision} is not the number of a revision`,
		remedy: 'Write 0 for the first payment of a period, 1 for its first correction',
	},
	{
		path: 'negativeDifferences',
		holds: ['refuse', 'deduct'].includes(negativeDifferences),
		message: `"${negativeDifferences}" is not a way to treat negative differences`,
		remedy: 'Choose refuse or deduct',
	},
	{
		path: 'deduction',
		holds: negativeDifferences !== 'deduct' || revision === 0 || deduction !== '' || !named,
		message: 'No deduction component is named, by which payroll takes back',
		remedy: 'Name a component that payroll deducts, or refuse negative differences',
	},
	{
		path: 'deduction',
		holds: deduction === '' || deduction !== component,
		message: `"${deduction}" cannot pay and take back at once`,
		remedy: 'Name another component that payroll deducts, or none',
	},
];

/** Without keys, a correction in the same place could not be told from what it corrects. */
const hasPlaceForCorrections = (
	{ keyless, label }: PayrollSystem,
	own: Settings,
	{ revision, component }: Filled,
): Check => {
	const place = keyless === true ? (own.text('correctionComponent') ?? '') : 'another';
	return {
		path: 'correctionComponent',
		holds: place !== component && (place !== '' || revision === 0),
		message:
			place === ''
				? `${label} keeps one amount a person and month, and no component for corrections is named`
				: `"${place}" cannot hold the pay and its correction`,
		remedy: `Name a second component in ${label}, for corrections alone`,
	};
};

const aPayrollDate = ({ payrollDate, period }: Filled): Check => ({
	path: 'payrollDate',
	holds: monthOfDay(payrollDate) !== undefined && payrollDate >= period,
	message: `The payroll date "${payrollDate}" is not a day in or after ${period}`,
	remedy: 'Write it as 2026-10-31, or leave it empty for the last day of the period',
});

const aFieldName = (keyField: string): Check => ({
	path: 'keyField',
	holds: /^[A-Za-z][A-Za-z0-9_]{0,139}$/.test(keyField),
	message: `"${keyField}" is not a field name`,
	remedy: 'Enter the name of the field that carries the key, or leave it empty',
});

/** The request's settings with their defaults; rejects with all that cannot be used. */
export function checkSettings(request: PayRequest): CheckedSettings {
	const filled = withDefaults(request);
	const system = systemOf(request.system);
	const days = daysOf(request.period);
	const month = monthOfDay(filled.payrollDate);
	const { blockedPeople } = filled;
	refuseUnless([
		knownSystem(request.system),
		webAddress(request.baseUrl),
		named('tenant', request.tenant, 'Give the paying company a short name that never changes'),
		named('component', request.component, 'Enter the pay component as payroll names it'),
		aMonth(request.period),
		aCurrency(filled.currency),
		...(days === undefined ? [] : [aPayrollDate(filled)]),
		...(system?.uses.includes('keyField') ? [aFieldName(filled.keyField)] : []),
		...ofRevision(filled, system?.uses.includes('deduction') ?? false),
		aLimit('sumChangeLimit', request.sumChangeLimit),
		aLimit('personChangeLimit', request.personChangeLimit),
		{
			path: 'blockedPeople',
			holds: ['payNobody', 'payOthers'].includes(blockedPeople),
			message: `"${blockedPeople}" is not a way to treat blocked people`,
			remedy: 'Choose payNobody or payOthers',
		},
		{
			path: 'openObjections',
			holds: waysWithObjections.includes(filled.openObjections),
			message: `"${filled.openObjections}" is not a way to treat open objections`,
			remedy: `Choose one of: ${waysWithObjections.join(', ')}`,
		},
	]);
	if (system === undefined || days === undefined || month === undefined) throw new Refusal([]);
	const own = ownSettings(system, request.parameters);
	refuseUnless([hasPlaceForCorrections(system, own, filled)]);
	return { ...filled, system, month, periodEnd: days.to, own };
}
