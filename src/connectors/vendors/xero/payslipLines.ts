import { parseMoney } from '../../../domain/kernel/money';
import { baseAsItems } from '../../engine/baseAsItems';
import type { Ports } from '../../engine/http';
import type {
	PayAnswer,
	PayEntry,
	PayOrder,
	PaySettings,
	PayrollSystem,
} from '../../engine/payrollSystem';
import { payRates } from './earningsRates';
import { parameters } from './parameters';
import { currency, placeOf, prepare } from './payPreparation';
import { ready } from './payReadiness';
import { runsOfMonth } from './payRuns';
import {
	amountOf,
	readPayslip,
	setEarningsLines,
	type EarningsLine,
	type Payslip,
} from './payslip';
import { payProbes } from './probes';

/** The earnings lines of a payslip that pay by these rates; a line has no ID, so it is numbered within its rate. */
function linesBy(
	rates: ReadonlyMap<string, boolean>,
	slip: Payslip,
	{ component, payrollDate }: PaySettings,
): readonly PayEntry[] {
	const counted = new Map<string, number>();
	return (slip.EarningsLines ?? []).flatMap((line): PayEntry[] => {
		const corrects = rates.get(line.EarningsRateID);
		const amount = amountOf(line);
		if (corrects === undefined || amount === undefined) return [];
		const number = (counted.get(line.EarningsRateID) ?? 0) + 1;
		counted.set(line.EarningsRateID, number);
		return [
			{
				remoteId: `${placeOf(slip.PayslipID, line.EarningsRateID)}/${number}`,
				key: undefined,
				remoteEmployeeId: slip.EmployeeID,
				component,
				amount,
				currency,
				payrollDate,
				state: 'counts',
				corrects,
			},
		];
	});
}

async function entries(
	_keys: readonly string[],
	settings: PaySettings,
	ports: Ports,
): Promise<PayAnswer<readonly PayEntry[]>> {
	const rates = await payRates(settings, ports);
	if (!rates.ok) return rates;
	const runs = await runsOfMonth(settings, ports);
	if (!runs.ok) return runs;
	const found: PayEntry[] = [];
	const people = settings.people && new Set(settings.people);
	for (const { PayslipID: id, EmployeeID: of } of runs.value.flatMap(({ slips }) => slips)) {
		if (people?.has(of) === false) continue;
		const slip = await readPayslip(id, settings, ports);
		if (!slip.ok) return slip;
		found.push(...linesBy(rates.value.ids, slip.value, settings));
	}
	return { ok: true, value: found };
}

const partsOf = (place: string): readonly [payslip: string, rate: string] => {
	const [payslip = '', rate = ''] = place.split('/');
	return [payslip, rate];
};

const isAsMuch = (entry: PayEntry, order: PayOrder): boolean =>
	parseMoney(entry.amount, currency)?.units === parseMoney(order.amount, currency)?.units;

/**
 * What the payslip has in the place of an order, under its key, and the payslip itself. From the second
 * correction on the place holds those before it too, which are told apart by their amounts.
 */
async function placed(
	order: PayOrder,
	settings: PaySettings,
	ports: Ports,
): Promise<PayAnswer<{ readonly slip: Payslip; readonly held: readonly PayEntry[] }>> {
	const [id, rate] = partsOf(order.slip ?? '');
	const slip = await readPayslip(id, settings, ports);
	if (!slip.ok) return slip;
	const held = linesBy(new Map([[rate, order.revision > 0]]), slip.value, settings);
	const own = order.revision > 1 ? held.filter((it) => isAsMuch(it, order)) : held;
	return {
		ok: true,
		value: { slip: slip.value, held: own.map((it) => ({ ...it, key: order.key })) },
	};
}

async function entriesOf(
	order: PayOrder,
	settings: PaySettings,
	ports: Ports,
): Promise<PayAnswer<readonly PayEntry[]>> {
	const answer = await placed(order, settings, ports);
	return answer.ok ? { ok: true, value: answer.value.held } : answer;
}

/** The entry that an order becomes: the answer to a write has no lines, they are read back. */
const paidBy = (order: PayOrder, { component, payrollDate }: PaySettings): PayEntry => ({
	remoteId: `${order.slip ?? ''}/1`,
	key: order.key,
	remoteEmployeeId: order.remoteEmployeeId,
	component,
	amount: order.amount,
	currency,
	payrollDate,
	state: 'counts',
	corrects: order.revision > 0,
});

/** Reads the payslip at the last moment: what a clerk or another application put there since then stays. */
async function write(
	{ order }: { readonly order: PayOrder },
	settings: PaySettings,
	ports: Ports,
): Promise<PayAnswer<PayEntry>> {
	const answer = await placed(order, settings, ports);
	if (!answer.ok) return answer;
	const { slip, held } = answer.value;
	if (held[0] !== undefined && order.revision <= 1) return { ok: true, value: held[0] };
	const [, rate] = partsOf(order.slip ?? '');
	const isNotFilledIn = (line: EarningsLine) =>
		line.EarningsRateID === rate && amountOf(line) === undefined;
	const others = (slip.EarningsLines ?? []).filter((line) => !isNotFilledIn(line));
	const line: EarningsLine = { EarningsRateID: rate, FixedAmount: Number(order.amount) };
	const changed = { lines: [...others, line], key: order.key };
	const written = await setEarningsLines(slip, changed, settings, ports);
	if (!written.ok) return written;
	return { ok: true, value: paidBy(order, settings) };
}

/** Takes one line off its payslip; whether it was the batch's, the application has seen by its amount. */
async function takeBack(
	entry: PayEntry,
	settings: PaySettings,
	ports: Ports,
): Promise<PayAnswer<undefined>> {
	const [id, rate] = partsOf(entry.remoteId);
	const slip = await readPayslip(id, settings, ports);
	if (!slip.ok) return slip;
	const lines = slip.value.EarningsLines ?? [];
	const line = lines.find((it) => it.EarningsRateID === rate && amountOf(it) === entry.amount);
	if (line === undefined) return { ok: true, value: undefined };
	const left = { lines: lines.filter((it) => it !== line), key: `back-${entry.remoteId}` };
	return await setEarningsLines(slip.value, left, settings, ports);
}

/** Xero Payroll (Australia) pays performance pay as an earnings line of a payslip in the draft pay run. */
export const payslipLines: PayrollSystem = {
	id: 'xero',
	label: 'Xero Payroll (Australia)',
	credential: 'performanceXeroOAuth2Api',
	keyless: true,
	component: 'Performance Pay',
	keyField: '',
	...baseAsItems,
	uses: ['payrollDate'],
	parameters,
	notice:
		'Payroll Date is any day of the month in which the draft pay run is paid. Base pay comes in as items, with the EmployeeID of Xero as remoteEmployeeId; the currency is AUD.',
	probes: payProbes,
	deducts: false,
	refusesDoubleKey: false,
	ready,
	prepare,
	entries,
	entriesOf,
	write,
	takeBack,
};
