import type { ScoreInput } from '../../../src/index';
import { countWork, type Count } from './count';
import { coverageProblems } from './coverage';
import { badClaims, differencesOf, itemsOf, type Desk } from './differences';
import { fromNumber, plus, rounded, sum, text, zero } from './fraction';
import { digest, type Named } from './item';
import { linesOf } from './measure';
import { leaderPoints, ratePerson, ratingsOf, strayRatings } from './ratings';
import type { Role, Rules } from './rules';
import { staffOf, type Person } from './staff';
import { spread } from './summary';
import { fromJson, isObject, wordOrNull } from './value';
import { account, evidenceOf, type Evidence } from './versions';
import { localTime, type LocalTime } from './zone';

/** The input with everything in lists, as the model reads it. */
export interface Period extends ScoreInput {
	readonly evidence: readonly unknown[];
	readonly employees: readonly unknown[];
	readonly coverage: readonly unknown[];
	readonly claims: readonly unknown[];
	readonly ratings: readonly unknown[];
}

export type Exception = readonly [code: string, employeeId: string | null, blocks: boolean];

interface Card {
	readonly employeeId: string;
	readonly total: number;
	readonly grade: string | null;
}

/** A bad record that does not tell its source or activity counts as one of any. */
const concerns = ({ source, activity }: Named, role: Role): boolean =>
	role.work.some(
		(work) =>
			(source === null || source === work.source) &&
			(activity === null || activity === work.activity),
	);

function evidenceProblems({ evidence }: Desk, { id }: Person, role: Role): Exception[] {
	const bad = evidence.bad.filter(({ owner }) => owner === id);
	const conflicts = evidence.conflicts.filter(({ owners }) => owners.includes(id));
	return [
		...bad.map(({ told }): Exception => ['badEvidence', id, concerns(told, role)]),
		...conflicts.map(({ item }): Exception => ['conflictingEvidence', id, concerns(item, role)]),
	];
}

function obstaclesOf(
	desk: Desk,
	person: Person,
	role: Role,
	counts: readonly Count[],
): Exception[] {
	const { evidence, ratings, coverage, period } = desk;
	const codes = [
		...counts.flatMap(({ obstacles }) => [...obstacles]),
		...role.work.flatMap((work) => coverageProblems(work, coverage, evidence.systems, period)),
		...ratePerson(person, ratings).flatMap(({ problem }) => problem ?? []),
	];
	return [
		...evidenceProblems(desk, person, role),
		...codes.map((code): Exception => [code, person.id, true]),
	];
}

function scorePerson(
	desk: Desk,
	person: Person,
	rules: Rules,
): { card?: Card; found: Exception[] } {
	const { role, id } = person;
	if (person.unfit !== null || role === null)
		return { found: [[person.unfit ?? 'noRole', id, true]] };
	const counts = new Map(
		role.work.map((work) => [
			work.activity,
			countWork(itemsOf(desk, id, work, work.source), work, person, desk.month),
		]),
	);
	const found = obstaclesOf(desk, person, role, [...counts.values()]);
	const lines = linesOf(role, counts);
	const nothing = lines.every(({ applies }) => !applies);
	if (found.some(([, , blocks]) => blocks)) return { found };
	if (nothing) return { found: [...found, ['nothingApplies', id, true]] };
	const rated = ratePerson(person, desk.ratings);
	const system = sum(lines.map(({ points }) => points));
	const leader = leaderPoints(rated);
	const exact = plus(system, leader);
	const total = rounded(exact);
	const all = [...counts.values()];
	const card = {
		employeeId: id,
		system: rounded(system),
		leader: rounded(leader),
		total,
		exactTotal: text(exact),
		grade: rules.grades.find(({ from }) => from <= total)?.id ?? null,
		lines: lines.map((line) => ({
			indicator: line.indicator,
			applies: line.applies,
			attainment: line.attainment && text(line.attainment),
			exactPoints: text(line.points),
			exactMaxPoints: text(line.maxPoints),
			counts: {
				done: line.count.done,
				due: line.count.due,
				onTime: line.count.onTime,
				excused: line.count.excused,
				target: line.count.target,
				errors: line.count.errors,
			},
		})),
		leaderLines: rated.map(({ criterion, points, maxPoints }) => ({
			indicator: criterion,
			exactPoints: text(points ?? zero),
			exactMaxPoints: text(fromNumber(maxPoints) ?? zero),
		})),
		flags: [
			...(lines.some(({ applies }) => !applies) ? ['redistributed'] : []),
			...(all.some(({ selfApproved }) => selfApproved) ? ['selfApprovedExcuse'] : []),
		],
		differences: role.work.flatMap((work) => {
			const count = counts.get(work.activity);
			return count ? differencesOf(desk, person, work, count) : [];
		}),
		evidence: {
			count: all.reduce((many, { belonging }) => many + belonging.length, 0),
			digest: digest(
				all.flatMap(({ belonging }) => belonging),
				id,
			),
		},
	};
	return { card, found };
}

