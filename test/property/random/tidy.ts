import * as fc from 'fast-check';
import { readItem } from '../model/item';
import type { Period } from '../model/model';
import type { Rules, Work } from '../model/rules';
import { isObject } from '../model/value';
import { systems } from './records';
import { periods } from './periods';
import { edgesOf, written } from './times';

export const rulesOf = ({ rulebook }: Period): Rules => rulebook as Rules;

const years = ['2025', '2026', '2027'].map((year) => [
	year,
	{ holidays: [`${year}-01-01`, `${year}-10-01`], workdays: [`${year}-10-10`] },
]);

const wholeCoverage = (period: Period): object[] =>
	rulesOf(period).roles.flatMap(({ work }) =>
		work.flatMap(({ source, activity }) =>
			systems.map((system) => ({
				...{ source, activity, system, period: period.period, complete: true },
			})),
		),
	);

/** The first of each identity, good and with a time of assignment. */
function goodOnce(evidence: readonly unknown[]): unknown[] {
	const seen = new Set<string>();
	return evidence.filter((raw) => {
		const item = readItem(raw);
		if (item === null || item.assignedAt === null) return false;
		const key = JSON.stringify([item.source, item.system, item.recordId, item.activity]);
		return !seen.has(key) && seen.add(key);
	});
}

function tidied(period: Period): Period {
	const rules = rulesOf(period);
	const { leader = [] } = rules.roles[0] ?? {};
	const calendar = { ...rules.calendar, years: Object.fromEntries(years) };
	return {
		...period,
		rulebook: { ...rules, calendar },
		asOf: '2027-03-01T00:00:00Z',
		employees: [
			...period.employees.filter(isObject).slice(0, 1),
			{ employeeId: 'E2', role: 'r0' },
		].map((row) => ({ ...row, role: 'r0', presentDays: 20, scheduledDays: 20 })),
		evidence: goodOnce(period.evidence),
		coverage: wholeCoverage(period),
		ratings: ['E1', 'E2'].flatMap((employeeId) =>
			leader.map(({ id }) => ({ employeeId, criterion: id, raterId: 'L1', points: 10.5 })),
		),
	};
}

/** Periods in which E1 and E2 have all that a scorecard needs, whatever they worked. */
const tidyPeriods = periods.map(tidied);

const hour = 3_600_000;

/** A work item of E1 in the middle of the month: done in an hour, and due in two. */
export function oneMore(period: Period, work: Work): Record<string, unknown> {
	const at = edgesOf(period.period)[0] + 14 * 24 * hour;
	return {
		...{ source: work.source, system: 's1', recordId: 'one more', activity: work.activity },
		...{ employeeId: 'E1', status: 'done', errors: 0, resolved: true },
		assignedAt: written(at, 'Z'),
		firstResponseAt: written(at, 'Z'),
		completedAt: written(at + hour, 'Z'),
		dueAt: written(at + 2 * hour, 'Z'),
	};
}

/** What makes it late. */
export const late = (period: Period): object => ({
	dueAt: written(edgesOf(period.period)[0] + 14 * 24 * hour + hour / 2, 'Z'),
});

/** One of the works of a role, and a period. */
export const worked = fc
	.tuple(tidyPeriods, fc.nat())
	.map(([period, at]) => {
		const works = rulesOf(period).roles[0]?.work ?? [];
		return { period, work: works[at % works.length] };
	})
	.filter((one): one is { period: Period; work: Work } => one.work !== undefined);
