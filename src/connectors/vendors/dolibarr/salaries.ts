import { keyIn, keyMark } from '../../engine/keyMark';
import { portions } from '../../engine/portions';
import { z } from 'zod';
import type { PayEntry, PaySettings } from '../../engine/payrollSystem';
import type { List } from '../../engine/page';
import type { Session } from '../../engine/session';
import { toDay } from './payDay';
import { apiUrl } from './records';
import { explain, withRight } from './refusal';
import { id, link } from './values';

const seconds = z
	.union([z.number(), z.string().regex(/^\d*$/)])
	.nullish()
	.transform((told) => (Number(told ?? 0) > 0 ? Number(told) : undefined));

/** A salary as Dolibarr sends it. Code: htdocs/salaries/class/salary.class.php, fetch */
const salary = z.object({
	id,
	fk_user: link,
	label: z.string().nullish(),
	amount: z.union([z.string(), z.number()]),
	dateep: seconds,
});
type Salary = z.infer<typeof salary>;

/** The label carries the key; its column holds 255 characters. */
export const labelWith = (component: string, period: string, key: string): string =>
	`${component} ${period} ${keyMark(key)}`;

const readAll = 'Read all salaries (salaries → read and readall)';

const pageSize = 200;

/** By number and page: Dolibarr before it knew `sqlfilters` here ignores them, and all salaries come. */
function list(session: Session, filter: string): List<readonly Salary[], Salary> {
	const at = (page: number) => ({
		method: 'GET' as const,
		url: apiUrl(session, 'salaries'),
		query: {
			...{ sortfield: 't.rowid', sortorder: 'ASC', limit: String(pageSize), page: String(page) },
			sqlfilters: filter,
		},
	});
	return {
		...{ about: 'Dolibarr salaries', wire: z.array(salary), explain, first: at(0) },
		rows: (rows) => rows,
		paging: {
			...{ kind: 'page', first: 0, more: (rows) => rows.length === pageSize },
			put: (_first, page) => at(Number(page)),
		},
	};
}

const read = async (session: Session, filter: string): Promise<readonly Salary[]> =>
	await withRight(session.all(list(session, filter)), readAll);

/** How many keys one search is for, so that the address stays short. */
const keysAtOnce = 15;

/** Every salary with one of the keys, whatever its month. */
export async function readByKeys(
	session: Session,
	keys: readonly string[],
): Promise<readonly Salary[]> {
	const found: Salary[] = [];
	for (const some of portions(keys, keysAtOnce)) {
		const terms = some.map((key) => `(t.label:like:'%${keyMark(key)}%')`);
		const salaries = await read(session, terms.join(' or '));
		found.push(...salaries.filter(({ label }) => some.includes(keyIn(label ?? undefined) ?? '')));
	}
	return found;
}

const isOf = (component: string, label: string): boolean =>
	label.toLowerCase() === component.toLowerCase() ||
	label.toLowerCase().startsWith(`${component.toLowerCase()} `);

/** Those of the component whose period ends in the month. */
export async function readMonth(
	session: Session,
	{ component, month }: PaySettings,
): Promise<readonly Salary[]> {
	const salaries = await read(
		session,
		`(t.dateep:>=:'${month.from}') and (t.dateep:<=:'${month.to}') and (t.label:like:'${component}%')`,
	);
	return salaries.filter(({ label, dateep }) => {
		const day = dateep === undefined ? '' : toDay(dateep);
		return isOf(component, label ?? '') && month.from <= day && day <= month.to;
	});
}

/** Eight decimals are kept; those that say nothing are left out: '2790.00000000' → '2790'. */
export const decimal = (amount: string | number): string =>
	String(amount)
		.replace(/(\.\d*?)0+$/, '$1')
		.replace(/\.$/, '');

export const toEntries = (
	salaries: readonly Salary[],
	{ component, own }: PaySettings,
): readonly PayEntry[] =>
	[...new Map(salaries.map((one) => [one.id, one])).values()].map(
		({ id: remoteId, fk_user: user, label, amount, dateep }) => ({
			...{ remoteId, key: keyIn(label ?? undefined), remoteEmployeeId: user ?? '' },
			component: isOf(component, label ?? '') ? component : (label ?? ''),
			amount: decimal(amount),
			currency: own.text('mainCurrency') ?? '',
			payrollDate: dateep === undefined ? undefined : toDay(dateep),
			state: 'counts',
		}),
	);