/** Evidence of nobody known, by source, system, activity and account: how many records. */
function unknownHandlers({ unknown }: Evidence): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const item of unknown) counts[account(item)] = (counts[account(item)] ?? 0) + 1;
	return counts;
}

const kindOf = (row: unknown): string => (isObject(row) && wordOrNull(row.kind)) || 'evidence';

const monthOf = (period: string, local: LocalTime): { start: number; end: number } => {
	const [year = 0, month = 0] = period.split('-').map(Number);
	return {
		start: local.at(Date.UTC(year, month - 1, 1), 0),
		end: local.at(Date.UTC(year, month, 1), 0),
	};
};

/** What formats.md fixes of the result, worked out plainly. */
export function modelPeriod(input: Period) {
	const rules = fromJson(input.rulebook) as Rules;
	const local = localTime(rules.timeZone);
	const asOf = Date.parse(input.asOf);
	const month = { local, calendar: rules.calendar, asOf, ...monthOf(input.period, local) };
	const of = (kind: string): unknown[] => input.evidence.filter((row) => kindOf(row) === kind);
	const staff = staffOf(input.employees, rules);
	const evidence = evidenceOf(of('evidence'), staff);
	const ratings = ratingsOf(input.ratings, input.period);
	const coverage = [...input.coverage, ...of('coverage')];
	const claims = [...input.claims, ...of('claim')];
	const desk: Desk = { period: input.period, month, evidence, ratings, coverage, claims };
	const outcomes = staff.people.map((person) => scorePerson(desk, person, rules));
	const cards = outcomes.flatMap(({ card }) => card ?? []);
	const unfit = staff.people.filter((one) => one.unfit !== null).map(({ id }) => id);
	const stray = [
		...strayRatings(ratings, staff).map((id): Exception => ['ratingInvalid', id, false]),
		...badClaims(desk).map((id): Exception => ['badEvidence', id, false]),
	].filter(([, id]) => id === null || !unfit.includes(id));
	const handlers = unknownHandlers(evidence);
	const run: Exception[] = [
		...Array.from({ length: staff.nameless }, (): Exception => ['badEmployee', null, true]),
		...evidence.bad
			.filter(({ owner }) => owner === null)
			.map((): Exception => ['badEvidence', null, false]),
		...Object.keys(handlers).map((): Exception => ['unknownHandler', null, false]),
	];
	return {
		cards,
		exceptions: [...run, ...stray, ...outcomes.flatMap(({ found }) => found)],
		handlers: Object.values(handlers).sort((a, b) => a - b),
		summary: {
			employees: staff.people.length,
			scored: cards.length,
			blocked: staff.people.length - cards.length,
			records: { read: evidence.read, distinct: evidence.distinct },
			...spread(
				cards.map(({ total }) => total),
				cards.map(({ grade }) => grade),
			),
		},
	};
}
