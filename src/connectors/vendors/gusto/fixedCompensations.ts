import { baseAsItems } from '../../engine/baseAsItems';
import type { Ports } from '../../engine/http';
import type {
	PayAnswer,
	PayEntry,
	PayOrder,
	PaySettings,
	PayrollSystem,
} from '../../engine/payrollSystem';
import { parameters } from './parameters';
import { currency, isSet, placeOf, prepare } from './payPreparation';
import { ready } from './payReadiness';
import { compensationsOf, payrollsOfMonth, preparedFor, setCompensation } from './payrolls';
import type { Compensation } from './payrolls';
import { payProbes } from './probes';

/** The earning type of an order's place. */
const nameFor = (corrects: boolean, { component, own }: PaySettings): string =>
	corrects ? (own.text('correctionComponent') ?? '') : component;

/** The amount of one person in one payroll. */
const entryOf = (
	place: { readonly payroll: string; readonly employee: string; readonly corrects: boolean },
	amount: string,
	{ component, payrollDate }: PaySettings,
): PayEntry => ({
	remoteId: `${placeOf(place.payroll, place.employee)}/${place.corrects ? 'correction' : 'pay'}`,
	key: undefined,
	remoteEmployeeId: place.employee,
	component,
	amount,
	currency,
	payrollDate,
	state: 'counts',
	corrects: place.corrects,
});

/** The amounts of one person in one payroll that are performance pay. */
const paidIn = (
	payroll: string,
	{ employee_uuid: employee, fixed_compensations: fixed }: Compensation,
	settings: PaySettings,
): readonly PayEntry[] =>
	[false, true].flatMap((corrects) =>
		(fixed ?? [])
			.filter((it) => it.name === nameFor(corrects, settings) && isSet(it))
			.map(({ amount }) => entryOf({ payroll, employee, corrects }, amount ?? '', settings)),
	);

async function entries(
	_keys: readonly string[],
	settings: PaySettings,
	ports: Ports,
): Promise<PayAnswer<readonly PayEntry[]>> {
	const payrolls = await payrollsOfMonth(settings, ports);
	if (!payrolls.ok) return payrolls;
	const found: PayEntry[] = [];
	for (const payroll of payrolls.value) {
		const people = await compensationsOf(payroll, settings, ports);
		if (!people.ok) return people;
		found.push(...people.value.flatMap((it) => paidIn(payroll.payroll_uuid, it, settings)));
	}
	return { ok: true, value: found };
}

const payrollOf = ({ slip = '' }: PayOrder): string => slip.split('/')[0] ?? '';

const inPlace = (order: PayOrder, part: Compensation | undefined, settings: PaySettings) =>
	(part === undefined ? [] : paidIn(payrollOf(order), part, settings))
		.filter(({ corrects }) => corrects === order.revision > 0)
		.map((entry) => ({ ...entry, key: order.key }));

async function entriesOf(
	order: PayOrder,
	settings: PaySettings,
	ports: Ports,
): Promise<PayAnswer<readonly PayEntry[]>> {
	const part = await preparedFor(order.remoteEmployeeId, payrollOf(order), settings, ports);
	return part.ok ? { ok: true, value: inPlace(order, part.value, settings) } : part;
}

/** Sets the amount on the version that is known; a later version is refused by Gusto, and nothing is done. */
async function setOn(
	order: PayOrder,
	version: string,
	settings: PaySettings,
	ports: Ports,
): Promise<PayAnswer<PayEntry>> {
	const { remoteEmployeeId: employee, amount } = order;
	const corrects = order.revision > 0;
	const payroll = payrollOf(order);
	const name = nameFor(corrects, settings);
	const to = { employee, payrollId: payroll, version, amount, name };
	const answer = await setCompensation(to, settings, ports);
	if (!answer.ok) return answer;
	const entry = entryOf({ payroll, employee, corrects }, amount, settings);
	return { ok: true, value: { ...entry, key: order.key } };
}

/** Reads the person's part anew; what has an amount already is left as it is, since a second one would replace it. */
async function setAnew(
	order: PayOrder,
	settings: PaySettings,
	ports: Ports,
): Promise<PayAnswer<PayEntry>> {
	const part = await preparedFor(order.remoteEmployeeId, payrollOf(order), settings, ports);
	if (!part.ok) return part;
	const [held] = inPlace(order, part.value, settings);
	if (held !== undefined) return { ok: true, value: held };
	return await setOn(order, part.value?.version ?? '', settings, ports);
}

/** By the version from the look before, or, where somebody changed the person's part since then, by the present one. */
async function write(
	{ order }: { readonly order: PayOrder },
	settings: PaySettings,
	ports: Ports,
): Promise<PayAnswer<PayEntry>> {
	const version = order.slip?.split('/')[1] ?? '';
	if (version === '') return await setAnew(order, settings, ports);
	const answer = await setOn(order, version, settings, ports);
	const isStale = !answer.ok && answer.problem.status === 409;
	return isStale ? await setAnew(order, settings, ports) : answer;
}

/** An amount of 0 is not kept. */
async function takeBack(
	{ remoteId, remoteEmployeeId: employee, amount, corrects = false }: PayEntry,
	settings: PaySettings,
	ports: Ports,
): Promise<PayAnswer<unknown>> {
	const payrollId = remoteId.split('/')[0] ?? '';
	const part = await preparedFor(employee, payrollId, settings, ports);
	if (!part.ok) return part;
	const name = nameFor(corrects, settings);
	const held = part.value?.fixed_compensations?.find((it) => it.name === name);
	if (held?.amount !== amount) return { ok: true, value: undefined };
	const version = part.value?.version ?? '';
	return await setCompensation(
		{ employee, payrollId, version, name, amount: '0.00' },
		settings,
		ports,
	);
}

/** Gusto pays performance pay as a fixed compensation of a person in the open payroll. */
export const fixedCompensations: PayrollSystem = {
	id: 'gusto',
	label: 'Gusto',
	credential: 'performanceGustoOAuth2Api',
	keyless: true,
	component: 'Performance Pay',
	keyField: '',
	...baseAsItems,
	uses: ['payrollDate'],
	parameters,
	notice:
		'Payroll Date is the check date of the open payroll, or any day of its month if there is one alone. Base pay comes in as items, with the UUID of the employee in Gusto as remoteEmployeeId; the currency is USD.',
	probes: payProbes,
	deducts: false,
	refusesDoubleKey: true,
	ready,
	prepare,
	entries,
	entriesOf,
	write,
	takeBack,
};
