import { fraction, type Fraction } from './fraction';
import type { Fact, Json } from './read';
import { dueOf, type Due, type LimitJson } from './time';
import type { IndicatorJson, Someone, WorkJson, World } from './world';

/** What stops a record: thrown, and caught where the person is scored. */
export class Stop extends Error {
	constructor(
		readonly code: 'badEvidence' | 'calendarNotCovered',
		readonly fact: Fact,
	) {
		super(code);
	}
}

function limitEnd(world: World, fact: Fact, limit: LimitJson): Due {
	if (fact.times.assigned === undefined) throw new Stop('badEvidence', fact);
	const open = Math.min(fact.times.completed ?? Infinity, world.asOf);
	const pauses = fact.pauses.map(({ from, to }) => [from, to ?? open] as const);
	const { zone, rulebook } = world;
	return dueOf(limit, fact.times.assigned, pauses, { zone, calendar: rulebook.calendar });
}

function dueMoment(world: World, work: WorkJson, fact: Fact): Due | undefined {
	if (fact.times.due !== undefined) return { at: fact.times.due };
	return work.limit && limitEnd(world, fact, work.limit);
}

/** Step 3: whether an item belongs to the period. */
export function belongs(world: World, work: WorkJson, fact: Fact): boolean {
	const { start, end } = world;
	const { status } = fact.facts as { status: string };
	const { completed = -Infinity } = fact.times;
	if (status === 'cancelled') return false;
	if (status === 'done' && work.belongsTo === 'completed')
		return completed >= start && completed < end;
	const due = dueMoment(world, work, fact);
	if (!due) return status === 'done' && completed >= start && completed < end;
	if ('at' in due) return due.at > start && due.at <= end;
	if (due.after >= end) return false;
	throw new Stop('calendarNotCovered', fact);
}

export const isDone = (world: World, fact: Fact): boolean =>
	fact.facts['status'] === 'done' && (fact.times.completed ?? Infinity) <= world.asOf;

function within(at: number, due: Due, fact: Fact): boolean {
	if ('at' in due) return at <= due.at;
	if (at <= due.after) return true;
	throw new Stop('calendarNotCovered', fact);
}

export interface Item {
	readonly fact: Fact;
	readonly done: boolean;
	readonly onTime: boolean;
	readonly excused: boolean;
	readonly hasDue: boolean;
	readonly selfApproved: boolean;
	/** By indicator: whether it counts as good; undefined: not at all. */
	readonly good: ReadonlyMap<string, boolean | Fraction | undefined>;
}

function selfApproves(person: Someone, approver: unknown): boolean {
	const said = String(approver);
	return (
		said === person.id || person.accounts.some(([, account]) => account === said.toLowerCase())
	);
}

function answer(
	world: World,
	one: IndicatorJson,
	item: Omit<Item, 'good'>,
): boolean | Fraction | undefined {
	const { fact, done, excused } = item;
	if (one.measure === 'resolved')
		return fact.facts['resolved'] === null ? undefined : (fact.facts['resolved'] as boolean);
	if (one.measure === 'responded' && one.limit) {
		const { responded } = fact.times;
		const came = responded !== undefined && responded <= world.asOf;
		if (came && within(responded, limitEnd(world, fact, one.limit), fact)) return true;
		return excused ? undefined : false;
	}
	if (one.measure !== 'value' || !done) return undefined;
	const value = (fact.facts['fields'] as Json)[one.field ?? ''];
	if (value === undefined) return undefined;
	const number = fraction(value);
	if (!number) throw new Stop('badEvidence', fact);
	return number;
}

/** Steps 2 to 5 for one item that belongs. */
export function itemOf(
	world: World,
	{
		person,
		work,
		indicators,
	}: { person: Someone; work: WorkJson; indicators: readonly IndicatorJson[] },
	fact: Fact,
): Item {
	const timed = indicators.some((one) => one.measure === 'onTime');
	const done = isDone(world, fact);
	let onTime = false;
	if (done && timed) {
		const due = dueMoment(world, work, fact);
		onTime = due !== undefined && within(fact.times.completed as number, due, fact);
	}
	const { excuseCode, excuseApprovedBy } = fact.facts;
	const excuse = excuseCode !== null && excuseApprovedBy !== null;
	const selfApproved = excuse && selfApproves(person, excuseApprovedBy);
	const item = {
		...{ fact, done, onTime, selfApproved },
		excused: excuse && !selfApproved && !onTime,
		hasDue: fact.times.due !== undefined || work.limit !== undefined,
	};
	return { ...item, good: new Map(indicators.map((one) => [one.id, answer(world, one, item)])) };
}
