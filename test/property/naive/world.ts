import type { ScoreInput } from '../../../src/app/scorePeriod';
import { fraction, type Fraction } from './fraction';
import { canonical, idOf, readFact, type Fact, type Json } from './read';
import { midnight, next, type CalendarJson, type LimitJson } from './time';

export interface CurveJson {
	readonly type: string;
	readonly [name: string]: unknown;
}
export interface IndicatorJson {
	readonly id: string;
	readonly activity: string;
	readonly measure: string;
	readonly of?: string;
	readonly limit?: LimitJson;
	readonly field?: string;
	readonly aggregate?: string;
	readonly points: number;
	readonly curve: CurveJson;
}
export interface WorkJson {
	readonly activity: string;
	readonly source: string;
	readonly target?: number;
	readonly limit?: LimitJson;
	readonly belongsTo?: string;
}
export interface RoleJson {
	readonly id: string;
	readonly work: readonly WorkJson[];
	readonly indicators: readonly IndicatorJson[];
	readonly leader: readonly { readonly id: string; readonly points: number }[];
}
export interface RulebookJson {
	readonly timeZone: string;
	readonly calendar: CalendarJson;
	readonly minPresentDays?: number;
	readonly grades: readonly { readonly from: number; readonly id: string }[];
	readonly roles: readonly RoleJson[];
}

export interface Someone {
	readonly id: string;
	readonly rows: readonly Json[];
	readonly role: RoleJson | undefined;
	/** [system, account in lower case] */
	readonly accounts: readonly (readonly [string, string])[];
	readonly bad: boolean;
	readonly days: { readonly scheduled: Fraction; readonly present: Fraction } | undefined;
}

/** Everything read, and each record's versions brought together. */
export interface World {
	readonly rulebook: RulebookJson;
	readonly zone: string;
	readonly asOf: number;
	readonly start: number;
	readonly end: number;
	readonly period: string;
	readonly people: readonly Someone[];
	readonly nameless: number;
	readonly read: number;
	readonly distinct: number;
	/** Records that count, each with its person. */
	readonly kept: readonly (Fact & { readonly person: Someone | undefined })[];
	readonly conflicts: readonly { readonly fact: Fact; readonly people: readonly Someone[] }[];
	readonly bad: readonly { readonly record: Json; readonly person: Someone | undefined }[];
	readonly streams: readonly (readonly [unknown, unknown, unknown])[];
	readonly strangers: readonly string[];
	readonly coverage: readonly Json[];
	readonly claims: readonly Json[];
	readonly ratings: readonly Json[];
}

const none = (value: unknown): boolean => value === undefined || value === null || value === '';

function accountsOf(row: Json): [string, string][] | null {
	let accounts = none(row['accounts']) ? {} : row['accounts'];
	if (typeof accounts === 'string') {
		try {
			accounts = JSON.parse(accounts);
		} catch {
			return null;
		}
	}
	if (typeof accounts !== 'object' || accounts === null || Array.isArray(accounts)) return null;
	return Object.entries(accounts).flatMap(([system, list]) =>
		(list as unknown[]).flatMap((one): [string, string][] => {
			const id = idOf(one);
			return id ? [[system, id.toLowerCase()]] : [];
		}),
	);
}

function daysOf(row: Json): Someone['days'] | null {
	const [scheduled, present] = [row['scheduledDays'], row['presentDays']];
	if (none(scheduled) && none(present)) return undefined;
	const [s, p] = [fraction(scheduled), fraction(present)];
	if (!s || !p || s[0] <= 0n || p[0] < 0n || p[0] * s[1] > s[0] * p[1]) return null;
	return { scheduled: s, present: p };
}

function someone(id: string, rows: readonly Json[], rulebook: RulebookJson): Someone {
	const [row = {}] = rows;
	const [accounts, days] = [rows.map(accountsOf), daysOf(row)];
	return {
		id,
		rows,
		role: rulebook.roles.find((role) => role.id === idOf(row['role'])),
		accounts: accounts.flatMap((one) => one ?? []),
		bad: accounts[0] === null || days === null,
		days: days ?? undefined,
	};
}

