import { block, ofPerson, tooManyDigits } from '../../engine/hindrance';
import type { Hindrance, PayOrder, PaySettings, Prepared } from '../../engine/payrollSystem';
import type { Session } from '../../engine/session';
import { isActive, readUsers, type PayUser } from './payUsers';

/** Quotes and brackets end a search, and Dolibarr takes marks out of what it is sent. */
const plainText = /^[\p{L}\p{N}][\p{L}\p{N} .,-]*$/u;
/** What is left of a label's 255 characters, after the month and the key. */
const longestComponent = 150;

/** What keeps the component from being the beginning of a label that is found again. */
export const unfit = ({ component }: PaySettings): readonly Hindrance[] =>
	plainText.test(component) && component.length <= longestComponent
		? []
		: [
				block(
					'componentUnfit',
					`"${component.slice(0, longestComponent)}" cannot begin the label of a salary in Dolibarr`,
					`Name the component in at most ${longestComponent} letters, digits, blanks, full stops, commas and hyphens`,
				),
			];

function ofUser(order: PayOrder, user: PayUser | undefined): Hindrance[] {
	const id = order.remoteEmployeeId;
	if (user === undefined)
		return [block('personMissing', `${id} is no user there`, 'Correct the account of this person')];
	return isActive(user)
		? []
		: [block('inactive', `the user ${id} is disabled`, 'Enable the user in Dolibarr')];
}

function ofAmount({ amount, currency }: PayOrder, main: string): Hindrance[] {
	const other = block(
		'otherCurrency',
		`this pay is in ${currency}, the main currency of Dolibarr is ${main}`,
		'Give the base in the main currency, or correct Main Currency',
	);
	return [...(currency === main ? [] : [other]), ...tooManyDigits('Dolibarr', amount)];
}

/** Says who could not be paid: Dolibarr itself takes a salary for any number, whoever that is. */
export async function prepare(
	session: Session,
	orders: readonly PayOrder[],
	{ own }: PaySettings,
): Promise<Prepared> {
	if (orders.length === 0) return { orders, hindrances: [] };
	const users = new Map((await readUsers(session)).map((user) => [user.id, user]));
	const main = own.text('mainCurrency') ?? '';
	const hindrances = orders.flatMap((order) =>
		ofPerson(order.remoteEmployeeId, [
			...ofUser(order, users.get(order.remoteEmployeeId)),
			...ofAmount(order, main),
		]),
	);
	return { orders, hindrances };
}
