import type { Draft } from '../draft';
import { finding, notOneOf } from '../finding';
import type { Finding, Path } from '../finding';
import type { DoerShape, ProcessShape, StepShape } from '../processShape';
import { byClock, checkCalendarFor } from './checkCalendar';
import { checkLimit } from './checkLimit';
import { checkTimeZone } from './checkRulebook';
import { twice } from './twice';

type Steps = readonly (Draft<StepShape> | undefined)[];

function checkDoer(
	doer: Draft<DoerShape> | undefined,
	path: Path,
	isFirst: boolean,
): readonly Finding[] {
	if (doer === undefined) return [];
	const kinds = Object.keys(doer);
	const expected = 'expected exactly one of role, anyone, starter, leader and employees';
	if (kinds.length !== 1) {
		const says =
			kinds.length === 0 ? `names nobody, ${expected}` : `has ${kinds.join(' and ')}, ${expected}`;
		return [finding('doer', path, says, 'Keep one, such as { "role": "administration" }.')];
	}
	if (!isFirst || doer.leader === undefined) return [];
	const says = 'is the leader of who started, expected who may start: this is the first step';
	return [finding('doer', path, says, 'Set it to { "anyone": true } or to a role.')];
}

/** Nobody gives scored work to themselves: somebody else comes before. */
function checkGiver(steps: Steps, index: number): readonly Finding[] {
	const step = steps[index];
	const isStarters = ({ by }: Draft<StepShape>): boolean => by?.starter !== undefined;
	if (index === 0 || step?.activity === undefined || !isStarters(step)) return [];
	if (!steps.slice(1, index).every((one) => one !== undefined && isStarters(one))) return [];
	const says = 'is who started, expected another: a scored step that one alone gives to themselves';
	return [
		finding(
			'doer',
			['steps', index, 'by'],
			says,
			'Name a role, or let a step of another come before.',
		),
	];
}

/** Work that is given back goes to a step before. */
function checkReturn(steps: Steps, index: number): readonly Finding[] {
	const { returnsTo, opinion } = steps[index] ?? {};
	if (returnsTo === undefined) return [];
	const path = ['steps', index, 'returnsTo'];
	const earlier = steps.slice(0, index).flatMap((step) => step?.id ?? []);
	if (!earlier.includes(returnsTo)) return [notOneOf(path, returnsTo, earlier)];
	if (opinion === true) return [];
	const says = `is "${returnsTo}", expected "opinion": true beside it: only what is not qualified goes back`;
	return [finding('opinion', path, says, 'Add "opinion": true to the step.')];
}

function checkFields(step: Draft<StepShape>, at: Path): readonly Finding[] {
	const fields = step.fields ?? [];
	const choices = fields.flatMap((field, index) => {
		const path = [...at, 'fields', index, 'choices'];
		const isChoice = field?.type === 'choice';
		if (field?.type === undefined || isChoice === (field.choices !== undefined)) return [];
		return isChoice
			? [finding('missing', path, 'is missing, expected the choices', 'Add "choices": ["…", "…"].')]
			: [
					finding(
						'choices',
						path,
						`is there, expected none: the field is of type "${field.type}"`,
						'Remove it, or set the type to "choice".',
					),
				];
	});
	return [...twice([...at, 'fields'], 'id', fields), ...choices];
}

function checkStep(steps: Steps, index: number): readonly Finding[] {
	const step = steps[index];
	if (step === undefined) return [];
	const at = ['steps', index];
	return [
		...checkDoer(step.by, [...at, 'by'], index === 0),
		...checkGiver(steps, index),
		...checkLimit(step.limit, [...at, 'limit']),
		...checkReturn(steps, index),
		...checkFields(step, at),
	];
}

/** Every check beyond the shape, over whatever of the process could be read. */
export function checkProcess(draft: Draft<ProcessShape>, given: unknown): readonly Finding[] {
	const steps = draft.steps ?? [];
	const limits = byClock(
		steps.map((step, index) => ({ path: ['steps', index, 'limit'], limit: step?.limit })),
	);
	return [
		...checkTimeZone(draft.timeZone),
		...checkCalendarFor(draft.calendar, given, limits),
		...twice(['steps'], 'id', steps),
		...steps.flatMap((_, index) => checkStep(steps, index)),
	];
}
