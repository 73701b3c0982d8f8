import type { Belonging } from '../evidence/order';
import { digestOf } from '../evidence/digest';
import type { Intake } from '../evidence/intake';
import type { Person } from '../evidence/staff';
import type { NewHash } from '../kernel/hash';
import * as blockers from './blockers';
import { differencesOf, type Claim } from './differences';
import { compareExceptions, type Exception } from './exception';
import { flagsOf } from './flags';
import { scoreIndicators, type Scored } from './points';
import type { Ratings } from './rating';
import type { Role, Rulebook } from './rulebook';
import type { Scorecard } from './scorecard';
import { gradeOf, leaderLine, systemLines, totalOf } from './scorePerson';
import { dutiesOf, type PersonSurvey, type Survey } from './survey';

/** Everything that a period is scored from, read and checked. */
export interface Case {
	readonly rulebook: Rulebook;
	readonly intake: Intake;
	readonly survey: Survey;
	readonly belonging: Belonging;
	/** By place in the staff. */
	readonly roles: readonly (Role | undefined)[];
	readonly ratings: Ratings;
	readonly claims: readonly Claim[];
	/** What was wrong with coverage and claims: it blocks nobody. */
	readonly remarks: readonly Exception[];
	readonly newHash: NewHash;
}

export interface Outcome {
	/** Sorted by employee id. */
	readonly scorecards: readonly Scorecard[];
	/** Sorted by employee id, those of nobody first, then by code. */
	readonly exceptions: readonly Exception[];
}

interface Standing {
	readonly person: Person;
	readonly place: number;
	readonly role: Role;
	readonly survey: PersonSurvey;
}

const RECORDS_SHOWN = 200;

function cardOf(
	given: Case,
	{ person, place, role, survey }: Standing,
	scored: readonly Scored[],
): Scorecard {
	const { intake, belonging, ratings, rulebook, newHash } = given;
	const rows = belonging.of(place);
	const recordsOf = (activity: string): string[] => {
		const ids: string[] = [];
		for (const row of rows) {
			if (ids.length === RECORDS_SHOWN) break;
			if (intake.streams.all[intake.ledger.streamOf(row)]?.activity === activity)
				ids.push(intake.ledger.ids.text(row));
		}
		return ids;
	};
	const lines = [
		...systemLines(scored, recordsOf),
		...role.leader.map((criterion) => leaderLine(criterion, ratings.of(person.id, criterion.id))),
	];
	const totals = totalOf(lines);
	return {
		employeeId: person.id,
		name: person.row.name,
		role: role.id,
		branch: person.row.branch,
		...totals,
		grade: gradeOf(rulebook.grades, totals.totalCents),
		lines,
		flags: flagsOf(scored, survey, role, (row) => intake.ledger.ids.text(row)),
		differences: differencesOf(person.id, role, survey, given.claims),
		evidence: { count: rows.length, digest: digestOf(intake, rows, newHash) },
	};
}

/** All exceptions by person; undefined: of nobody known. */
function exceptionsByPerson(given: Case): Map<string | undefined, Exception[]> {
	const { intake, survey, roles, ratings, remarks } = given;
	const { staff } = intake;
	const all: Exception[] = [
		...blockers.namelessRows(staff.nameless),
		...blockers.strangersOf(intake, survey.strangers),
		...blockers.conflictsOf(intake, (place) => roles[place]),
		...intake.bad.map((bad) => {
			const { person = -1 } = bad;
			return blockers.badRecord(bad, staff.people[person], roles[person]?.work ?? []);
		}),
		...ratings.exceptions,
		...remarks,
	];
	const byPerson = new Map<string | undefined, Exception[]>();
	for (const one of all)
		byPerson.set(one.employeeId, [...(byPerson.get(one.employeeId) ?? []), one]);
	return byPerson;
}

/** What one person gets: a scorecard, or the reasons why not. */
function scoreOne(
	given: Case,
	place: number,
	found: readonly Exception[],
): { card?: Scorecard; exceptions: readonly Exception[] } {
	const { intake, rulebook, roles, ratings } = given;
	const person = intake.staff.people[place];
	if (person === undefined) return { exceptions: [] };
	const role = roles[place];
	const alone = blockers.aloneOf(person, role, rulebook);
	const survey = given.survey.people[place];
	if (alone !== undefined) return { exceptions: [alone] };
	if (role === undefined || survey === undefined) return { exceptions: found };
	const exceptions = [
		...found,
		...blockers.coverageOf(intake, person, role.work),
		...blockers.faultsOf(intake, person, role.work, survey),
		...blockers.missingRatings(person, role, ratings),
	];
	if (exceptions.some((one) => one.blocks)) return { exceptions };
	const scored = scoreIndicators(role, dutiesOf(role), survey.tallies, person.row.days);
	if (scored === undefined)
		return { exceptions: [...exceptions, blockers.nothingApplies(person, role)] };
	return { card: cardOf(given, { person, place, role, survey }, scored), exceptions };
}

/** Scores everybody; one person's exception never stops another's scorecard. */
export function scoreAll(given: Case): Outcome {
	const { staff } = given.intake;
	const found = exceptionsByPerson(given);
	const results = staff.people.map((person, place) =>
		scoreOne(given, place, found.get(person.id) ?? []),
	);
	const known = new Set<string | undefined>(staff.people.map((person) => person.id));
	const strays = [...found]
		.filter(([id]) => !known.has(id))
		.flatMap(([, exceptions]) => exceptions);
	return {
		scorecards: results.flatMap(({ card }) => card ?? []),
		exceptions: [...strays, ...results.flatMap((one) => one.exceptions)].sort(compareExceptions),
	};
}
