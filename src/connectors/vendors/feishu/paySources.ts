import { z } from 'zod';
import type { Session } from '../../engine/session';
import type { Lookup } from '../../engine/stream';
import { get } from './instances';
import { tokenList } from './payRequests';

const names = z.array(z.object({ locale: z.string().nullish(), value: z.string().nullish() }));
const field = z.object({
	code: z.string(),
	i18n_names: names,
	field_type: z.number(),
	active_status: z.number(),
	decimal_places: z.number().nullish(),
});
const source = z.object({
	code: z.string(),
	i18n_names: names,
	active_status: z.number(),
	fields: z.array(field),
	data_period_type: z.number().nullish(),
});
export const sourcesWire = z.object({
	data: z.object({
		page_token: z.string().nullish(),
		has_more: z.boolean(),
		datasources: z.array(source),
	}),
});
export type Source = z.infer<typeof source>;
export type SourceField = z.infer<typeof field>;

/** Docs: open.feishu.cn → Payroll → External data source: 1 enabled, 2 stopped. */
export const isActive = (one: { readonly active_status: number }): boolean =>
	one.active_status === 1;
export const types = { money: 1, number: 2, text: 3 } as const;

const pageSize = '100';

/** Docs: open.feishu.cn → Payroll → External data source → List */
export const sourcesList = (session: Pick<Session, 'baseUrl'>, size = pageSize) =>
	tokenList({
		about: 'Feishu external data sources',
		wire: sourcesWire,
		first: get(session, '/payroll/v1/datasources', { page_size: size }),
		rows: ({ data }: z.infer<typeof sourcesWire>) => data.datasources,
	});

export const readSources = async (session: Session): Promise<readonly Source[]> =>
	await session.all(sourcesList(session));

const nameOf = ({ code, i18n_names: all }: Pick<Source, 'code' | 'i18n_names'>): string =>
	all.find(({ value }) => value)?.value ?? code;

const asChoice = (one: Source | SourceField) => ({
	value: one.code,
	label: nameOf(one),
	description: one.code,
});

const fieldsOfType =
	(...wanted: readonly number[]): Lookup =>
	async (session, settings) => {
		const code = settings.text('paySource');
		const chosen = (await readSources(session)).filter((one) => one.code === code);
		return chosen
			.flatMap(({ fields }) => fields)
			.filter((one) => isActive(one) && wanted.includes(one.field_type))
			.map(asChoice);
	};

/** What the panel offers: only what takes data. */
export const sourceLookups: { readonly [name: string]: Lookup } = {
	paySources: async (session) => (await readSources(session)).filter(isActive).map(asChoice),
	payAmountFields: fieldsOfType(types.money, types.number),
	payKeyFields: fieldsOfType(types.text),
};
