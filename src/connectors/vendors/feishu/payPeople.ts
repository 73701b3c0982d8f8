import { portions } from '../../engine/portions';
import { z } from 'zod';
import { payAnswer } from '../../engine/payReading';
import { block } from '../../engine/hindrance';
import type { Ports } from '../../engine/http';
import type {
	BaseSettings,
	Hindrance,
	PayAnswer,
	PayOrder,
	PaySettings,
	PayrollPerson,
	Prepared,
} from '../../engine/payrollSystem';
import { openSession, type Session } from '../../engine/session';
import { wherePaid } from './payPlace';
import { explain } from './payRefusal';
import { employmentIds, post, tokenList } from './payRequests';

export const contactsWire = z.object({
	data: z.object({
		user_list: z
			.array(z.object({ user_id: z.string().nullish(), email: z.string().nullish() }))
			.nullish(),
	}),
});
export const convertedWire = z.object({
	data: z.object({
		items: z
			.array(z.object({ id: z.string().nullish(), target_id: z.string().nullish() }))
			.nullish(),
	}),
});
export const employeesWire = z.object({
	data: z.object({
		items: z
			.array(
				z.object({
					employment_id_v2: z.string().nullish(),
					employment_status: z.object({ enum_name: z.string() }).nullish(),
				}),
			)
			.nullish(),
		page_token: z.string().nullish(),
		has_more: z.boolean().nullish(),
	}),
});
type Employees = z.infer<typeof employeesWire>;

/** As many as one call takes. */
const most = { mails: 50, ids: 100 } as const;

/** Ids of Feishu People have many digits; those of contacts are what the company likes, or begin with ou_. */
const isEmploymentId = (account: string): boolean => /^\d{15,20}$/.test(account);

/** Docs: open.feishu.cn → Contacts → Users → Get user IDs by e-mail; business mailboxes find nobody. */
async function openIdsOf(session: Session, mails: readonly string[]) {
	const found = new Map<string, string>();
	for (const emails of portions(mails, most.mails)) {
		const { data } = await session.ask({
			about: 'Feishu users by e-mail',
			wire: contactsWire,
			explain,
			request: post(
				session,
				'/contact/v3/users/batch_get_id',
				{ user_id_type: 'open_id' },
				{ emails, include_resigned: true },
			),
		});
		for (const { email, user_id } of data.user_list ?? [])
			if (email && user_id) found.set(email.toLowerCase(), user_id);
	}
	return found;
}

/** Docs: open.feishu.cn → Feishu People → Convert IDs: 2 is from contacts to Feishu People. */
async function converted(
	session: Session,
	ids: readonly string[],
	kind: 'open_id' | 'user_id',
): Promise<ReadonlyMap<string, string>> {
	const found = new Map<string, string>();
	for (const some of portions(ids, most.ids)) {
		const { data } = await session.ask({
			about: 'Feishu employment ids',
			wire: convertedWire,
			explain,
			request: post(
				session,
				'/corehr/v1/common_data/id/convert',
				{ id_transform_type: '2', id_type: 'user_id', feishu_user_id_type: kind },
				{ ids: some },
			),
		});
		for (const { id, target_id } of data.items ?? []) if (id && target_id) found.set(id, target_id);
	}
	return found;
}

export const employeesList = (
	session: Pick<Session, 'baseUrl'>,
	ids: readonly string[],
	size = 100,
) =>
	tokenList({
		about: 'Feishu employees',
		wire: employeesWire,
		first: post(
			session,
			'/corehr/v2/employees/search',
			{ page_size: String(size), ...employmentIds },
			{ fields: ['employment_status'], ...(ids.length > 0 && { employment_id_list: ids }) },
		),
		rows: ({ data }: Employees) => data.items ?? [],
	});

const hired = 'hired';