/** Whose a record is, by id or account. */
function ownerOf(people: readonly Someone[], record: Json): Someone | undefined {
	const id = idOf(record['employeeId']);
	if (id) return people.find((one) => one.id === id);
	if (id === null) return undefined;
	const handler = idOf(record['handler'])?.toLowerCase();
	const owners = people.filter((one) =>
		one.accounts.some(
			([system, account]) => system === idOf(record['system']) && account === handler,
		),
	);
	return owners.length === 1 ? owners[0] : undefined;
}

type Version = Fact & { readonly person: Someone | undefined; readonly account: string };

function versionsOf(records: readonly Json[], people: readonly Someone[]): Version[] {
	return records.flatMap((record) => {
		const fact = readFact(record);
		const person = ownerOf(people, record);
		if (!fact) return [];
		const account = fact.employeeId ? `#${fact.employeeId}` : `@${fact.handler?.toLowerCase()}`;
		return [{ ...fact, person, account: person ? person.id : account }];
	});
}

export function worldOf(input: ScoreInput, evidence: readonly Json[]): World {
	const rulebook = input.rulebook as RulebookJson;
	const rows = [...input.employees] as Json[];
	const ids = [...new Set(rows.flatMap((row) => idOf(row['employeeId']) ?? []))].sort();
	const people = ids.map((id) =>
		someone(
			id,
			rows.filter((row) => idOf(row['employeeId']) === id),
			rulebook,
		),
	);
	const records = evidence.filter((one) => none(one['kind']) || one['kind'] === 'evidence');
	const groups = new Map<string, Version[]>();
	for (const one of versionsOf(records, people))
		groups.set(one.key, [...(groups.get(one.key) ?? []), one]);
	const latest = [...groups.values()].map((versions) => {
		const last = Math.max(...versions.map((one) => one.fetched));
		return versions.filter((one) => one.fetched === last);
	});
	const differ = (versions: readonly Version[]): boolean =>
		new Set(versions.map((one) => canonical([one.account, one.facts]))).size > 1;
	const mixed = (kind: string): Json[] => evidence.filter((one) => one['kind'] === kind);
	const [firstDay, zone] = [`${input.period}-01`, rulebook.timeZone];
	let endDay = firstDay;
	while (endDay.startsWith(input.period)) endDay = next(endDay);
	return {
		...{ rulebook, zone, people, period: input.period, asOf: Date.parse(input.asOf) },
		start: midnight(zone, firstDay),
		end: midnight(zone, endDay),
		nameless: rows.filter((row) => !idOf(row['employeeId'])).length,
		read: records.length,
		distinct: groups.size,
		kept: latest.filter((one) => !differ(one)).flatMap((one) => one.slice(0, 1)),
		conflicts: latest.filter(differ).flatMap((versions) =>
			versions.slice(0, 1).map((fact) => ({
				fact,
				people: [...new Set(versions.flatMap((one) => one.person ?? []))],
			})),
		),
		bad: records
			.filter((record) => !readFact(record))
			.map((record) => ({ record, person: ownerOf(people, record) })),
		streams: records
			.map((one) => [idOf(one['source']), idOf(one['system']), idOf(one['activity'])] as const)
			.filter((ids3) => ids3.every(Boolean)),
		strangers: [
			...new Set(
				latest
					.flat()
					.flatMap((one) =>
						one.person ? [] : [canonical([one.source, one.system, one.activity, one.account])],
					),
			),
		],
		coverage: [...mixed('coverage'), ...((input.coverage ?? []) as Json[])],
		claims: [...((input.claims ?? []) as Json[]), ...mixed('claim')],
		ratings: [...((input.ratings ?? []) as Json[])].filter(
			(one) => (none(one['period']) ? input.period : one['period']) === input.period,
		),
	};
}
