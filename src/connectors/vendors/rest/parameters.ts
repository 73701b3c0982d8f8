import { mapping, systemName, text } from '../../engine/mappingParameters';
import type { Parameter } from '../../engine/system';

const when = (...values: string[]): Pick<Parameter, 'showFor'> => ({
	showFor: { parameter: 'paging', values },
});

const request: readonly Parameter[] = [
	systemName('rest'),
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

/** How a list goes on. */
export const paging: readonly Parameter[] = [
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
		'Where in the answer the cursor or the link is; empty, for Next Link only: the Link header',
		{
			placeholder: 'e.g. meta.next',
			...when('cursor', 'link'),
		},
	),
	{
		name: 'nextLeftOut',
		label: 'Last Page Leaves Next Out',
		description:
			'Whether the last page, which may be the only one, has nothing at Next at. A misspelt Next at then looks like a last page: check a month that takes several pages',
		kind: 'boolean',
		default: false,
		...when('cursor', 'link'),
	},
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
];

const cap: Parameter = {
	name: 'cap',
	label: 'Cap',
	description:
		'How many records one list gives at most; when it is reached the time is split, for which the query needs {to}. 0: no cap',
	kind: 'number',
	default: 0,
};

export const parameters: readonly Parameter[] = [...request, ...paging, cap, ...mapping];
