import { parseDay } from '../kernel/civil';
import { fromDecimal } from '../kernel/ratio';
import type { Fields } from './event';
import type { Step, StepField } from './process';
import { refuse, type Refusal } from './refusal';

type Value = Fields[string] | undefined;

const isBlank = (value: Value): boolean => value === undefined || value === null || value === '';

/** No amount and no quantity that a step asks for can be below nothing. */
const isAmount = (value: Value): boolean =>
	typeof value === 'number'
		? value >= 0
		: typeof value === 'string' && fromDecimal(value) !== undefined && !value.startsWith('-');

/** What is wrong with a value of a type; undefined: nothing. */
const expected: {
	readonly [type in StepField['type']]: (value: Value, field: StepField) => string | undefined;
} = {
	text: (value) => (typeof value === 'object' ? 'a text' : undefined),
	number: (value) => (isAmount(value) ? undefined : 'a number that is not below 0'),
	date: (value) =>
		typeof value === 'string' && parseDay(value.slice(0, 10)) !== undefined
			? undefined
			: 'a date like 2026-10-08',
	choice: (value, { choices }) =>
		choices.includes(`${value ?? ''}`) ? undefined : `one of ${choices.join(', ')}`,
};

const wrong = (itemId: string, field: string, says: string, remedy: string): Refusal =>
	refuse('field', `${itemId}: field "${field}" ${says}`, remedy);

function unknownField(itemId: string, step: Step, fields: Fields): Refusal | undefined {
	const name = Object.keys(fields).find((one) => !step.fields.some(({ id }) => id === one));
	if (name === undefined) return undefined;
	const known = step.fields.map(({ id }) => id).join(', ');
	const remedy = known === '' ? 'Leave it out: the step has none.' : `Name one of ${known}.`;
	return wrong(itemId, name, `is not one of "${step.id}"`, remedy);
}

function badValue(
	itemId: string,
	field: StepField,
	value: Value,
	isWhole: boolean,
): Refusal | undefined {
	if (isBlank(value))
		return field.required && isWhole
			? wrong(itemId, field.id, 'is missing', 'Fill it in.')
			: undefined;
	const should = expected[field.type](value, field);
	if (should === undefined) return undefined;
	return wrong(itemId, field.id, `is "${`${value ?? ''}`}", expected ${should}`, 'Correct it.');
}

/** The first field of a step that is missing, unknown or of another type. */
export function badField(
	itemId: string,
	step: Step,
	fields: Fields = {},
	isWhole = true,
): Refusal | undefined {
	const unknown = unknownField(itemId, step, fields);
	if (unknown !== undefined) return unknown;
	for (const field of step.fields) {
		const bad = badValue(itemId, field, fields[field.id], isWhole);
		if (bad !== undefined) return bad;
	}
	return undefined;
}
