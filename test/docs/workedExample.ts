import { scorePeriod } from '../../src/app/scores/scorePeriod';
import { presetRulebook } from '../../src/rulebook/presetRulebook';

type Json = { readonly [name: string]: unknown };

const day = '2026-10-12';
const onTime = {
	status: 'done',
	assignedAt: `${day}T09:00:00+08:00`,
	completedAt: `${day}T10:00:00+08:00`,
};
const late = { ...onTime, completedAt: '2026-10-14T10:00:00+08:00' };
const open = { status: 'open', assignedAt: onTime.assignedAt };
const excuse = { excuseCode: 'system', excuseApprovedBy: 'L02' };

/** How the documents write counts of items: "45 done", "5 excused late". */
const kinds: { readonly [words: string]: Json } = {
	done: onTime,
	late,
	open,
	'excused late': { ...late, ...excuse },
	'excused open': { ...open, ...excuse },
	resolved: { ...onTime, resolved: true },
	unresolved: { ...onTime, resolved: false },
	answered: { ...onTime, firstResponseAt: '2026-10-12T09:30:00+08:00' },
	unanswered: onTime,
};

/** A person's month in words, as records: "target 50, 13 of 22 days: 29 done". */
interface Month {
	target?: number;
	days: Json;
	readonly evidence: Json[];
}

type Part = readonly [form: RegExp, take: (month: Month, first: string, second: string) => void];

const parts: readonly Part[] = [
	[/^target (\d+)$/, (month, target) => (month.target = Number(target))],
	[
		/^(\d+) of (\d+) days$/,
		(month, presentDays, scheduledDays) => (month.days = { presentDays, scheduledDays }),
	],
	[/^(\d+) errors?$/, ({ evidence }, errors) => (evidence[0] = { ...evidence[0], errors })],
	[
		/^(?:amounts )?(\d+)$/,
		({ evidence }, amount) => evidence.push({ ...onTime, fields: { amount } }),
	],
	[
		new RegExp(`^(\\d+) (${Object.keys(kinds).join('|')})$`),
		({ evidence }, count, kind) =>
			evidence.push(...Array.from({ length: Number(count) }, () => kinds[kind] ?? {})),
	],
];

function readMonth(example: string): Month {
	const month: Month = { days: {}, evidence: [] };
	for (const text of example.split(/[,:] /)) {
		const part = parts.find(([form]) => form.test(text));
		if (part === undefined) throw new Error(`"${text}" of "${example}" is not understood`);
		const [, first = '', second = ''] = part[0].exec(text) ?? [];
		part[1](month, first, second);
	}
	return month;
}

const record = {
	kind: 'evidence',
	source: 'crm',
	system: 'crm',
	activity: 'work',
	employeeId: 'E1',
};

/** Scores one person by one indicator of 20 points beside a leader's criterion; gives the indicator's line. */
async function lineOf(
	indicator: Json,
	{ target, days, evidence }: Month,
	rules: Json = {},
): Promise<Json> {
	const work = {
		activity: 'work',
		source: 'crm',
		limit: { hours: 24 },
		belongsTo: 'due',
		...rules,
	};
	const choice = { id: 'docs', version: '1', timeZone: 'Asia/Shanghai', calendar: 'CN', roles: [] };
	const role = {
		id: 'role',
		work: [{ ...work, target: target ?? null }],
		indicators: [{ id: 'one', activity: 'work', points: 20, ...indicator }],
		leader: [{ id: 'attitude', points: 80 }],
	};
	const rating = { employeeId: 'E1', raterId: 'L1', criterion: 'attitude', points: 80 };
	const covered = { source: 'crm', system: 'crm', activity: 'work', period: '2026-10' };
	const { scorecards, exceptions } = await scorePeriod({
		period: '2026-10',
		asOf: '2026-11-01T00:00:00+08:00',
		rulebook: { ...presetRulebook(choice), roles: [role] },
		employees: [{ employeeId: 'E1', role: 'role', ...days }],
		evidence: evidence.map((one, index) => ({ ...record, recordId: `${index}`, ...one })),
		coverage: [{ kind: 'coverage', ...covered, complete: true }],
		claims: [],
		ratings: [rating],
	});
	const line = scorecards[0]?.lines[0];
	if (line === undefined) throw new Error(exceptions.map(({ message }) => message).join('\n'));
	return { ...line };
}

/** The points of a worked example, as a document's table gives it. */
export const pointsOf = async (indicator: Json, example: string): Promise<unknown> =>
	(await lineOf(indicator, readMonth(example)))['points'];

/** Whether an item that was assigned at a moment and is done at another is on time under a limit. */
export async function isOnTime(limit: unknown, assignedAt: string, completedAt: string) {
	const item = { status: 'done', assignedAt, completedAt };
	const month = { days: {}, evidence: [item] };
	const share = { measure: 'onTime', curve: { type: 'share' } };
	return (await lineOf(share, month, { limit, belongsTo: 'completed' }))['points'] === 20;
}
