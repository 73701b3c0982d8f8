import { createHash } from 'crypto';
import {
	amount,
	attempt,
	fromJson,
	instant,
	isAbsent,
	isObject,
	Unreadable,
	word,
	wordOrNull,
	type Json,
} from './value';

interface Pause {
	readonly from: number;
	readonly to: number | null;
	readonly reason: string | null;
}

/** One work item as it was read. Instants in milliseconds. */
export interface Item {
	readonly source: string;
	readonly system: string;
	readonly recordId: string;
	readonly activity: string;
	readonly employeeId: string | null;
	readonly handler: string | null;
	readonly status: string;
	readonly assignedAt: number | null;
	readonly dueAt: number | null;
	readonly completedAt: number | null;
	readonly firstResponseAt: number | null;
	readonly resolved: boolean | null;
	readonly errors: number;
	readonly errorsOpen: number;
	readonly pauses: readonly Pause[];
	readonly excuseCode: string | null;
	readonly excuseApprovedBy: string | null;
	readonly excuseEvidence: string | null;
	readonly delayReason: string | null;
	readonly fields: Json;
	readonly fetchedAt: number | null;
}

/** What even a bad record tells. */
export type Named = {
	readonly [name in 'source' | 'system' | 'recordId' | 'activity' | 'employeeId' | 'handler']:
		| string
		| null;
};

export function named(raw: unknown): Named {
	const of = (name: string): string | null => (isObject(raw) ? wordOrNull(raw[name]) : null);
	return {
		source: of('source'),
		system: of('system'),
		recordId: of('recordId'),
		activity: of('activity'),
		employeeId: of('employeeId'),
		handler: of('handler'),
	};
}

function needed<T>(value: T | null): T {
	if (value === null) throw new Unreadable();
	return value;
}

function count(value: unknown): number {
	const read = amount(value);
	if (read === null) return 0;
	if (read.d !== 1n || read.n < 0n) throw new Unreadable();
	return Number(read.n);
}

function pause(raw: unknown): Pause {
	if (!isObject(raw)) throw new Unreadable();
	const from = needed(instant(raw.from));
	const to = instant(raw.to);
	if (to !== null && to < from) throw new Unreadable();
	return { from, to, reason: word(raw.reason) };
}

function pauses(raw: unknown): Pause[] {
	if (isAbsent(raw)) return [];
	const list = fromJson(raw);
	if (!Array.isArray(list)) throw new Unreadable();
	return list.map(pause);
}

function fields(raw: unknown): Json {
	if (isAbsent(raw)) return {};
	const read = fromJson(raw);
	if (!isObject(read)) throw new Unreadable();
	return Object.fromEntries(Object.entries(read).filter(([, value]) => !isAbsent(value)));
}

function resolved(raw: unknown): boolean | null {
	if (isAbsent(raw)) return null;
	if (typeof raw !== 'boolean') throw new Unreadable();
	return raw;
}

function read(raw: unknown): Item {
	if (!isObject(raw)) throw new Unreadable();
	const item: Item = {
		source: needed(word(raw.source)),
		system: needed(word(raw.system)),
		recordId: needed(word(raw.recordId)),
		activity: needed(word(raw.activity)),
		employeeId: word(raw.employeeId),
		handler: word(raw.handler),
		status: needed(word(raw.status)),
		assignedAt: instant(raw.assignedAt),
		dueAt: instant(raw.dueAt),
		completedAt: instant(raw.completedAt),
		firstResponseAt: instant(raw.firstResponseAt),
		resolved: resolved(raw.resolved),
		errors: count(raw.errors),
		errorsOpen: count(raw.errorsOpen),
		pauses: pauses(raw.pauses),
		excuseCode: word(raw.excuseCode),
		excuseApprovedBy: word(raw.excuseApprovedBy),
		excuseEvidence: word(raw.excuseEvidence),
		delayReason: word(raw.delayReason),
		fields: fields(raw.fields),
		fetchedAt: instant(raw.fetchedAt),
	};
	if (!['done', 'open', 'cancelled'].includes(item.status)) throw new Unreadable();
	if (item.status === 'done') needed(item.completedAt);
	needed(item.employeeId ?? item.handler);
	const { assignedAt, completedAt } = item;
	if (assignedAt !== null && completedAt !== null && completedAt < assignedAt)
		throw new Unreadable();
	return item;
}

/** The item, or null for a bad record. */
export const readItem = (raw: unknown): Item | null => attempt(() => read(raw));

/** JSON with the keys of every object in code-unit order, without those that are undefined. */
export function canonical(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
	if (!isObject(value)) return JSON.stringify(value);
	const keys = Object.keys(value)
		.filter((key) => value[key] !== undefined)
		.sort((a, b) => (a < b ? -1 : 1));
	return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`;
}

const utc = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

/** The record's facts as they go into a digest. */
export function facts(item: Item, employeeId: string | null): Json {
	return {
		...item,
		fetchedAt: undefined,
		handler: undefined,
		kind: 'evidence',
		employeeId,
		assignedAt: utc(item.assignedAt),
		dueAt: utc(item.dueAt),
		completedAt: utc(item.completedAt),
		firstResponseAt: utc(item.firstResponseAt),
		pauses: item.pauses.map(({ from, to, reason }) => ({ from: utc(from), to: utc(to), reason })),
	};
}

const order = (a: readonly string[], b: readonly string[]): number => {
	const at = a.findIndex((part, index) => part !== b[index]);
	return at < 0 ? 0 : (a[at] ?? '') < (b[at] ?? '') ? -1 : 1;
};

/** SHA-256 of the facts of one person's records, in order. */
export function digest(items: readonly Item[], employeeId: string): string {
	const key = (item: Item): string[] => [item.source, item.system, item.activity, item.recordId];
	const sorted = [...items].sort((a, b) => order(key(a), key(b)));
	const json = canonical(sorted.map((item) => facts(item, employeeId)));
	return createHash('sha256').update(json).digest('hex');
}
