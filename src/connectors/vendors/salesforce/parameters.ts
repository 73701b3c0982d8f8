import { furtherFields, lookBackDays } from '../../engine/commonParameters';
import type { Parameter } from '../../engine/system';
import { handlerAs } from './users';

type Noun = 'opportunity' | 'task' | 'case';

export const several = (
	name: string,
	label: string,
	description: string,
	lookup: string,
): Parameter => ({ name, label, description, kind: 'list', default: [], lookup });

export const recordTypes = (noun: Noun): Parameter =>
	several(
		'recordTypes',
		'Record Types',
		'Which record types count; empty: all',
		`${noun}RecordTypes`,
	);

/** Settings of every kind of record. */
export const recordParameters = (noun: Noun, otherwise: string): readonly Parameter[] => [
	handlerAs,
	{
		name: 'errorField',
		label: 'Error Field',
		description: `API name of the number field that holds the confirmed errors of the ${noun}; empty: ${otherwise}`,
		kind: 'text',
		default: '',
		placeholder: 'e.g. Confirmed_Errors__c',
		lookup: `${noun}Numbers`,
	},
	furtherFields('fields', 'e.g. Amount, Region__c', `${noun}Fields`),
	lookBackDays,
];
