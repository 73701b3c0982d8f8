import { newItem, type Item } from '../evidence/facts';
import type { Intake } from '../evidence/intake';
import type { Person } from '../evidence/staff';
import { countItem, notAssigned, uncovered, type Measuring } from '../metrics/count';
import { newTally, sameQuestion, type Duty, type Question, type Tally } from '../metrics/tally';
import { placeOf, type Month } from '../metrics/place';
import type { Work } from '../metrics/metric';
import type { Role } from './rulebook';

/** A role's work, in its order, each with what the indicators ask of its items. */
export function dutiesOf(role: Role): Duty[] {
	return role.work.map((work) => {
		const measures = role.indicators
			.filter((one) => one.activity === work.activity)
			.map((one) => one.measure);
		const questions: Question[] = [];
		for (const measure of measures) {
			if (measure.kind !== 'resolved' && measure.kind !== 'responded' && measure.kind !== 'value')
				continue;
			if (!questions.some((one) => sameQuestion(one, measure))) questions.push(measure);
		}
		return { work, timed: measures.some((one) => one.kind === 'onTime'), questions };
	});
}

/** What a stream is to a role: evidence of the work at `index`, or, from another source, only compared with it. */
export interface Slot {
	readonly index: number;
	readonly counts: boolean;
}

export const slotOf = (
	works: readonly Work[],
	source: string,
	activity: string,
): Slot | undefined => {
	const index = works.findIndex((work) => work.activity === activity);
	return index < 0 ? undefined : { index, counts: works[index]?.source === source };
};

/** One person's counts. */
export interface PersonSurvey {
	/** By work, in the role's order. */
	readonly tallies: readonly Tally[];
	/** Done items by other source, of each work. */
	readonly others: readonly Map<string, number>[];
}

/** All counts of a run, and how many records nobody known has, by stream and account. */
export interface Survey {
	/** By place in the staff; undefined: no role. */
	readonly people: readonly (PersonSurvey | undefined)[];
	readonly strangers: ReadonlyMap<number, ReadonlyMap<number, number>>;
}

/** What a survey needs to know beside the evidence. */
export interface SurveyRules extends Measuring {
	readonly month: Month;
	/** By place in the staff; undefined: no role. */
	readonly roles: readonly (Role | undefined)[];
}

interface RolePlan {
	readonly duties: readonly Duty[];
	/** By stream. */
	readonly slots: readonly (Slot | undefined)[];
}

function plansOf(intake: Intake, roles: SurveyRules['roles']): Map<Role, RolePlan> {
	const plans = new Map<Role, RolePlan>();
	for (const role of roles) {
		if (role === undefined || plans.has(role)) continue;
		const slots = intake.streams.all.map((one) => slotOf(role.work, one.source, one.activity));
		plans.set(role, { duties: dutiesOf(role), slots });
	}
	return plans;
}

/** Goes through the ledger once, row by row, and counts each for whom and what it is. */
export class Surveyor {
	private readonly plans: readonly (RolePlan | undefined)[];
	private readonly people: readonly (PersonSurvey | undefined)[];
	private readonly strangers = new Map<number, Map<number, number>>();
	/** By place in the staff. */
	private readonly given: readonly (Measuring & { readonly person: Person })[];

	constructor(
		private readonly intake: Intake,
		private readonly rules: SurveyRules,
	) {
		const plans = plansOf(intake, rules.roles);
		this.plans = rules.roles.map((role) => (role === undefined ? undefined : plans.get(role)));
		const { clock, asOf } = rules;
		this.given = intake.staff.people.map((person) => ({ clock, asOf, person }));
		this.people = this.plans.map(
			(plan) =>
				plan && {
					tallies: plan.duties.map(newTally),
					others: plan.duties.map(() => new Map<string, number>()),
				},
		);
	}

	survey(): Survey {
		const { ledger, staff } = this.intake;
		const item = newItem();
		for (let row = 0; row < ledger.size; row += 1) {
			if (ledger.isDisputed(row)) continue;
			ledger.read(row, item);
			if (item.person >= staff.people.length) this.countStranger(item.stream, item.person);
			else this.count(item);
		}
		for (const { row, people } of ledger.conflicts())
			for (const person of people)
				if (person >= staff.people.length) this.countStranger(ledger.streamOf(row), person);
		return { people: this.people, strangers: this.strangers };
	}

	private countStranger(stream: number, person: number): void {
		const counts = this.strangers.get(stream) ?? new Map<number, number>();
		this.strangers.set(stream, counts.set(person, (counts.get(person) ?? 0) + 1));
	}

	private count(item: Item): void {
		const plan = this.plans[item.person];
		const slot = plan?.slots[item.stream];
		if (plan === undefined || slot === undefined) return;
		const duty = plan.duties[slot.index];
		if (duty === undefined) return;
		if (slot.counts) this.countOwn(item, duty, slot.index);
		else this.countOther(item, duty, slot.index);
	}

	private countOwn(item: Item, duty: Duty, index: number): void {
		const tally = this.people[item.person]?.tallies[index];
		const given = this.given[item.person];
		if (tally === undefined || given === undefined) return;
		const { clock, month } = this.rules;
		const place = placeOf(item, duty.work, month, clock);
		if (place === 'out') return;
		if (place !== 'in') {
			tally.faults.push({ row: item.row, ...(place === 'uncovered' ? uncovered : notAssigned) });
			return;
		}
		this.intake.ledger.markBelonging(item.row);
		for (const fault of countItem(tally, duty, item, given))
			tally.faults.push({ row: item.row, ...fault });
	}

	private countOther(item: Item, duty: Duty, index: number): void {
		const others = this.people[item.person]?.others[index];
		const { clock, asOf, month } = this.rules;
		if (others === undefined || placeOf(item, duty.work, month, clock) !== 'in') return;
		const { source } = this.intake.streams.all[item.stream] ?? { source: '' };
		const done = item.status === 1 && item.completed <= asOf ? 1 : 0;
		others.set(source, (others.get(source) ?? 0) + done);
	}
}
