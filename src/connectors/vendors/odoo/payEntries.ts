import { keyIn, keyMark } from '../../engine/keyMark';
import { portions } from '../../engine/portions';
import { z } from 'zod';
import type { PayEntry, PaySettings } from '../../engine/payrollSystem';
import { lacking } from '../../engine/problem';
import type { Session } from '../../engine/session';
import { covers, readCurrencies, readSlips, type Slip } from './payslips';
import { isOf } from './payVariant';
import { readRecords, type Domain } from './rpc';
import { reference, text } from './values';

const input = z.object({
	id: z.number(),
	name: text,
	code: text,
	amount: z.number(),
	payslip_id: reference,
});
export type Input = z.infer<typeof input>;

export const readInputs = async (session: Session, domain: Domain): Promise<readonly Input[]> =>
	await readRecords(session, {
		about: 'payslip inputs',
		model: 'hr.payslip.input',
		domain,
		fields: ['name', 'code', 'amount', 'payslip_id'],
		wire: input,
	});

/** An input's description is free text: it carries the key. */
export const nameWith = (key: string): string => `Performance Pay ${keyMark(key)}`;

export const remoteIdOf = (id: number): string => `Input ${id}`;

/** Slips get an input of 0 for each code of their rules when they are made: it is nobody's payment. */
export const isEmpty = ({ name, amount }: Input): boolean =>
	amount === 0 && keyIn(name) === undefined;

/** Inputs of the component and its corrections; `=like` takes more, which is left out later. */
export const ofComponent = (component: string): Domain => [
	'|',
	['code', '=', component],
	['code', '=like', `${component}_%`],
];

/** How many keys one search is for. */
const keysAtOnce = 40;

/** Every input with one of the keys, whatever became of it. */
export async function readByKeys(
	session: Session,
	keys: readonly string[],
): Promise<readonly Input[]> {
	const found: Input[] = [];
	for (const some of portions(keys, keysAtOnce)) {
		const terms = some.map((key) => ['name', 'like', keyMark(key)] as const);
		const either = terms.slice(1).map(() => '|' as const);
		found.push(...(await readInputs(session, [...either, ...terms])));
	}
	return found;
}

interface Held {
	readonly input: Input;
	readonly slip: Slip;
}

async function withSlips(session: Session, inputs: readonly Input[]): Promise<readonly Held[]> {
	const ids = [...new Set(inputs.flatMap((one) => one.payslip_id ?? []))];
	const slips = ids.length === 0 ? [] : await readSlips(session, [['id', 'in', ids]]);
	const known = new Map(slips.map((one) => [one.id, one]));
	return inputs.map((one) => {
		const slip = known.get(one.payslip_id ?? 0);
		if (slip !== undefined) return { input: one, slip };
		const found = `the payslip of input ${one.id} cannot be seen`;
		const remedy = 'Give the user the highest role in Payroll, in every company that pays';
		throw lacking('Odoo payslips', found, remedy);
	});
}

/** A refund copies the slip with its inputs: it takes back what carries the same key. */
const refunded = (held: readonly Held[]): ReadonlySet<string | undefined> =>
	new Set(
		held
			.filter(({ slip }) => slip.credit_note && slip.state !== 'cancel')
			.map(({ input: { name } }) => keyIn(name))
			.filter((key) => key !== undefined),
	);

/** What payroll holds in these inputs. */
export async function toEntries(
	session: Session,
	inputs: readonly Input[],
	{ component, payrollDate }: PaySettings,
): Promise<readonly PayEntry[]> {
	const mine = inputs.filter((one) => !isEmpty(one));
	const unique = [...new Map(mine.map((one) => [one.id, one])).values()];
	const held = await withSlips(session, unique);
	const currencyOf = await readCurrencies(
		session,
		held.map(({ slip }) => slip),
	);
	const takenBack = refunded(held);
	return held
		.filter(({ slip }) => !slip.credit_note)
		.map(({ input: { id, name, code = '', amount }, slip }) => ({
			remoteId: remoteIdOf(id),
			key: keyIn(name),
			remoteEmployeeId: String(slip.employee_id ?? ''),
			component: isOf(component, code) ? component : code,
			// A float's shortest text is the text that the server wrote, but for zeros at the end.
			amount: String(amount),
			currency: currencyOf(slip),
			payrollDate: covers(slip, payrollDate) ? payrollDate : slip.date_to,
			state: slip.state === 'cancel' || takenBack.has(keyIn(name)) ? 'cancelled' : 'counts',
		}));
}
