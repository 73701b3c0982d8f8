import { furtherFields, lookBackDays } from '../../engine/commonParameters';
import type { Parameter } from '../../engine/system';
import { handlerAs } from './users';

export const parameters: readonly Parameter[] = [
	{
		name: 'doneWhen',
		label: 'Done When',
		description: 'Which step ends the work on a proposal; a cancelled one never counts',
		kind: 'choice',
		default: 'validated',
		choices: [
			{
				value: 'validated',
				label: 'Validated',
				description: 'The first validation, by the agenda events',
			},
			{
				value: 'decided',
				label: 'Signed or Refused',
				description: 'The first time that it was signed or refused, by the agenda events',
			},
			{
				value: 'validatedLast',
				label: 'Validated Last',
				description: 'The last validation, by the record alone: needs no agenda, tells no errors',
			},
		],
	},
	{
		name: 'handlerFrom',
		label: 'Handler Did',
		description: 'For whom a proposal counts',
		kind: 'choice',
		default: 'step',
		choices: [
			{
				value: 'step',
				label: 'Took That Step',
				description: 'The user who validated or closed it',
			},
			{ value: 'entered', label: 'Entered It', description: 'The user who entered it' },
		],
	},
	handlerAs,
	furtherFields('fields of proposals', 'e.g. total_ht, ref', 'proposalFields'),
	lookBackDays,
];
