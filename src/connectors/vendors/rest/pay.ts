import { z } from 'zod';
import { sendJson } from '../../engine/call';
import { baseAsItems } from '../../engine/baseAsItems';
import { block } from '../../engine/hindrance';
import type { HttpRequest, Ports } from '../../engine/http';
import { monthsAround, payrollMonth } from '../../engine/payMonths';
import { payAnswer } from '../../engine/payReading';
import type {
	Hindrance,
	PayAnswer,
	PayEntry,
	PayOrder,
	PaySettings,
	PayrollSystem,
} from '../../engine/payrollSystem';
import { textAt } from '../../engine/place';
import { refusedProblem } from '../../engine/problem';
import { agent, openSession } from '../../engine/session';
import { settingProblems } from './payChecks';
import { entriesOfMonth, isByMonth } from './payEntries';
import { payParameters } from './payParameters';
import { filled, filledAddress, parseTemplate, type Fill } from './payTemplate';
import { probe } from './system';

/** Of other months only what carries one of the keys is of interest. */
async function readEntries(
	keys: readonly string[],
	settings: PaySettings,
	ports: Ports,
): Promise<readonly PayEntry[]> {
	const session = openSession(ports, settings);
	const present = payrollMonth(settings);
	const months = isByMonth(settings) ? monthsAround(present) : [present];
	const wanted = new Set<string | undefined>(keys);
	const found = new Map<string, PayEntry>();
	for (const month of months)
		for (const entry of await entriesOfMonth(session, settings, month))
			if (month === present || wanted.has(entry.key)) found.set(entry.remoteId, entry);
	return [...found.values()];
}

/** What a written path and body are filled with, and how it is sent: once. */
async function send(
	what: {
		readonly about: string;
		readonly method: HttpRequest['method'];
		readonly path: string;
		readonly body: string;
		readonly fill: Fill;
	},
	settings: PaySettings,
	ports: Ports,
): Promise<PayAnswer<unknown>> {
	const { about, method, path, body, fill } = what;
	const template = body === '' ? undefined : parseTemplate(body);
	return await sendJson(
		{
			about,
			wire: z.unknown(),
			writes: true,
			request: {
				method,
				...filledAddress(settings.baseUrl, path, fill),
				headers: agent,
				...(template === undefined ? {} : { body: filled(template, fill) }),
				timeoutMs: settings.timeoutMs,
			},
		},
		ports,
	);
}

const methodOf = (name: string | undefined): HttpRequest['method'] => {
	if (name === 'PUT' || name === 'PATCH' || name === 'DELETE') return name;
	return 'POST';
};

async function write(
	{ order }: { readonly order: PayOrder },
	settings: PaySettings,
	ports: Ports,
): Promise<PayAnswer<PayEntry>> {
	const { own, payrollDate, component } = settings;
	const { key, remoteEmployeeId: employee, amount, currency } = order;
	const answer = await send(
		{
			about: `REST payroll entry for ${employee}`,
			method: methodOf(own.text('createMethod')),
			path: own.text('createPath') ?? '',
			body: own.text('createBody') ?? '',
			fill: {
				...{ key, employee, amount, currency, component },
				...{ period: payrollMonth(settings), date: payrollDate },
			},
		},
		settings,
		ports,
	);
	if (!answer.ok) return answer;
	// What the system made of it is read back at the end.
	const entry: PayEntry = {
		...{ remoteId: textAt(answer.value, own.text('idField')) ?? key, key, component, amount },
		...{ remoteEmployeeId: employee, currency, payrollDate, state: 'counts' },
	};
	return { ok: true, value: entry };
}

const byHand = (about: string): PayAnswer<never> => ({
	ok: false,
	problem: refusedProblem(
		about,
		'no way to take it back is set',
		'Take it back by hand in payroll, or fill in Take Back Path',
	),
});

async function takeBack(
	{ remoteId: id, key = '', remoteEmployeeId: employee }: PayEntry,
	settings: PaySettings,
	ports: Ports,
): Promise<PayAnswer<unknown>> {
	const { own } = settings;
	const about = `REST payroll entry ${id}, take back`;
	const path = own.text('takeBackPath');
	if (path === undefined) return byHand(about);
	const method = methodOf(own.text('takeBackMethod'));
	const body = own.text('takeBackBody') ?? '';
	return await send({ about, method, path, body, fill: { id, key, employee } }, settings, ports);
}

/** Without a currency of its own an entry cannot be told from one of another. */
const ofCurrency = (order: PayOrder, { own }: PaySettings): readonly Hindrance[] => {
	const assumed = own.text('assumedCurrency') ?? '';
	if (own.text('currencyAt') !== undefined || order.currency === assumed) return [];
	return [
		block(
			'otherCurrency',
			`${order.remoteEmployeeId} is paid in ${order.currency}, and payroll counts in ${assumed}`,
			'Fill in Currency at, or correct Currency of Entries',
			order.remoteEmployeeId,
		),
	];
};

/** Any payroll system with a JSON API: the panel says how its entries are written, found and taken back. */
export const restPay: PayrollSystem = {
	id: 'rest',
	label: 'REST API',
	credential: 'performanceRestApi',
	component: 'Performance Pay',
	keyField: '',
	...baseAsItems,
	uses: ['payrollDate'],
	parameters: payParameters,
	notice:
		'The system has to keep the key that is sent with an entry, and give it back in its list. Unless it refuses a double key, write with one run at a time.',
	probes: [probe],
	deducts: true,
	refusesDoubleKey: false,
	doubleKeySetting: 'refusesDoubles',
	ready: async (settings) => await Promise.resolve({ ok: true, value: settingProblems(settings) }),
	prepare: async (orders, settings) =>
		await Promise.resolve({
			ok: true,
			value: { orders, hindrances: orders.flatMap((order) => ofCurrency(order, settings)) },
		}),
	entries: async (keys, settings, ports) => await payAnswer(readEntries(keys, settings, ports)),
	entriesOf: async ({ key }, settings, ports) => {
		const month = entriesOfMonth(openSession(ports, settings), settings, payrollMonth(settings));
		const all = await payAnswer(month);
		return all.ok ? { ok: true, value: all.value.filter((it) => it.key === key) } : all;
	},
	write,
	takeBack,
};
