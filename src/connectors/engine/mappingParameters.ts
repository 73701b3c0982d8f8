import { furtherFields, lookBackDays } from './commonParameters';
import type { Parameter } from './system';

export const text = (
	name: string,
	label: string,
	description: string,
	rest: Partial<Parameter> = {},
): Parameter => ({ name, label, description, kind: 'text', default: '', ...rest });

const field = (name: string, label: string, told: string, placeholder: string): Parameter =>
	text(name, label, `${told}; empty: not known`, { placeholder: `e.g. ${placeholder}` });

/** Systems without a name of their own: many of them may be in one month. */
export const systemName = (fallback: string): Parameter =>
	text(
		'systemName',
		'System Name',
		'The name of the system in the evidence and in the employee accounts',
		{ default: fallback, required: true },
	);

/** Which field of a row is what: for systems that are known only to the user. */
export const mapping: readonly Parameter[] = [
	text('idField', 'ID Field', 'The field with the ID of a record', {
		default: 'id',
		required: true,
	}),
	field('updatedField', 'Updated Field', 'When the record was last changed', 'updated_at'),
	field(
		'handlerField',
		'Handler Field',
		'The account of the person: user name, ID or e-mail',
		'owner.email',
	),
	field('statusField', 'Status Field', 'The state of the record', 'status'),
	text(
		'doneValues',
		'Done Values',
		'States that mean done, separated by commas: needed with a status field; without one a record with a completion time is done',
		{
			placeholder: 'e.g. closed, solved',
		},
	),
	text('cancelledValues', 'Cancelled Values', 'States that mean cancelled, separated by commas', {
		placeholder: 'e.g. deleted',
	}),
	field('assignedField', 'Assigned Field', 'When the work came to the person', 'assigned_at'),
	field('completedField', 'Completed Field', 'When the work was done', 'closed_at'),
	field('dueField', 'Due Field', 'When it is due; a date alone is its end (24:00)', 'due_at'),
	field(
		'firstResponseField',
		'First Response Field',
		'When it was first answered',
		'first_reply_at',
	),
	field('resolvedField', 'Resolved Field', 'Whether it was resolved: true or false', 'resolved'),
	field('errorsField', 'Errors Field', 'How many confirmed errors it has', 'errors'),
	field('delayReasonField', 'Delay Reason Field', 'Why it was late', 'delay_reason'),
	field('urlField', 'Link Field', 'The address of the record for people', 'html_url'),
	text(
		'naiveZone',
		'Time Zone of Times',
		'For times without an offset, the zone that they are in, as an IANA name; empty: such times are refused',
		{
			placeholder: 'e.g. Asia/Shanghai',
		},
	),
	furtherFields('fields', 'e.g. amount, category'),
	lookBackDays,
];
