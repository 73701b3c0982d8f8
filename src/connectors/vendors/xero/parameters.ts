import type { Parameter } from '../../engine/system';

/** What only Xero asks for. */
export const parameters: readonly Parameter[] = [
	{
		name: 'organisation',
		label: 'Organisation ID',
		description:
			'Which of the organisations that are connected pays. Leave it empty, and a preview names them with their IDs.',
		kind: 'text',
		default: '',
		placeholder: 'e.g. 45e4708e-d862-4111-ab3a-dd8cd03913e1',
	},
	{
		name: 'correctionComponent',
		label: 'Correction Component',
		description:
			'A second earnings rate, for corrections alone: Xero has no field for a key, so a correction is known by its rate. Set it in every operation as soon as a correction was paid by it.',
		kind: 'text',
		default: '',
		placeholder: 'e.g. Performance Pay Correction',
	},
];
