import { createHash } from 'node:crypto';
import type { ScoreInput } from '../../../src/app/scorePeriod';
import { belongs, isDone, itemOf, Stop, type Item } from './count';
import * as f from './fraction';
import { attainment } from './indicators';
import { rated } from './ratings';
import { canonical, idOf, type Fact, type Json } from './read';
import { worldOf, type Someone, type WorkJson, type World } from './world';

/** What two programs must agree on. */
export interface Outcome {
	readonly scorecards: { readonly [employeeId: string]: object };
	/** [code, employeeId, blocks], sorted, each once. */
	readonly exceptions: readonly string[];
	readonly summary: object;
}

type Raised = readonly [code: string, blocks: boolean];

const sameStream = (work: WorkJson, source: unknown, activity: unknown): boolean =>
	work.source === source && work.activity === activity;

function alone(world: World, person: Someone): string | undefined {
	if (person.rows.length > 1) return 'duplicateEmployee';
	if (person.bad) return 'badEmployee';
	if (!person.role) return 'noRole';
	const least = f.of(world.rulebook.minPresentDays ?? 5);
	return person.days && f.below(person.days.present, least) ? 'tooFewDays' : undefined;
}

const none = (value: unknown): boolean => value === undefined || value === null || value === '';

function coverage(world: World, work: WorkJson): Raised[] {
	const here = world.coverage.filter(
		(one) => one['period'] === world.period && sameStream(work, one['source'], one['activity']),
	);
	const evidence = world.streams.filter(([source, , activity]) =>
		sameStream(work, source, activity),
	);
	const systems = new Set([
		...here.map((one) => one['system']),
		...evidence.map(([, system]) => system),
	]);
	if (systems.size === 0) return [['coverageMissing', true]];
	return [...systems].flatMap((system): Raised[] => {
		const all = here.filter((one) => one['system'] === system);
		const at = (one: Json): number =>
			none(one['asOf']) ? -Infinity : Date.parse(String(one['asOf']));
		const last = Math.max(...all.map(at));
		if (all.length === 0) return [['coverageMissing', true]];
		const complete = all.filter((one) => at(one) === last).every((one) => one['complete'] === true);
		return complete ? [] : [['coverageIncomplete', true]];
	});
}

function badOf(world: World, person: Someone): Raised[] {
	return world.bad
		.filter((one) => one.person === person)
		.map(({ record }) => {
			const [source, activity] = [idOf(record['source']), idOf(record['activity'])];
			const mine = (person.role?.work ?? []).some(
				(work) =>
					(source || work.source) === work.source && (activity || work.activity) === work.activity,
			);
			return ['badEvidence', mine] as const;
		});
}

function conflictsOf(world: World, person: Someone): Raised[] {
	return world.conflicts
		.filter((one) => one.people.includes(person))
		.map(({ fact }) => [
			'conflictingEvidence',
			(person.role?.work ?? []).some((work) => sameStream(work, fact.source, fact.activity)),
		]);
}

function itemsOf(
	world: World,
	person: Someone,
	work: WorkJson,
): { items: Item[]; raised: Raised[] } {
	const indicators = (person.role?.indicators ?? []).filter(
		(one) => one.activity === work.activity,
	);
	const items: Item[] = [];
	const raised: Raised[] = [];
	for (const fact of world.kept) {
		if (fact.person !== person || !sameStream(work, fact.source, fact.activity)) continue;
		try {
			if (belongs(world, work, fact)) items.push(itemOf(world, { person, work, indicators }, fact));
		} catch (stop) {
			if (!(stop instanceof Stop)) throw stop;
			raised.push([stop.code, true]);
		}
	}
	return { items, raised };
}

function differences(world: World, person: Someone, work: WorkJson, used: number): object[] {
	const counts = new Map<string, number>();
	const place = (fact: Fact): boolean => {
		try {
			return belongs(world, work, fact);
		} catch {
			return false;
		}
	};
	for (const fact of world.kept)
		if (
			fact.person === person &&
			fact.activity === work.activity &&
			fact.source !== work.source &&
			place(fact)
		)
			counts.set(fact.source, (counts.get(fact.source) ?? 0) + (isDone(world, fact) ? 1 : 0));
	const claims = world.claims
		.filter((one) => (none(one['period']) ? world.period : one['period']) === world.period)
		.filter(
			(one) => idOf(one['employeeId']) === person.id && idOf(one['activity']) === work.activity,
		)
		.flatMap((one) => {
			const count = f.fraction(one['count']);
			const good = count && count[0] >= 0n && count[0] % count[1] === 0n;
			return good ? [['claim', Number(count[0] / count[1])] as const] : [];
		});
	return [...[...counts].sort(([a], [b]) => (a < b ? -1 : 1)), ...claims]
		.filter(([, other]) => other !== used)
		.map(([otherFrom, other]) => ({
			activity: work.activity,
			used,
			usedFrom: work.source,
			other,
			otherFrom,
		}));
}

