import { frac, floor, plus, times, whole, zero, type Fraction } from './fraction';
import { dueAfter, type Clock, type Due } from './clock';
import type { Item } from './item';
import type { Indicator, Limit, Work } from './rules';
import type { Person } from './staff';
import { amount, attempt, isAbsent } from './value';

export interface Month extends Clock {
	readonly start: number;
	readonly end: number;
}

type Obstacle = 'badEvidence' | 'calendarNotCovered' | 'faultOfTheModel';

/** What one person's items of one work come to. */
export interface Count {
	readonly belonging: readonly Item[];
	readonly obstacles: ReadonlySet<Obstacle>;
	readonly selfApproved: boolean;
	readonly done: number;
	readonly due: number;
	readonly onTime: number | null;
	readonly excused: number;
	/** T0 and T' */
	readonly fullTarget: number;
	readonly target: number;
	readonly errors: number;
	/** Done items that are excused and had a due moment. */
	readonly excusedDone: number;
	/** Done items that are not excused and have a due moment. */
	readonly doneDue: number;
	/** By indicator: good items and all, or the sum of values and how many there are. */
	readonly measured: ReadonlyMap<string, Measured>;
}

/** Where the due moment cannot be told as exactly as it is needed. */
class Unknown extends Error {
	constructor(readonly obstacle: Obstacle) {
		super(obstacle);
	}
}

function due(item: Item, limit: Limit, clock: Clock): Due {
	if (item.assignedAt === null) throw new Unknown('badEvidence');
	return dueAfter(item, item.assignedAt, limit, clock);
}

const hasDue = (item: Item, work: Work): boolean => item.dueAt !== null || work.limit !== undefined;

function workDue(item: Item, work: Work, clock: Clock): Due | null {
	if (item.dueAt !== null) return { exact: true, at: item.dueAt };
	return work.limit ? due(item, work.limit, clock) : null;
}

/** Whether something happened by the due moment. */
function inTime(at: number, { exact, at: moment }: Due): boolean {
	if (at <= moment) return true;
	if (!exact) throw new Unknown('calendarNotCovered');
	return false;
}

const withinDays = (completedAt: number | null, { start, end }: Month): boolean =>
	completedAt !== null && start <= completedAt && completedAt < end;

/** Throws `Unknown` where the month cannot be told. */
function belongs(item: Item, work: Work, month: Month): boolean {
	if (item.status === 'cancelled') return false;
	const byCompletion = work.belongsTo === 'completed' || !hasDue(item, work);
	if (item.status === 'done' && byCompletion) return withinDays(item.completedAt, month);
	const moment = workDue(item, work, month);
	if (moment === null) return false;
	if (moment.exact) return month.start < moment.at && moment.at <= month.end;
	if (moment.at < month.end) throw new Unknown('calendarNotCovered');
	return false;
}

const isDone = (item: Item, { asOf }: Clock): boolean =>
	item.status === 'done' && item.completedAt !== null && item.completedAt <= asOf;

function excuseOf(item: Item, person: Person): 'none' | 'own' | 'valid' {
	const { excuseCode, excuseApprovedBy } = item;
	if (excuseCode === null || excuseApprovedBy === null) return 'none';
	const account = excuseApprovedBy.toLowerCase();
	const own =
		person.id === excuseApprovedBy || person.accounts.some((one) => one.account === account);
	return own ? 'own' : 'valid';
}

/** One belonging item with all that is counted of it. */
interface Judged {
	readonly item: Item;
	readonly done: boolean;
	readonly hasDue: boolean;
	readonly onTime: boolean;
	readonly excuse: 'none' | 'own' | 'valid';
	readonly excused: boolean;
}

type Tell = <T>(ask: () => T, otherwise: T) => T;

