import { scorePeriod, type ScoreResult } from '../../src/index';

export interface Json {
	readonly [name: string]: unknown;
}

/** October of one person, E1, who has one work: an item is due a day after it came, unless told otherwise. */
export interface Month {
	readonly indicators: readonly Json[];
	readonly leader?: readonly Json[];
	readonly target?: number;
	readonly days?: Json;
	/** How many of which item: '45 done, 2 late, 1 faulty 4'. */
	readonly items?: string;
	/** Items told in full, beside those. */
	readonly records?: readonly Json[];
	/** How long an item may take; else 24 hours. */
	readonly limit?: Json;
	readonly timeZone?: string;
	readonly claims?: readonly Json[];
	readonly ratings?: readonly Json[];
}

const assignedAt = '2026-10-12T09:00:00+08:00';
const done: Json = { status: 'done', assignedAt, completedAt: '2026-10-12T10:00:00+08:00' };
const late: Json = { ...done, completedAt: '2026-10-14T10:00:00+08:00' };
const open: Json = { status: 'open', assignedAt };
const excuse = { excuseCode: 'systemDown', excuseApprovedBy: 'L1' };

const kinds: { readonly [kind: string]: (value: string) => Json } = {
	done: () => done,
	late: () => late,
	open: () => open,
	billed: () => ({ ...done, source: 'billing' }),
	excusedLate: () => ({ ...late, ...excuse }),
	excusedOpen: () => ({ ...open, ...excuse }),
	excusedBySelf: () => ({ ...late, ...excuse, excuseApprovedBy: 'E1' }),
	faulty: (errors) => ({ ...done, errors }),
	doubtful: (errorsOpen) => ({ ...done, errorsOpen }),
	worth: (amount) => ({ ...done, fields: { amount } }),
	resolved: () => ({ ...done, resolved: true }),
	unresolved: () => ({ ...done, resolved: false }),
	answered: (day) => ({ ...done, firstResponseAt: `2026-10-${day}T10:00:00+08:00` }),
};

function itemsOf(text: string): Json[] {
	return text.split(', ').flatMap((part) => {
		const [count = '', kind = '', value = ''] = part.split(' ');
		const make = kinds[kind];
		if (make === undefined) throw new Error(`no kind of item: ${part}`);
		return Array<Json>(Number(count)).fill(make(value));
	});
}

const record = { source: 'crm', system: 'desk', activity: 'task', employeeId: 'E1' };

/** Indicators of the work; together with the leader's criteria they have 100 points. */
const roleOf = ({ indicators, leader = [], target, limit = { hours: 24 } }: Month): Json => ({
	id: 'clerk',
	work: [
		{
			activity: 'task',
			source: 'crm',
			limit,
			...(target === undefined ? {} : { target }),
		},
	],
	indicators: indicators.map((one, index) => ({ id: `i${index}`, activity: 'task', ...one })),
	leader,
});

/** The result of one person's month. */
export function scoreMonth(month: Month): Promise<ScoreResult> {
	const counted = month.items === undefined ? [] : itemsOf(month.items);
	const items = [...counted, ...(month.records ?? [])];
	return scorePeriod({
		period: '2026-10',
		asOf: '2026-11-01T00:00:00+08:00',
		rulebook: {
			rulebook: 1,
			id: 'one',
			version: '1',
			timeZone: month.timeZone ?? 'Asia/Shanghai',
			calendar: 'CN',
			grades: [{ from: 0, id: 'any', label: { en: 'Any', zh: '任意' } }],
			roles: [roleOf(month)],
		},
		employees: [{ employeeId: 'E1', role: 'clerk', ...month.days }],
		evidence: items.map((item, index) => ({ ...record, recordId: index, ...item })),
		coverage: [{ ...record, period: '2026-10', complete: true }],
		claims: month.claims ?? [],
		ratings: month.ratings ?? [],
	});
}