function digest(items: readonly Item[], person: Someone): string {
	const order = ({ facts }: Fact): string =>
		['source', 'system', 'activity', 'recordId'].map((name) => String(facts[name])).join('\u0000');
	const sorted = items.map((item) => item.fact).sort((a, b) => (order(a) < order(b) ? -1 : 1));
	const all = sorted.map((fact) => ({ ...fact.facts, employeeId: person.id }));
	return createHash('sha256').update(canonical(all)).digest('hex');
}

function score(world: World, person: Someone): { card?: object; total?: number; raised: Raised[] } {
	const first = alone(world, person);
	if (first || !person.role) return { raised: [[first ?? 'noRole', true]] };
	const { work: works, indicators } = person.role;
	const byWork = works.map((work) => ({ work, ...itemsOf(world, person, work) }));
	const leader = rated(world, person);
	const raised: Raised[] = [
		...badOf(world, person),
		...conflictsOf(world, person),
		...works.flatMap((work) => coverage(world, work)),
		...byWork.flatMap((one) => one.raised),
		...leader.exceptions,
		...claimsOf(world, person),
	];
	if (raised.some(([, blocks]) => blocks)) return { raised };
	const shares = indicators.map((indicator) => {
		const { work, items = [] } =
			byWork.find((one) => one.work.activity === indicator.activity) ?? {};
		return { indicator, share: work && attainment(indicator, person, work, items) };
	});
	const points = (some: typeof shares): number =>
		some.reduce((sum, one) => sum + one.indicator.points, 0);
	const applying = shares.filter((one) => one.share !== undefined);
	if (applying.length === 0) return { raised: [...raised, ['nothingApplies', true]] };
	const lines = shares.map(({ indicator, share }) => {
		if (!share) return { indicator: indicator.id, applies: false, points: f.of(0), max: f.of(0) };
		const max: f.Fraction = [BigInt(indicator.points * points(shares)), BigInt(points(applying))];
		return { indicator: indicator.id, applies: true, share, points: f.multiply(max, share), max };
	});
	const system = f.total(lines.map((one) => one.points));
	const sum = f.add(system, leader.points);
	const total = f.published(sum);
	const items = byWork.flatMap((one) => one.items);
	const flags = [
		...(applying.length < shares.length ? ['redistributed'] : []),
		...(items.some((item) => item.selfApproved) ? ['selfApprovedExcuse'] : []),
	];
	const card = {
		system: f.published(system),
		leader: f.published(leader.points),
		total,
		exactTotal: f.text(sum),
		grade: world.rulebook.grades.find((grade) => total >= grade.from)?.id,
		lines: lines.map((line) => ({
			...{ indicator: line.indicator, applies: line.applies },
			attainment: line.share ? f.text(line.share) : null,
			...{ exactPoints: f.text(line.points), exactMaxPoints: f.text(line.max) },
		})),
		flags,
		differences: byWork.flatMap(({ work, items: mine }) =>
			differences(world, person, work, mine.filter((item) => item.done).length),
		),
		evidence: { count: items.length, digest: digest(items, person) },
	};
	return { card, total, raised };
}

function claimsOf(world: World, person: Someone): Raised[] {
	return world.claims
		.filter((one) => (none(one['period']) ? world.period : one['period']) === world.period)
		.filter((one) => idOf(one['employeeId']) === person.id)
		.filter((one) => {
			const count = f.fraction(one['count']);
			return !idOf(one['activity']) || !count || count[0] < 0n || count[0] % count[1] !== 0n;
		})
		.map(() => ['badEvidence', false] as const);
}

/** A period by the rules, as plainly as they are written down: slow, and on purpose without any cleverness. */
export function modelOf(input: ScoreInput, evidence: readonly Json[]): Outcome {
	const world = worldOf(input, evidence);
	const results = world.people.map((person) => ({ person, ...score(world, person) }));
	const ids = new Set(world.people.map((one) => one.id));
	const strays = world.ratings.filter(
		(one) =>
			(none(one['period']) || one['period'] === world.period) &&
			!ids.has(idOf(one['employeeId']) ?? ''),
	);
	const exceptions = [
		...results.flatMap(({ person, raised }) =>
			raised.map(([code, blocks]) => [code, person.id, blocks]),
		),
		...world.bad.filter((one) => !one.person).map(() => ['badEvidence', null, false]),
		...world.strangers.map(() => ['unknownHandler', null, false]),
		...strays.map((one) => ['ratingInvalid', idOf(one['employeeId']) ?? null, false]),
		...(world.nameless > 0 ? [['badEmployee', null, true]] : []),
	];
	const totals = results.flatMap(({ total }) => total ?? []);
	return {
		scorecards: Object.fromEntries(
			results.flatMap(({ person, card }) => (card ? [[person.id, card]] : [])),
		),
		exceptions: [...new Set(exceptions.map((one) => JSON.stringify(one)))].sort(),
		summary: {
			employees: world.people.length,
			scored: totals.length,
			blocked: world.people.length - totals.length,
			records: { read: world.read, distinct: world.distinct },
			min: totals.length > 0 ? Math.min(...totals) : null,
			max: totals.length > 0 ? Math.max(...totals) : null,
			below85: totals.filter((one) => one < 85).length,
			above95: totals.filter((one) => one > 95).length,
			distinct: new Set(totals).size,
		},
	};
}
