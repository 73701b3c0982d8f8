import { portions } from '../../engine/portions';
import type { Ports } from '../../engine/http';
import { monthsAround, payrollMonth } from '../../engine/payMonths';
import { payAnswer } from '../../engine/payReading';
import type { PayAnswer, PayEntry, PaySettings, PayrollSystem } from '../../engine/payrollSystem';
import { openSession } from '../../engine/session';
import { bases, baseItem, baseLookups } from './basePay';
import { people, prepare } from './payPeople';
import { placeParameters, wherePaid } from './payPlace';
import { payProbes } from './payProbes';
import { ready } from './payReadiness';
import { entriesIn, readRows, type Row } from './payRows';
import { sourceLookups } from './paySources';
import { mostRecords, takeBack, writeTogether } from './payWrite';

/** As many months as one query names. */
const monthsAtOnce = 2;

/** Of other months only what carries one of the keys is of interest. */
async function entries(
	keys: readonly string[],
	settings: PaySettings,
	ports: Ports,
): Promise<PayAnswer<readonly PayEntry[]>> {
	const period = payrollMonth(settings);
	const place = wherePaid(settings);
	const session = openSession(ports, settings);
	const wanted = new Set(keys);
	const found: PayEntry[] = [];
	for (const periods of portions(monthsAround(period), monthsAtOnce)) {
		const rows = await payAnswer(readRows(session, place, { periods }));
		if (!rows.ok) return rows;
		const isOfInterest = (row: Row, { key }: PayEntry): boolean =>
			row.period === period || (key !== undefined && wanted.has(key));
		for (const row of rows.value)
			found.push(...entriesIn(row, settings).filter((entry) => isOfInterest(row, entry)));
	}
	return { ok: true, value: found };
}

const onlyKey = (
	answer: PayAnswer<readonly PayEntry[]>,
	key: string,
): PayAnswer<readonly PayEntry[]> =>
	answer.ok ? { ok: true, value: answer.value.filter((it) => it.key === key) } : answer;

/** Feishu payroll takes performance pay as one row a person and month of an external data source. */
export const externalPay: PayrollSystem = {
	id: 'feishu',
	label: 'Feishu / Lark Payroll',
	credential: 'performanceFeishuApi',
	component: 'Performance Pay',
	keyField: '',
	baseFields: [{ value: 'archive', label: 'Item of the Pay Archive' }],
	uses: ['payrollDate'],
	parameters: [...placeParameters, baseItem],
	notice:
		"Feishu keeps one row a person and payroll month: its amount is the sum of the month's payments, its key field names each of them. Let one run write at a time.",
	probes: payProbes,
	lookups: { ...sourceLookups, ...baseLookups },
	deducts: true,
	// The row exists once, and holds a key once: saving it again changes nothing.
	refusesDoubleKey: true,
	together: { most: mostRecords, write: writeTogether },
	people,
	bases,
	ready,
	prepare,
	entries,
	entriesOf: async ({ key }, settings, ports) =>
		onlyKey(await entries([key], settings, ports), key),
	write: async ({ order }, settings, ports) => {
		const answer = await writeTogether([order], settings, ports);
		if (!answer.ok) return answer;
		const [entry] = answer.value;
		return entry === undefined ? onlyOne(order.remoteEmployeeId) : { ok: true, value: entry };
	},
	takeBack,
};

/** A row that does not hold what was just saved in it. */
const onlyOne = (about: string): PayAnswer<never> => ({
	ok: false,
	problem: {
		kind: 'unreadable',
		retry: 'afterReadBack',
		status: undefined,
		waitMs: undefined,
		about: `Feishu row of ${about}`,
		found: 'it does not hold the payment',
		remedy: 'Run it again',
	},
});
