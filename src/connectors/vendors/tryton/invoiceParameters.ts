import { furtherFields, lookBackDays } from '../../engine/commonParameters';
import type { Parameter } from '../../engine/system';
import { handlerAs } from './employees';

export const parameters: readonly Parameter[] = [
	{
		name: 'handlerFrom',
		label: 'Handler Did',
		description: 'Which step makes a person the handler of an invoice',
		kind: 'choice',
		default: 'validated',
		choices: [
			{
				value: 'validated',
				label: 'Validated It',
				description: 'The user who validated it; a draft has none yet',
			},
			{ value: 'entered', label: 'Entered It', description: 'The user who entered it' },
		],
	},
	{
		name: 'assignedFrom',
		label: 'Time Begins',
		description: 'Tryton does not keep when an invoice came to its handler',
		kind: 'choice',
		default: 'unknown',
		choices: [
			{ value: 'unknown', label: 'Not Known', description: 'The evidence leaves it out' },
			{
				value: 'entered',
				label: 'When Entered',
				description: 'When the invoice was entered into Tryton',
			},
		],
	},
	handlerAs,
	furtherFields('fields of invoices', 'e.g. total_amount, reference', 'invoiceFields'),
	lookBackDays,
];
