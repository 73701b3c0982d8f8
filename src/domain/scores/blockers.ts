import type { BadRecord, Intake } from '../evidence/intake';
import type { EmployeeRow, Person } from '../evidence/staff';
import { byCodeUnit } from '../kernel/canonicalJson';
import { compare, whole } from '../kernel/ratio';
import type { Work } from '../metrics/metric';
import type { Fault } from '../metrics/tally';
import type { Exception } from './exception';
import type { Ratings } from './rating';
import type { Role, Rulebook } from './rulebook';
import { slotOf, type PersonSurvey } from './survey';
import { exactText } from './wording';

const badRow = (row: EmployeeRow): Exception => ({
	code: 'badEmployee',
	blocks: true,
	employeeId: row.id,
	message: `Employee ${row.id ?? `${row.position} of the list`}: ${row.problems.join('; ')}.`,
	remedy: 'Correct the row in the list of employees.',
});

/** Rows of the list that name nobody. */
export const namelessRows = (rows: readonly EmployeeRow[]): Exception[] => rows.map(badRow);

/** What stands alone for its person: the first of listed twice, a bad row, no role, too few days. */
export function aloneOf(
	person: Person,
	role: Role | undefined,
	rulebook: Rulebook,
): Exception | undefined {
	const { id, row, rows } = person;
	const of = { blocks: true, employeeId: id };
	if (rows.length > 1) {
		const message = `Employee ${id}: expected one row in the list of employees, found ${rows.length}.`;
		return { code: 'duplicateEmployee', ...of, message, remedy: 'Keep the row that is right.' };
	}
	if (row.problems.length > 0) return badRow(row);
	if (role === undefined) {
		const known = rulebook.roles.map((one) => one.id).join(', ');
		const found = row.role === undefined ? 'none' : `'${row.role}'`;
		const message = `Employee ${id}: role: expected one of the rulebook (${known}), found ${found}.`;
		return {
			code: 'noRole',
			...of,
			message,
			remedy: 'Correct the role, or add it to the rulebook.',
		};
	}
	const { days } = row;
	if (days === undefined || compare(days.present, whole(rulebook.minPresentDays)) >= 0)
		return undefined;
	const message = `Employee ${id}: presentDays: expected at least ${rulebook.minPresentDays}, found ${exactText(days.present)}.`;
	const remedy = 'No score for so few days: a person decides what is paid.';
	return { code: 'tooFewDays', ...of, message, remedy };
}

/** Systems that sent evidence for a work, or say that they did. */
function systemsOf(intake: Intake, { source, activity }: Work): string[] {
	const sent = intake.streams.all
		.filter((one) => one.source === source && one.activity === activity)
		.map((one) => one.system);
	const all = new Set([...sent, ...intake.coverage.of(source, activity).keys()]);
	return [...all].sort(byCodeUnit);
}

/** What is missing of the coverage that a person's work needs. */
export function coverageOf(intake: Intake, person: Person, works: readonly Work[]): Exception[] {
	return works.flatMap((work): Exception[] => {
		const { source, activity } = work;
		const of = { blocks: true, employeeId: person.id, source, activity };
		const what = `Employee ${person.id}: ${activity} of ${source}`;
		const systems = systemsOf(intake, work);
		if (systems.length === 0) {
			const message = `${what}: expected a coverage record of the period, found none.`;
			const remedy = `Read ${source} for the period, with its coverage; nothing read is not nothing done.`;
			return [{ code: 'coverageMissing', ...of, message, remedy }];
		}
		const known = intake.coverage.of(source, activity);
		return systems.flatMap((system): Exception[] => {
			const coverage = known.get(system);
			if (coverage?.complete === true) return [];
			if (coverage === undefined) {
				const message = `${what}: expected a coverage record of ${system}, which has evidence there; found none.`;
				const remedy = `Read ${system} for the period, with its coverage.`;
				return [{ code: 'coverageMissing', ...of, system, message, remedy }];
			}
			const message = `${what}: ${system} did not give everything: ${coverage.gap ?? 'no reason given'}.`;
			const remedy = `Remove the cause and read ${system} again.`;
			return [{ code: 'coverageIncomplete', ...of, system, message, remedy }];
		});
	});
}

/** Criteria that nobody rated. */
export function missingRatings(person: Person, role: Role, ratings: Ratings): Exception[] {
	return role.leader
		.filter(({ id }) => ratings.of(person.id, id).length === 0 && !ratings.rejected(person.id, id))
		.map(({ id }) => ({
			code: 'ratingMissing',
			blocks: true,
			employeeId: person.id,
			criterion: id,
			message: `Employee ${person.id}: expected a leader's rating for ${id}, found none.`,
			remedy: `Ask ${person.row.leaderId ?? 'the leader'} to rate; a rating has no default.`,
		}));
}

const nameOf = (bad: BadRecord): string => {
	const stream = [bad.source, bad.system, bad.activity].map((part) => part ?? '?').join('/');
	const id =
		bad.recordId === undefined ? `number ${bad.position ?? 0} of the evidence` : bad.recordId;
	return `Record ${id} (${stream})`;
};

