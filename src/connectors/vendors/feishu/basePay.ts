import { portions } from '../../engine/portions';
import { z } from 'zod';
import type { Ports } from '../../engine/http';
import { payAnswer } from '../../engine/payReading';
import type { BaseFact, BaseSettings, PayAnswer } from '../../engine/payrollSystem';
import { lacking } from '../../engine/problem';
import { openSession, type Session } from '../../engine/session';
import type { Lookup } from '../../engine/stream';
import type { Parameter } from '../../engine/system';
import { get } from './instances';
import { explain } from './payRefusal';
import { employmentIds, post, tokenList } from './payRequests';

const marks = { page_token: z.string().nullish(), has_more: z.boolean() };

const archive = z.object({
	user_id: z.string(),
	currency_id: z.string().nullish(),
	effective_date: z.string(),
	archive_items: z.array(z.object({ item_id: z.string(), item_result: z.string() })).nullish(),
});
export const archivesWire = z.object({ data: z.object({ ...marks, items: z.array(archive) }) });
type Archive = z.infer<typeof archive>;

export const itemsWire = z.object({
	data: z.object({
		...marks,
		items: z.array(
			z.object({
				id: z.string(),
				name: z.string(),
				value_type: z.string(),
				active_status: z.number(),
			}),
		),
	}),
});
export const currencyWire = z.object({
	data: z.object({
		currency: z.object({ currency_alpha_3_code: z.string().nullish() }).nullish(),
	}),
});

const mostPeople = 50;

/** Docs: open.feishu.cn → Feishu People → Compensation → Query pay archives */
const archivesList = (session: Session, ids: readonly string[]) =>
	tokenList({
		about: 'Feishu pay archives',
		wire: archivesWire,
		first: post(
			session,
			'/compensation/v1/archives/query',
			{ page_size: '100', ...employmentIds },
			{ user_id_list: ids },
		),
		rows: ({ data }: z.infer<typeof archivesWire>) => data.items,
	});

/** Docs: open.feishu.cn → Feishu People → Compensation → List items */
const itemsList = (session: Session) =>
	tokenList({
		about: 'Feishu pay items',
		wire: itemsWire,
		first: get(session, '/compensation/v1/items', { page_size: '100' }),
		rows: ({ data }: z.infer<typeof itemsWire>) => data.items,
	});

async function currencyOf(session: Session, id: string): Promise<string> {
	const { data } = await session.ask({
		about: `Feishu currency ${id}`,
		wire: currencyWire,
		explain,
		request: get(session, `/corehr/v1/currencies/${encodeURIComponent(id)}`),
	});
	return data.currency?.currency_alpha_3_code ?? '';
}

/** Feishu names a currency by an id of its own; '' is the one that the request assumes. */
async function currenciesOf(session: Session, archives: readonly Archive[]) {
	const found = new Map<string, string>();
	for (const id of new Set(archives.flatMap(({ currency_id }) => currency_id || [])))
		found.set(id, await currencyOf(session, id));
	return found;
}

async function basesOf(
	session: Session,
	ids: readonly string[],
	item: string,
	on: string,
): Promise<readonly BaseFact[]> {
	if (item === '')
		throw lacking('Feishu pay archives', 'no item is chosen', 'Choose Base Item, the base of pay');
	const archives: Archive[] = [];
	for (const some of portions(ids, mostPeople))
		archives.push(...(await session.all(archivesList(session, some))));
	const begun = archives.filter(({ effective_date }) => effective_date.slice(0, 10) <= on);
	const currencies = await currenciesOf(session, begun);
	return begun.map(({ user_id, currency_id, effective_date, archive_items }) => ({
		remoteEmployeeId: user_id,
		base: archive_items?.find(({ item_id }) => item_id === item)?.item_result,
		currency: currencies.get(currency_id ?? '') ?? '',
		from: effective_date.slice(0, 10),
	}));
}

/** What the pay archives hold of an item, from the first to that day. */
export const bases = async (
	remoteEmployeeIds: readonly string[],
	settings: BaseSettings,
	ports: Ports,
): Promise<PayAnswer<readonly BaseFact[]>> =>
	await payAnswer(
		basesOf(
			openSession(ports, settings),
			remoteEmployeeIds,
			settings.own.text('payBaseItem') ?? '',
			settings.on,
		),
	);

export const baseLookups: { readonly [name: string]: Lookup } = {
	payBaseItems: async (session) =>
		(await session.all(itemsList(session)))
			.filter((it) => it.active_status === 1 && it.value_type === 'money')
			.map(({ id, name }) => ({ value: id, label: name, description: id })),
};

export const baseItem: Parameter = {
	name: 'payBaseItem',
	label: 'Base Item',
	description:
		'The item of the pay archive that is the base of performance pay; only Get Base Pay reads it',
	kind: 'text',
	default: '',
	lookup: 'payBaseItems',
	placeholder: 'e.g. 7124293751317038636',
};
