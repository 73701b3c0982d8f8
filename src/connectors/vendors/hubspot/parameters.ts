import { furtherFields, handlerAs, lookBackDays } from '../../engine/commonParameters';
import type { Parameter } from '../../engine/system';

type Noun = 'ticket' | 'deal' | 'contact';

/** Settings of every kind of record. */
export const recordParameters = (noun: Noun): readonly Parameter[] => [
	handlerAs,
	{
		name: 'errorProperty',
		label: 'Error Property',
		description: `Internal name of the number property that holds the confirmed errors of a ${noun}; empty: how often it was opened again after it was done`,
		kind: 'text',
		default: '',
		placeholder: 'e.g. confirmed_errors',
		lookup: `${noun}Numbers`,
	},
	furtherFields('properties', 'e.g. amount, hs_ticket_priority', `${noun}Properties`),
	lookBackDays,
];

export const pipelines = (noun: Noun): Parameter => ({
	name: 'pipelines',
	label: 'Pipelines',
	description: `Whose ${noun}s count; empty: those of all pipelines`,
	kind: 'list',
	default: [],
	placeholder: 'e.g. 0, 75e28846',
	lookup: `${noun}Pipelines`,
});
