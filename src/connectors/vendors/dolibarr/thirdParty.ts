import { z } from 'zod';
import { furtherFields, lookBackDays } from '../../engine/commonParameters';
import type { Parameter } from '../../engine/system';
import { handlerAs } from './users';
import { id, link, moment, state } from './values';

export const shape = {
	id,
	client: state.nullish(),
	fournisseur: state.nullish(),
	date_creation: moment,
	date_modification: moment,
	user_creation_id: link,
	/** Its name before version 17. */
	user_creation: link.catch(undefined),
};
export type ThirdParty = z.infer<z.ZodObject<typeof shape>>;

export const records = {
	what: 'third parties',
	path: 'thirdparties',
	wire: z.object(shape),
	properties: Object.keys(shape),
} as const;

/** 1 customer, 2 prospect, 3 both. */
export const kindsOf = ({ client, fournisseur }: ThirdParty): readonly string[] => [
	...(client === 1 || client === 3 ? ['customer'] : []),
	...(client === 2 || client === 3 ? ['prospect'] : []),
	...(fournisseur === 1 ? ['supplier'] : []),
	...(!client && fournisseur !== 1 ? ['other'] : []),
];

export const parameters: readonly Parameter[] = [
	{
		name: 'kinds',
		label: 'Kinds',
		description: 'Which third parties count; empty: all',
		kind: 'list',
		default: [],
		lookup: 'kinds',
	},
	{
		name: 'categories',
		label: 'Customer Categories',
		description: 'Only customers and prospects with one of these tags count; empty: all',
		kind: 'list',
		default: [],
		lookup: 'customerCategories',
	},
	{
		name: 'handlerFrom',
		label: 'Handler Did',
		description: 'For whom the entry of a third party counts',
		kind: 'choice',
		default: 'entered',
		choices: [
			{ value: 'entered', label: 'Entered It', description: 'The user who entered it' },
			{
				value: 'represents',
				label: 'Represents It',
				description: 'Its sales representatives of now, each of them; takes a request for each',
			},
		],
	},
	handlerAs,
	furtherFields('fields of third parties', 'e.g. name, town', 'thirdPartyFields'),
	lookBackDays,
];
