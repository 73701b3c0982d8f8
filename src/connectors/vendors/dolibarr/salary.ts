import { sendJson } from '../../engine/call';
import type { Ports } from '../../engine/http';
import type {
	PayAnswer,
	PayEntry,
	PayOrder,
	PaySettings,
	PayrollSystem,
} from '../../engine/payrollSystem';
import { payrollMonth } from '../../engine/payMonths';
import { payReading } from '../../engine/payReading';
import { refusedProblem } from '../../engine/problem';
import { openSession } from '../../engine/session';
import { toSeconds } from './payDay';
import { prepare, unfit } from './payPreparation';
import { bases, people } from './payUsers';
import { apiUrl } from './records';
import { explain } from './refusal';
import { salaryProbes } from './salaryProbes';
import { labelWith, readByKeys, readMonth, toEntries } from './salaries';
import { checkScope } from './scope';
import { id } from './values';

const explainWrite: typeof explain = (status, body) => {
	const refusal = explain(status, body);
	return refusal && status === 403
		? {
				found: 'the user of the API key may not write salaries (HTTP 403)',
				remedy: 'Give the user the right “Create and change salaries (salaries → write)”',
			}
		: refusal;
};

/** A salary is a whole amount that is due to a person. Code: htdocs/salaries/class/api_salaries.class.php, post */
async function write(
	order: PayOrder,
	settings: PaySettings,
	ports: Ports,
): Promise<PayAnswer<PayEntry>> {
	const { key, remoteEmployeeId, amount, currency } = order;
	const { component, payrollDate, month } = settings;
	const session = openSession(ports, settings);
	const answer = await sendJson(
		{
			about: `Dolibarr salary for user ${remoteEmployeeId}`,
			wire: id,
			writes: true,
			explain: explainWrite,
			request: {
				...{ method: 'POST', url: apiUrl(session, 'salaries'), timeoutMs: settings.timeoutMs },
				headers: { accept: 'application/json' },
				body: {
					fk_user: Number(remoteEmployeeId),
					label: labelWith(component, payrollMonth(settings), key),
					amount: Number(amount),
					datesp: toSeconds(month.from),
					dateep: toSeconds(payrollDate),
				},
			},
		},
		ports,
	);
	if (!answer.ok) return answer;
	const entry = { key, remoteEmployeeId, component, amount, currency, payrollDate };
	return { ok: true, value: { remoteId: answer.value, ...entry, state: 'counts' } };
}

/** Dolibarr's API deletes no salary, and one that is set to 0 would still be there. */
const takeBack = async ({ remoteId }: PayEntry): Promise<PayAnswer<unknown>> =>
	await Promise.resolve({
		ok: false,
		problem: refusedProblem(
			`Dolibarr salary ${remoteId}`,
			'Dolibarr deletes no salary through its API',
			'Delete it in Dolibarr, under HRM → Salaries, and run the reversal again',
		),
	});

/** Dolibarr pays performance pay as a salary of its own, a person and month. */
export const salary: PayrollSystem = {
	id: 'dolibarr',
	label: 'Dolibarr',
	credential: 'performanceDolibarrApi',
	component: 'Performance Pay',
	keyField: '',
	baseFields: [{ value: 'salary', label: 'Salary' }],
	uses: ['payrollDate'],
	parameters: [
		{
			name: 'mainCurrency',
			label: 'Main Currency',
			description:
				'The main currency of Dolibarr as an ISO 4217 code: its salaries name none, and it tells it to administrators only',
			kind: 'text',
			default: '',
			placeholder: 'e.g. CNY',
			required: true,
		},
	],
	notice:
		'Each pay becomes a salary of its own, due and unpaid. Dolibarr deletes none through its API: Reverse says which to delete by hand. Base pay is the salary on the card of the user as it is today; it has no dates.',
	probes: salaryProbes,
	deducts: false,
	refusesDoubleKey: false,
	people: async (accounts, settings, ports) =>
		await payReading(settings, ports, async (session) => await people(session, accounts)),
	bases: async (ids, settings, ports) =>
		await payReading(settings, ports, async (session) => await bases(session, ids, settings.on)),
	ready: async (settings, ports) =>
		await payReading(settings, ports, async (session) => {
			await checkScope(session, ['salaries']);
			return unfit(settings);
		}),
	prepare: async (orders, settings, ports) =>
		await payReading(settings, ports, async (session) => await prepare(session, orders, settings)),
	entries: async (keys, settings, ports) =>
		await payReading(settings, ports, async (session) => {
			const ofMonth = await readMonth(session, settings);
			const keyed = await readByKeys(session, keys);
			return toEntries([...ofMonth, ...keyed], settings);
		}),
	entriesOf: async ({ key }, settings, ports) =>
		await payReading(settings, ports, async (session) =>
			toEntries(await readByKeys(session, [key]), settings),
		),
	write: async ({ order }, settings, ports) => await write(order, settings, ports),
	takeBack,
};
