import type { Instant } from '../../../domain/kernel/time';
import { stepsOf, type Change, type Steps } from '../../engine/steps';
import type { Opportunity } from './opportunity';
import type { Changes, FieldChange } from './opportunityHistory';

/** How an opportunity stands; archived ones that are not lost are nobody's work. */
export type State = 'open' | 'won' | 'lost' | 'archived';
type Stages = ReadonlyMap<number, boolean>;

/** In which states the work on an opportunity is done, by the setting Done When. */
export const endsWhen = (doneWhen: string | undefined): readonly string[] =>
	doneWhen === 'won' ? ['won'] : ['won', 'lost'];

/** Who archives one makes it lost by taking its probability; of the past only the archiving is told. */
function readState(
	{ active: isActive, probability }: Opportunity,
	isWon: (stage: number) => boolean,
) {
	const isLost = !isActive && probability === 0;
	const away = isActive || isLost ? 'lost' : 'archived';
	return (stage: number, active: boolean): State => {
		if (isWon(stage) && (active || !isLost)) return 'won';
		return active ? 'open' : away;
	};
}

/** Code: addons/crm/models/crm_lead.py, _compute_won_status */
export const stateNow = (one: Opportunity, stages: Stages): State =>
	readState(one, (stage) => stages.get(stage) === true)(one.stage_id ?? 0, one.active);

/** Whether the changes of a field lead to what it is now; one that went on since it was listed need not. */
function isWhole(changes: readonly FieldChange[], now: number, listed: Instant): boolean {
	const last = changes[changes.length - 1];
	if (last === undefined) return true;
	const unbroken = changes.every(({ from }, at) => at === 0 || changes[at - 1]?.to === from);
	return unbroken && (last.to === now || last.at > listed);
}

/** A lead becomes an opportunity by its conversion: what it was before is its beginning. */
function fromBegin(changes: readonly Change[], begin: Instant): readonly Change[] {
	const before = changes.filter(({ at }) => at <= begin);
	const value = before[before.length - 1]?.value;
	return value === undefined
		? changes
		: [{ value, at: begin }, ...changes.filter(({ at }) => at > begin)];
}

const ownersOf = (one: Opportunity, changes: readonly FieldChange[]): readonly Change[] => [
	{ value: String(changes[0]?.from ?? one.user_id ?? 0), at: one.create_date },
	...changes.map(({ to, at }) => ({ value: String(to), at })),
];

/** Of changes in one save only what comes of them together. */
function statesOf(
	one: Opportunity,
	{ stage: stages, active: actives }: Changes,
	isWon: (stage: number) => boolean,
): readonly Change[] {
	const stateOf = readState(one, isWon);
	let stage = stages[0]?.from ?? one.stage_id ?? 0;
	let active = actives[0] ? actives[0].from !== 0 : one.active;
	const states: Change[] = [{ value: stateOf(stage, active), at: one.create_date }];
	const saves = new Map([...stages, ...actives].map(({ save, at }) => [save, at]));
	for (const [save, at] of [...saves].sort(([a], [b]) => a - b)) {
		stage = stages.find((change) => change.save === save)?.to ?? stage;
		const turned = actives.find((change) => change.save === save);
		active = turned ? turned.to !== 0 : active;
		states.push({ value: stateOf(stage, active), at });
	}
	return states;
}

/** A save and the date that the record keeps of it lie at most so far apart. */
const sameSave = 60_000;

/**
 * Its own dates against the tracked changes: an import or an automation may have closed it, or handed it on,
 * without one. A merge writes the same salesperson once more: then since when is not known, but whose it is.
 */
function byDates(
	{ date_closed: closed = 0, date_open: assigned = 0 }: Opportunity,
	{ stage, active, salesperson }: Changes,
	course: Course,
	begin: Instant,
): Course | Lack {
	const isUntold = (kept: Instant, ...changes: (readonly FieldChange[])[]): boolean =>
		kept > begin + sameSave && !changes.flat().some(({ at }) => at > begin);
	const { closedAt } = course;
	if (closedAt !== undefined && isUntold(closed, stage, active)) return 'changes';
	if (!isUntold(assigned, salesperson)) return course;
	return closedAt !== undefined && closedAt < assigned
		? 'changes'
		: { ...course, assignedAt: undefined };
}

export interface Course extends Steps {
	readonly state: string;
}

/** What the settings and the system say of states. */
export interface Meaning {
	readonly stages: Stages;
	readonly ends: readonly string[];
}

/** What a course lacks to be told. */
export type Lack = 'changes' | 'stage';

/** Who had it from when to when; nobody knows whether a stage that is gone was won, and it may make a difference. */
export function courseOf(
	one: Opportunity,
	changes: Changes,
	{ stages, ends }: Meaning,
): Course | Lack {
	const { stage_id: stage = 0, user_id: user = 0, write_date: listed } = one;
	const { stage: ofStage, salesperson, active } = changes;
	const whole =
		isWhole(ofStage, stage, listed) &&
		isWhole(salesperson, user, listed) &&
		isWhole(active, Number(one.active), listed);
	if (!whole) return 'changes';
	const begin = one.date_conversion ?? one.create_date;
	const owners = fromBegin(ownersOf(one, salesperson), begin).map(({ value, at }) => ({
		...{ value: value === '0' ? '' : value, at },
	}));
	const course = (wasGoneWon: boolean): Course => {
		const isWon = (id: number): boolean => stages.get(id) ?? (id !== 0 && wasGoneWon);
		const states = fromBegin(statesOf(one, changes, isWon), begin);
		const state = states[states.length - 1]?.value ?? '';
		return { ...stepsOf(owners, states, (value) => ends.includes(value)), state };
	};
	const [told, otherwise] = [course(false), course(true)];
	const isCertain = JSON.stringify(told) === JSON.stringify(otherwise);
	return isCertain ? byDates(one, changes, told, begin) : 'stage';
}
