import type { Draft } from '../draft';
import { finding } from '../finding';
import type { Finding } from '../finding';
import { nearest } from '../nearest';
import type { RulebookShape } from '../rulebookShape';
import { timeZoneExists, timeZoneNames } from '../timeZones';
import { checkCalendar } from './checkCalendar';
import { checkRole } from './checkRole';
import { twice } from './twice';

type Grades = Draft<RulebookShape['grades']>;

function checkGrades(grades: Grades): readonly Finding[] {
	const unsorted = grades.flatMap((grade, index) => {
		const above = grades[index - 1]?.from;
		if (grade?.from === undefined || above === undefined || grade.from < above) return [];
		const says = `is ${grade.from}, expected less than ${above}, which the grade before it has`;
		return [finding('order', ['grades', index, 'from'], says, 'Sort the grades from high to low.')];
	});
	const last = grades.at(-1)?.from;
	if (last === undefined || last === 0) return unsorted;
	const path = ['grades', grades.length - 1, 'from'];
	const says = `is ${last}, expected 0, so that every total has a grade`;
	return [...unsorted, finding('order', path, says, 'Let the last grade begin from 0.')];
}

/** The time zone is one of the IANA database. */
export function checkTimeZone(timeZone: string | undefined): readonly Finding[] {
	if (timeZone === undefined || timeZoneExists(timeZone)) return [];
	const near = nearest(timeZone, timeZoneNames());
	const says = `is "${timeZone}", which is no time zone, expected an IANA name such as "Asia/Shanghai"`;
	const remedy =
		near === undefined
			? 'Set it to the IANA name of your time zone.'
			: `Write "${near}", the nearest right spelling.`;
	return [finding('timeZone', ['timeZone'], says, remedy)];
}

/** Every check beyond the shape, over whatever of the rulebook could be read. */
export function checkRulebook(draft: Draft<RulebookShape>, given: unknown): readonly Finding[] {
	const roles = draft.roles ?? [];
	return [
		...checkTimeZone(draft.timeZone),
		...checkCalendar(draft, given),
		...checkGrades(draft.grades ?? []),
		...twice(['grades'], 'id', draft.grades ?? []),
		...twice(['roles'], 'id', roles),
		...roles.flatMap((role, index) => (role === undefined ? [] : checkRole(role, index))),
	];
}
