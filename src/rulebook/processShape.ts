import { z } from 'zod';
import { calendarChoice, expects, id, label, limit, list, object, text } from './rulebookShape';

// The shape of a process's JSON. Each message is what was expected, in words that follow "expected".

const aDoer =
	'who does it, such as { "role": "administration" }, { "starter": true } or { "leader": true }';
const yes = z.literal(true, expects('true')).optional();
const doer = object(
	{
		role: id('administration').optional(),
		anyone: yes,
		starter: yes,
		leader: yes,
		employees: list(text('an employee\'s id in quotes, such as "E007"'), 'a list of employee ids')
			.min(1, 'at least one employee id')
			.optional(),
	},
	aDoer,
);

const field = object(
	{
		id: id('supplier'),
		label,
		type: z.enum(
			['text', 'number', 'date', 'choice'],
			expects('"text", "number", "date" or "choice"'),
		),
		required: z.boolean(expects('true or false')).optional(),
		choices: list(text('a choice in quotes'), 'a list of choices')
			.min(1, 'at least one choice')
			.optional(),
	},
	'a field such as { "id": "supplier", "type": "text" }',
);

const step = object(
	{
		id: z
			.string(expects('an id in quotes, such as "buy"'))
			.regex(/^[A-Za-z][A-Za-z0-9_-]{0,39}$/, 'an id of letters and digits, such as "buy"'),
		label,
		by: doer,
		activity: text('an activity in quotes, such as "procurement"').optional(),
		limit,
		opinion: z.boolean(expects('true or false')).optional(),
		returnsTo: text('the id of an earlier step in quotes').optional(),
		fields: list(field, 'a list of fields').optional(),
	},
	'a step such as { "id": "buy", "by": { "role": "administration" } }',
);

export const processShape = object(
	{
		process: z.literal(1, expects('the number 1, the version of this format')),
		id: id('procurement'),
		version: text('a version in quotes, such as "1"'),
		prefix: z
			.string(expects('capital letters in quotes, such as "PR"'))
			.regex(/^[A-Z][A-Z0-9]{1,9}$/, 'two to ten capital letters or digits, such as "PR"'),
		label,
		timeZone: text('a time zone in quotes, such as "Asia/Shanghai"'),
		calendar: calendarChoice,
		steps: list(step, 'a list of steps').min(1, 'at least one step'),
	},
	'a process: a JSON object with process, id, version, prefix, timeZone and steps',
);

export type ProcessShape = z.infer<typeof processShape>;
export type StepShape = z.infer<typeof step>;
export type DoerShape = z.infer<typeof doer>;
