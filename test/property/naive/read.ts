import { fraction } from './fraction';

export type Json = { readonly [name: string]: unknown };

const none = (value: unknown): boolean => value === undefined || value === null || value === '';

/** Text of an id; undefined where absent, null where it is neither text nor number. */
export function idOf(value: unknown): string | undefined | null {
	if (none(value)) return undefined;
	return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}

function instant(value: unknown): number | undefined | null {
	if (none(value)) return undefined;
	const good =
		typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d.*(Z|[+-]\d\d:\d\d)$/.test(value);
	const at = good ? Date.parse(value) : NaN;
	return Number.isNaN(at) ? null : at;
}

function count(value: unknown): number | null {
	if (none(value)) return 0;
	const n = fraction(value);
	return n && n[0] >= 0n && n[0] % n[1] === 0n ? Number(n[0] / n[1]) : null;
}

const unfold = (value: unknown): unknown => {
	if (typeof value !== 'string') return value;
	try {
		return JSON.parse(value);
	} catch {
		return false;
	}
};

const iso = (at: number | undefined): string | null =>
	at === undefined ? null : new Date(at).toISOString();

/** A record as the model has it: facts as they are in the digest, and the times as numbers. */
export interface Fact {
	readonly facts: Json;
	readonly key: string;
	readonly fetched: number;
	readonly times: {
		readonly assigned: number | undefined;
		readonly due: number | undefined;
		readonly completed: number | undefined;
		readonly responded: number | undefined;
	};
	readonly pauses: readonly { readonly from: number; readonly to: number | undefined }[];
	readonly source: string;
	readonly system: string;
	readonly activity: string;
	readonly recordId: string;
	readonly employeeId: string | undefined;
	readonly handler: string | undefined;
}

function pausesOf(value: unknown): { json: Json[]; pauses: Fact['pauses'] } | null {
	const list = none(value) ? [] : unfold(value);
	if (!Array.isArray(list)) return null;
	const pauses: { from: number; to: number | undefined }[] = [];
	const json: Json[] = [];
	for (const one of list as Json[]) {
		const [from, to, reason] = [instant(one['from']), instant(one['to']), idOf(one['reason'])];
		if (from === undefined || from === null || to === null || reason === null) return null;
		if (to !== undefined && to < from) return null;
		pauses.push({ from, to });
		json.push({ from: iso(from), reason: reason ?? null, to: iso(to) });
	}
	return { json, pauses };
}

function fieldsOf(value: unknown): Json | null {
	const fields = none(value) ? {} : unfold(value);
	if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) return null;
	return Object.fromEntries(Object.entries(fields).filter(([, one]) => !none(one)));
}

const texts = ['excuseCode', 'excuseApprovedBy', 'excuseEvidence', 'delayReason'];

/** A good record; undefined where it is bad. */
export function readFact(record: Json): Fact | undefined {
	const ids = ['source', 'system', 'activity', 'recordId'].map((name) => idOf(record[name]));
	const [source, system, activity, recordId] = ids;
	const [employeeId, handler] = [idOf(record['employeeId']), idOf(record['handler'])];
	if (!source || !system || !activity || !recordId || employeeId === null) return undefined;
	if (employeeId === undefined && !handler) return undefined;
	const [assigned, due, completed, responded, fetched] = [
		instant(record['assignedAt']),
		instant(record['dueAt']),
		instant(record['completedAt']),
		instant(record['firstResponseAt']),
		instant(record['fetchedAt']),
	];
	if (assigned === null || due === null || completed === null) return undefined;
	if (responded === null || fetched === null) return undefined;
	const status = record['status'];
	if (status !== 'done' && status !== 'open' && status !== 'cancelled') return undefined;
	if (status === 'done' && completed === undefined) return undefined;
	if (completed !== undefined && assigned !== undefined && completed < assigned) return undefined;
	const resolved = none(record['resolved']) ? null : record['resolved'];
	if (resolved !== null && typeof resolved !== 'boolean') return undefined;
	const [errors, errorsOpen] = [count(record['errors']), count(record['errorsOpen'])];
	const pauses = pausesOf(record['pauses']);
	const fields = fieldsOf(record['fields']);
	const said = texts.map((name) => [name, idOf(record[name])] as const);
	if (errors === null || errorsOpen === null || pauses === null || fields === null)
		return undefined;
	if (said.some(([, value]) => value === null)) return undefined;
	return {
		facts: {
			...{
				kind: 'evidence',
				source,
				system,
				activity,
				recordId,
				status,
				resolved,
				errors,
				errorsOpen,
			},
			...{ assignedAt: iso(assigned), dueAt: iso(due), completedAt: iso(completed) },
			...{ firstResponseAt: iso(responded), pauses: pauses.json, fields },
			...Object.fromEntries(said.map(([name, value]) => [name, value ?? null])),
		},
		key: JSON.stringify([source, system, recordId, activity]),
		fetched: fetched ?? -Infinity,
		times: { assigned, due, completed, responded },
		pauses: pauses.pauses,
		...{ source, system, activity, recordId, employeeId },
		handler: handler ?? undefined,
	};
}

/** JSON with sorted names. */
export function canonical(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
	if (typeof value !== 'object' || value === null) return JSON.stringify(value);
	const names = Object.keys(value).sort((a, b) => (a < b ? -1 : 1));
	return `{${names.map((name) => `${JSON.stringify(name)}:${canonical((value as Json)[name])}`).join(',')}}`;
}
