import { block, ofPerson, tooManyDigits } from '../../engine/hindrance';
import type { Hindrance, PayOrder, PaySettings, Prepared } from '../../engine/payrollSystem';
import type { Session } from '../../engine/session';
import { isEmpty, readInputs, type Input } from './payEntries';
import { isOpen, readCurrencies, readSlips, type Slip } from './payslips';
import { codeOf, readCodes, readVariant, type Variant } from './payVariant';

/** A code by which payroll knows nothing to pay. */
export const codeMissing = (code: string, typed: boolean): Hindrance =>
	block(
		'componentMissing',
		typed
			? `Odoo has no type of payslip input with the code "${code}"`
			: `No salary rule in Odoo has an input with the code "${code}"`,
		typed
			? 'Add it in Odoo: Payroll, Configuration, Other Input Types; and let a salary rule pay it'
			: 'Add it in Odoo to the inputs of the salary rule that pays it: Payroll, Configuration, Rules',
	);

interface Known {
	readonly order: PayOrder;
	/** Those over the payroll date that are neither refunds nor cancelled. */
	readonly slips: readonly Slip[];
	readonly currencyOf: (slip: Slip) => string;
}

const nameOf = ({ name, id }: Slip): string => `the payslip "${name ?? id}"`;

function ofSlips({ order, slips }: Known, day: string): Hindrance[] {
	const id = order.remoteEmployeeId;
	const [first, second] = slips.filter(isOpen);
	const [closed] = slips;
	if (closed === undefined)
		return [
			block(
				'slipMissing',
				`employee ${id} has no payslip over ${day}`,
				'Make the payslips of the month in Odoo first; who has no running contract gets none',
			),
		];
	if (first === undefined)
		return [
			block(
				'slipSubmitted',
				`${nameOf(closed)} of employee ${id} is ${closed.state} already, and would not contain this pay`,
				'Set it back to draft, or choose a payroll date in the next open month',
			),
		];
	if (second === undefined) return [];
	const message = `employee ${id} has two open payslips over ${day}: "${first.name ?? first.id}" and "${second.name ?? second.id}"`;
	return [block('slipSeveral', message, 'Cancel or delete one of them')];
}

function ofSlip({ order, slips, currencyOf }: Known): Hindrance[] {
	const slip = slips.find(isOpen);
	if (slip === undefined) return [];
	const currency = currencyOf(slip);
	const noContract = block(
		'noContract',
		`${nameOf(slip)} of employee ${order.remoteEmployeeId} has no contract`,
		'Give the person a running contract and set it on the payslip',
	);
	const other = block(
		'otherCurrency',
		`${nameOf(slip)} is in ${currency || 'no currency, since it has no company'}, this pay is in ${order.currency}`,
		'Give the base in the currency of the company that pays',
	);
	return [
		...(slip.contract === undefined ? [noContract] : []),
		...(currency === order.currency ? [] : [other]),
	];
}

const recompute: Hindrance = {
	code: 'payroll.recompute',
	remoteEmployeeId: undefined,
	message: 'Odoo puts an input into the pay only when the sheet of its payslip is computed',
	remedy: 'After the sync choose Compute Sheet for these payslips, before they are confirmed',
	blocks: false,
};

interface Place {
	readonly component: string;
	readonly variant: Variant;
	readonly codes: ReadonlyMap<string, number>;
	readonly empty: readonly Input[];
}

/** What an input has to say besides its amount and its key, and the empty input that waits for it. */
function placeOf(order: PayOrder, slip: Slip, { component, variant, codes, empty }: Place): string {
	const code = codeOf(component, order.revision);
	const waiting = empty.filter((one) => one.payslip_id === slip.id && one.code === code).at(-1);
	if (waiting !== undefined) return JSON.stringify({ id: waiting.id });
	const { typed, ofInput } = variant;
	const values = {
		payslip_id: slip.id,
		...(typed ? { input_type_id: codes.get(code) } : { code }),
		...(ofInput === undefined ? {} : { [ofInput]: slip.contract }),
	};
	return JSON.stringify({ values });
}

const codesOf = (orders: readonly PayOrder[], component: string): readonly string[] => [
	...new Set(orders.map(({ revision }) => codeOf(component, revision))),
];

/** Finds each person's payslip, and says what keeps the pay from being put there. */
export async function prepare(
	session: Session,
	orders: readonly PayOrder[],
	{ component, payrollDate }: PaySettings,
): Promise<Prepared> {
	if (orders.length === 0) return { orders, hindrances: [] };
	const variant = await readVariant(session);
	const wanted = codesOf(orders, component);
	const codes = await readCodes(session, variant.typed, wanted);
	const slips = await readSlips(
		session,
		[
			['employee_id', 'in', orders.map(({ remoteEmployeeId: id }) => Number(id))],
			['date_from', '<=', payrollDate],
			['date_to', '>=', payrollDate],
			['state', '!=', 'cancel'],
			['credit_note', '=', false],
		],
		variant.contract,
	);
	const open = slips.filter(isOpen).map(({ id }) => id);
	const inputs =
		open.length === 0
			? []
			: await readInputs(session, [
					['payslip_id', 'in', open],
					['code', 'in', wanted],
				]);
	const place: Place = { component, variant, codes, empty: inputs.filter(isEmpty) };
	const currencyOf = await readCurrencies(session, slips);

	const known = orders.map((order): Known => {
		const own = slips.filter(({ employee_id: id }) => String(id) === order.remoteEmployeeId);
		return { order, slips: own, currencyOf };
	});
	const ofPeople = known.flatMap((one) =>
		ofPerson(one.order.remoteEmployeeId, [
			...ofSlips(one, payrollDate),
			...ofSlip(one),
			...tooManyDigits('Odoo', one.order.amount),
		]),
	);
	const missing = wanted
		.filter((code) => !codes.has(code))
		.map((code) => codeMissing(code, variant.typed));
	return {
		orders: known.map(({ order, slips: own }) => {
			const slip = own.find(isOpen);
			return slip === undefined ? order : { ...order, slip: placeOf(order, slip, place) };
		}),
		hindrances: [...missing, ...ofPeople, ...(open.length === 0 ? [] : [recompute])],
	};
}