/** Whether a bad record could be evidence of a role's work: what it does not tell may be anything. */
const concerns = (bad: BadRecord, works: readonly Work[]): boolean =>
	works.some(
		(work) =>
			(bad.source ?? work.source) === work.source &&
			(bad.activity ?? work.activity) === work.activity,
	);

/** A bad record, of a person or of nobody known. */
export const badRecord = (
	bad: BadRecord,
	person: Person | undefined,
	works: readonly Work[],
): Exception => ({
	code: 'badEvidence',
	blocks: person !== undefined && concerns(bad, works),
	employeeId: person?.id,
	source: bad.source,
	system: bad.system,
	activity: bad.activity,
	recordId: bad.recordId,
	message: `${nameOf(bad)}: ${bad.problems}.`,
	remedy: `Correct the record in ${bad.system ?? bad.source ?? 'its system'} and read it again.`,
});

/** Records whose latest versions disagree, for everyone known who is named in one. */
export function conflictsOf(
	intake: Intake,
	roleOf: (place: number) => Role | undefined,
): Exception[] {
	return intake.ledger.conflicts().flatMap(({ row, people }) => {
		const stream = intake.streams.all[intake.ledger.streamOf(row)];
		if (stream === undefined) return [];
		const recordId = intake.ledger.ids.text(row);
		return [...people].flatMap((place): Exception[] => {
			const person = intake.staff.people[place];
			if (person === undefined) return [];
			const works = roleOf(place)?.work ?? [];
			return [
				{
					code: 'conflictingEvidence',
					blocks: slotOf(works, stream.source, stream.activity)?.counts === true,
					employeeId: person.id,
					...stream,
					recordId,
					message: `Record ${recordId} (${stream.source}/${stream.system}/${stream.activity}): its latest versions disagree.`,
					remedy: 'Read the record again, or remove the version that is wrong.',
				},
			];
		});
	});
}

/** Where no indicator of a role applies to a person. */
export const nothingApplies = (person: Person, role: Role): Exception => ({
	code: 'nothingApplies',
	blocks: true,
	employeeId: person.id,
	message: `Employee ${person.id}: no indicator of role ${role.id} applies, since there is no work and no target.`,
	remedy: 'A person decides what is paid.',
});

/** Records that count but cannot be measured: bad ones each, of uncovered years one per work. */
export function faultsOf(
	intake: Intake,
	person: Person,
	works: readonly Work[],
	survey: PersonSurvey,
): Exception[] {
	return survey.tallies.flatMap((tally, index) => {
		const work = works[index];
		if (work === undefined || tally.faults.length === 0) return [];
		const bad = tally.faults.filter((fault) => fault.code === 'badEvidence');
		const uncovered = tally.faults.filter((fault) => fault.code === 'calendarNotCovered');
		return [
			...bad.map((fault) => badRecord(badOf(intake, fault), person, works)),
			...(uncovered.length > 0 ? [notCovered(intake, person, work, uncovered)] : []),
		];
	});
}

function badOf(intake: Intake, fault: Fault): BadRecord {
	const stream = intake.streams.all[intake.ledger.streamOf(fault.row)];
	const recordId = intake.ledger.ids.text(fault.row);
	return {
		person: undefined,
		source: stream?.source,
		system: stream?.system,
		activity: stream?.activity,
		recordId,
		position: undefined,
		problems: fault.message,
	};
}

function notCovered(
	intake: Intake,
	person: Person,
	work: Work,
	faults: readonly Fault[],
): Exception {
	const ids = faults.map((fault) => intake.ledger.ids.text(fault.row)).sort(byCodeUnit);
	const [first = ''] = ids;
	const many = ids.length === 1 ? `Record ${first}` : `${ids.length} records, the first ${first}`;
	return {
		code: 'calendarNotCovered',
		blocks: true,
		employeeId: person.id,
		source: work.source,
		activity: work.activity,
		recordId: first,
		count: ids.length,
		message: `${many} (${work.source}/${work.activity}): ${faults[0]?.message ?? ''}.`,
		remedy: "Add the year to the rulebook's calendar, and score again.",
	};
}

/** Evidence of nobody known: one for each source, system, activity and account. */
export function strangersOf(
	intake: Intake,
	strangers: ReadonlyMap<number, ReadonlyMap<number, number>>,
): Exception[] {
	return [...strangers].flatMap(([streamIndex, counts]) => {
		const stream = intake.streams.all[streamIndex];
		if (stream === undefined) return [];
		return [...counts].map(([person, count]): Exception => {
			const account = intake.unknown[person - intake.staff.people.length] ?? '';
			const shared = intake.staff.owner(stream.system, account) === 'several';
			const why = shared ? 'is listed for several employees' : 'is of no employee';
			return {
				code: 'unknownHandler',
				blocks: false,
				employeeId: undefined,
				...stream,
				account,
				count,
				message: `${count} record(s) of ${stream.source}/${stream.system}/${stream.activity}: account '${account}' ${why}.`,
				remedy: shared
					? `Leave the account with one employee under accounts.${stream.system}.`
					: `Add the account to its employee under accounts.${stream.system}, or the employee to the list.`,
			};
		});
	});
}