function valuesOf(judged: readonly Judged[], field: string, tell: Tell): Fraction[] {
	return judged
		.filter(({ done, item }) => done && !isAbsent(item.fields[field]))
		.map(({ item }) =>
			tell(() => {
				const value = attempt(() => amount(item.fields[field]));
				if (value === null) throw new Unknown('badEvidence');
				return value;
			}, zero),
		);
}

interface Measured {
	readonly good: Fraction;
	readonly of: number;
}

function respondedOf(judged: readonly Judged[], limit: Limit, month: Month, tell: Tell): Measured {
	const good = judged.filter(({ item }) => {
		const at = item.firstResponseAt;
		if (at === null || at > month.asOf) return false;
		return tell(() => inTime(at, due(item, limit, month)), false);
	});
	const others = judged.filter((one) => !good.includes(one) && !one.excused);
	return { good: whole(good.length), of: good.length + others.length };
}

function measuredOf(judged: readonly Judged[], one: Indicator, month: Month, tell: Tell): Measured {
	if (one.measure === 'resolved') {
		const told = judged.filter(({ item }) => item.resolved !== null);
		return { good: whole(told.filter(({ item }) => item.resolved).length), of: told.length };
	}
	if (one.limit) return respondedOf(judged, one.limit, month, tell);
	if (one.field === undefined) return { good: zero, of: 0 };
	const values = valuesOf(judged, one.field, tell);
	return { good: values.reduce(plus, zero), of: values.length };
}

/** Counts one person's records of one work's source and activity. */
export function countWork(items: readonly Item[], work: Work, person: Person, month: Month): Count {
	const obstacles = new Set<Obstacle>();
	const tell: Tell = (ask, otherwise) => {
		try {
			return ask();
		} catch (error) {
			obstacles.add(error instanceof Unknown ? error.obstacle : 'faultOfTheModel');
			return otherwise;
		}
	};
	const indicators = (person.role?.indicators ?? []).filter(
		({ activity }) => activity === work.activity,
	);
	const timed = indicators.some(({ measure }) => measure === 'onTime');
	const belonging = items.filter((item) => tell(() => belongs(item, work, month), false));
	const judge = (item: Item): Judged => {
		const done = isDone(item, month);
		const onTime = tell(() => {
			const moment = timed && done ? workDue(item, work, month) : null;
			return moment !== null && inTime(item.completedAt ?? 0, moment);
		}, false);
		const excuse = excuseOf(item, person);
		return {
			item,
			done,
			hasDue: hasDue(item, work),
			onTime,
			excuse,
			excused: excuse === 'valid' && !onTime,
		};
	};
	const judged = belonging.map(judge);
	const many = (which: (one: Judged) => boolean): number => judged.filter(which).length;
	const fullTarget = Number(floor(times(frac(BigInt(work.target ?? 0)), person.present)));
	return {
		belonging,
		selfApproved: judged.some(({ excuse }) => excuse === 'own'),
		done: many(({ done }) => done),
		due: many(({ hasDue, excused }) => hasDue && !excused),
		onTime: timed ? many(({ onTime }) => onTime) : null,
		excused: many(({ excused }) => excused),
		fullTarget,
		target: Math.max(0, fullTarget - many(({ excused, done }) => excused && !done)),
		errors: judged.reduce((total, { item }) => total + item.errors, 0),
		excusedDone: many(({ excused, done, hasDue }) => excused && done && hasDue),
		doneDue: many(({ excused, done, hasDue }) => done && hasDue && !excused),
		measured: new Map(indicators.map((one) => [one.id, measuredOf(judged, one, month, tell)])),
		obstacles,
	};
}

/** The done items among another source's records that belong, and whether any belongs. */
export function compare(
	items: readonly Item[],
	work: Work,
	month: Month,
): { any: boolean; done: number } {
	const belonging = items.filter((item) => {
		try {
			return belongs(item, work, month);
		} catch {
			return false; // its month cannot be told: left out
		}
	});
	return {
		any: belonging.length > 0,
		done: belonging.filter((item) => isDone(item, month)).length,
	};
}
