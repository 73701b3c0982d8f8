import type { Instant } from '../../domain/kernel/time';
import type { Settings } from './parameters';
import type { Parameter } from './system';

const DAY = 86_400_000;

/** Every stream has it: an item that is due in the period may last have been touched before it. */
export const lookBackDays: Parameter = {
	name: 'lookBackDays',
	label: 'Look Back (Days)',
	description:
		'How many days before the period to start reading updates: at least the longest time limit of this work, so that items assigned before the period and due in it are found',
	kind: 'number',
	default: 31,
};

/** The same, for systems that find a record only by when it was started. */
export const lookBackToStart: Parameter = {
	...lookBackDays,
	description:
		'How many days before the period to start reading: at least as long as an approval takes from its start to its end, since the system finds approvals by their start only; one that was started earlier is missing without an error',
	default: 90,
};

export const sinceOf = (periodStart: Instant, settings: Settings): Instant =>
	periodStart - settings.count(lookBackDays.name) * DAY;

type Choice = NonNullable<Parameter['choices']>[number];

/** Which account of a handler is named; the first choice is the default. */
export const handlerIs = (first: Choice, ...others: readonly Choice[]): Parameter => ({
	name: 'handlerAs',
	label: 'Handler Is',
	description:
		'Which account of the person the evidence names; list the same one in the employee accounts',
	kind: 'choice',
	default: first.value,
	choices: [first, ...others],
});

export const byEmail: Choice = {
	value: 'email',
	label: 'E-Mail',
	description: 'The e-mail address of the user, else the ID',
};

export const handlerAs = handlerIs(byEmail, {
	value: 'id',
	label: 'User ID',
	description: 'The ID that the system gave the user',
});

export const furtherFields = (noun: string, placeholder: string, lookup?: string): Parameter => ({
	...(lookup === undefined ? {} : { lookup }),
	name: 'fields',
	label: 'Further Fields',
	description:
		lookup === undefined
			? `Names of ${noun} to keep in the evidence, separated by commas; nothing else is kept`
			: `Which ${noun} to keep, and their names in the evidence; nothing else is kept`,
	kind: 'fields',
	default: '',
	placeholder,
});
