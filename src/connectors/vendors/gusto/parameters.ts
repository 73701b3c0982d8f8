import type { Parameter } from '../../engine/system';

/** What only Gusto asks for. */
export const parameters: readonly Parameter[] = [
	{
		name: 'company',
		label: 'Company ID',
		description:
			'The company that pays. Leave it empty, and a preview names the one that the credential reaches, with its ID.',
		kind: 'text',
		default: '',
		placeholder: 'e.g. c44d66dc-c41b-4a60-9e25-5e93ff8583f2',
	},
	{
		name: 'correctionComponent',
		label: 'Correction Component',
		description:
			'A second earning type, for corrections alone: Gusto has no field for a key, so a correction is known by its earning type. Set it in every operation as soon as a correction was paid by it.',
		kind: 'text',
		default: '',
		placeholder: 'e.g. Performance Pay Correction',
	},
];
