import { furtherFields, lookBackDays } from '../../engine/commonParameters';
import type { Parameter } from '../../engine/system';

const text = (
	name: string,
	label: string,
	description: string,
	rest: Partial<Parameter> = {},
): Parameter => ({ name, label, description, kind: 'text', default: '', ...rest });

const field = (name: string, label: string, told: string, placeholder: string): Parameter =>
	text(name, label, `${told}; empty: not known`, { placeholder: `e.g. ${placeholder}` });

const when = (...values: string[]): Pick<Parameter, 'showFor'> => ({
	showFor: { parameter: 'paging', values },
});

const request: readonly Parameter[] = [
	text(
		'systemName',
		'System Name',
		'The name of the system in the evidence and in the employee accounts',
		{
			default: 'rest',
			required: true,
		},
	),
	text('path', 'Path', 'Path of the list, after the base URL of the credential', {
		placeholder: 'e.g. /tickets',
		required: true,
	}),
	text(
		'query',
		'Query',
		'The query of the list; {from} stands for the moment since which updates are wanted (also {fromUnix}, {fromDate}), {to} for its end (also {toUnix}, {toDate})',
		{ placeholder: 'e.g. updated_since={from}&limit=100&sort=id' },
	),
	text('listAt', 'List at', 'Where in the answer the list is; empty: the answer is the list', {
		placeholder: 'e.g. data.items',
	}),
];

const paging: readonly Parameter[] = [
	{
		name: 'paging',
		label: 'Paging',
		description: 'How the system gives the pages after the first',
		kind: 'choice',
		default: 'none',
		choices: [
			{ value: 'none', label: 'None', description: 'One answer holds everything' },
			{
				value: 'cursor',
				label: 'Cursor',
				description: 'The answer carries a mark of the next page',
			},
			{
				value: 'keyset',
				label: 'Last ID',
				description: 'Records after the last ID, in order of the ID',
			},
			{
				value: 'link',
				label: 'Next Link',
				description: 'The answer, or its Link header, carries an address',
			},
			{ value: 'offset', label: 'Offset', description: 'So many records are left out' },
			{ value: 'page', label: 'Page Number', description: 'Pages are counted' },
		],
	},
	text(
		'pageParameter',
		'Page Parameter',
		'The query parameter that takes the cursor, offset, page or last ID',
		{
			placeholder: 'e.g. page',
			required: true,
			...when('cursor', 'offset', 'page', 'keyset'),
		},
	),
	text(
		'nextAt',
		'Next at',
		'Where in the answer the cursor or the link is; empty: the Link header',
		{
			placeholder: 'e.g. meta.next',
			...when('cursor', 'link'),
		},
	),
	{
		name: 'firstPage',
		label: 'First Page',
		description: 'The number of the first page',
		kind: 'number',
		default: 1,
		...when('page'),
	},
	text(
		'totalAt',
		'Total at',
		'Where in the answer the number of all records is; empty: it is not told',
		{
			placeholder: 'e.g. meta.total',
		},
	),
	{
		name: 'cap',
		label: 'Cap',
		description:
			'How many records one list gives at most; when it is reached the time is split, for which the query needs {to}. 0: no cap',
		kind: 'number',
		default: 0,
	},
];

const mapping: readonly Parameter[] = [
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
		'States that mean done, separated by commas; without a status field a record with a completion time is done',
		{
			placeholder: 'e.g. closed, solved',
		},
	),
	text('cancelledValues', 'Cancelled Values', 'States that mean cancelled, separated by commas', {
		placeholder: 'e.g. deleted',
	}),
	field('assignedField', 'Assigned Field', 'When the work came to the person', 'assigned_at'),
	field('completedField', 'Completed Field', 'When the work was done', 'closed_at'),
	field('dueField', 'Due Field', 'When it is due', 'due_at'),
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

export const parameters: readonly Parameter[] = [...request, ...paging, ...mapping];