/** Employment id → status, as far as the app may see it; who is not in it is not there, or not to be seen. */
async function employed(
	session: Session,
	ids: readonly string[],
): Promise<ReadonlyMap<string, string | undefined>> {
	const found = new Map<string, string | undefined>();
	for (const some of portions([...new Set(ids)], most.ids))
		for (const { employment_id_v2: id, employment_status } of await session.all(
			employeesList(session, some),
		))
			if (id) found.set(id, employment_status?.enum_name);
	return found;
}

/** Account → employment id. */
async function employmentsOf(
	session: Session,
	accounts: readonly string[],
): Promise<ReadonlyMap<string, string>> {
	const all = [...new Set(accounts)];
	const own = all.filter(isEmploymentId);
	const mails = all.filter((it) => it.includes('@')).map((it) => it.toLowerCase());
	const openIds = await openIdsOf(session, mails);
	const users = all.filter((it) => !isEmploymentId(it) && !it.includes('@'));
	const isOpenId = (account: string): boolean => account.startsWith('ou_');
	const byOpenId = await converted(
		session,
		[...new Set([...openIds.values(), ...users.filter(isOpenId)])],
		'open_id',
	);
	const byUserId = await converted(
		session,
		users.filter((it) => !isOpenId(it)),
		'user_id',
	);
	return new Map([
		...own.map((id) => [id, id] as const),
		...[...openIds].map(([mail, id]) => [mail, byOpenId.get(id) ?? ''] as const),
		...byOpenId,
		...byUserId,
	]);
}

async function peopleOf(
	session: Session,
	accounts: readonly string[],
): Promise<readonly PayrollPerson[]> {
	const employments = await employmentsOf(session, accounts);
	const known = await employed(
		session,
		[...employments.values()].filter((id) => id !== ''),
	);
	return [...known].map(([id, status]) => ({
		remoteEmployeeId: id,
		accounts: [
			id,
			...[...employments].filter(([, of]) => of === id).map(([account]) => account.toLowerCase()),
		],
		active: status === hired,
	}));
}

/** People by employment id, user id, open id or e-mail address. */
export const people = async (
	accounts: readonly string[],
	settings: BaseSettings,
	ports: Ports,
): Promise<PayAnswer<readonly PayrollPerson[]>> =>
	await payAnswer(peopleOf(openSession(ports, settings), accounts));

function ofEmployment(
	id: string,
	found: ReadonlyMap<string, string | undefined>,
): readonly Hindrance[] {
	const status = found.get(id);
	if (!found.has(id))
		return [
			block(
				'personMissing',
				`${id} is no employment id that the app can see`,
				'Correct the account of this person, or widen the data rights of the app for employees',
				id,
			),
		];
	if (status === undefined || status === hired) return [];
	return [
		block(
			'left',
			`${id} is not employed now: its status is ${status}`,
			'Choose to pay the others, and pay this person by hand in payroll',
			id,
		),
	];
}

const ofCurrency = (
	{ remoteEmployeeId: id, currency: paid }: PayOrder,
	currency: string,
): readonly Hindrance[] =>
	paid === currency
		? []
		: [
				block(
					'otherCurrency',
					`${id} is paid in ${paid}, and the data source counts in ${currency}`,
					'Pay this currency into a source of its own, and set Currency of the Source',
					id,
				),
			];

/** One unknown person would keep all of a write from being saved: they are looked up before. */
export async function prepare(
	orders: readonly PayOrder[],
	settings: PaySettings,
	ports: Ports,
): Promise<PayAnswer<Prepared>> {
	const ids = orders.map(({ remoteEmployeeId }) => remoteEmployeeId);
	const found = await payAnswer(employed(openSession(ports, settings), ids));
	if (!found.ok) return found;
	const { currency } = wherePaid(settings);
	const hindrances = orders.flatMap((order) => [
		...ofEmployment(order.remoteEmployeeId, found.value),
		...ofCurrency(order, currency),
	]);
	return { ok: true, value: { orders, hindrances } };
}
