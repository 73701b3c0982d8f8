import { z } from 'zod';
import type { Ports } from '../../engine/http';
import type {
	PayAnswer,
	PayEntry,
	PayOrder,
	PaySettings,
	PayrollSystem,
} from '../../engine/payrollSystem';
import { refusedProblem } from '../../engine/problem';
import { bases, people } from './payBases';
import { nameWith, ofComponent, readByKeys, readInputs, remoteIdOf, toEntries } from './payEntries';
import { codeMissing, prepare } from './payPreparation';
import { payProbes } from './payProbes';
import { reading, writing } from './payRpc';
import { openStates } from './payslips';
import { readCodes, readVariant } from './payVariant';

const model = 'hr.payslip.input';

const place = z.union([
	z.object({ id: z.number() }),
	z.object({ values: z.record(z.union([z.string(), z.number()])) }),
]);

const placeOf = ({ slip }: PayOrder): z.infer<typeof place> =>
	place.parse(JSON.parse(slip ?? '{}'));

const created = z
	.union([z.array(z.number()), z.number()])
	.transform((told) => [told].flat())
	.pipe(z.array(z.number()).length(1))
	.transform(([id = 0]) => id);

/** Makes the input; the one of 0 that the slip got when it was made takes the amount instead. */
async function write(
	order: PayOrder,
	settings: PaySettings,
	ports: Ports,
): Promise<PayAnswer<PayEntry>> {
	const { key, remoteEmployeeId, amount, currency } = order;
	const where = placeOf(order);
	const values = { name: nameWith(key), amount: Number(amount) };
	const about = `payslip input for employee ${remoteEmployeeId}`;
	const answer = await ('id' in where
		? writing(settings, ports, {
				...{ about, method: [model, 'write'], named: { ids: [where.id], vals: values } },
				wire: z.literal(true).transform(() => where.id),
			})
		: writing(settings, ports, {
				...{ about, method: [model, 'create'], wire: created },
				named: { vals_list: [{ ...where.values, ...values }] },
			}));
	if (!answer.ok) return answer;
	return {
		ok: true,
		value: {
			...{ remoteId: remoteIdOf(answer.value), key, remoteEmployeeId, amount, currency },
			...{ component: settings.component, payrollDate: settings.payrollDate, state: 'counts' },
		},
	};
}

const closed = (remoteId: string): PayAnswer<never> => ({
	ok: false,
	problem: refusedProblem(
		`Odoo payslip ${remoteId.toLowerCase()}`,
		'its payslip is not open any more, and what is confirmed keeps its amount',
		'Set the payslip back to draft in Odoo and run it again, or refund the payslip there',
	),
});

/** Odoo would delete an input of a confirmed slip too, and the pay would stay as it was computed. */
async function takeBack(
	{ remoteId }: PayEntry,
	settings: PaySettings,
	ports: Ports,
): Promise<PayAnswer<unknown>> {
	const id = Number(remoteId.replace(/^Input /, ''));
	const open = await reading(
		settings,
		ports,
		async (session) =>
			await readInputs(session, [
				['id', '=', id],
				['payslip_id.state', 'in', openStates],
			]),
	);
	if (!open.ok) return open;
	if (open.value.length === 0) return closed(remoteId);
	return await writing(settings, ports, {
		about: `payslip ${remoteId.toLowerCase()}, delete`,
		method: [model, 'unlink'],
		named: { ids: [id] },
		wire: z.boolean(),
	});
}

/** Odoo pays performance pay as an input on each person's payslip of the month, which its owner makes. */
export const payslipInput: PayrollSystem = {
	id: 'odoo',
	label: 'Odoo',
	credential: 'performanceOdooApi',
	component: 'PERFPAY',
	keyField: '',
	baseFields: [{ value: 'wage', label: 'Wage' }],
	uses: ['payrollDate'],
	parameters: [],
	notice:
		'Make the payslips of the month first: the pay goes onto them as an input with this code, corrections with the code and _1, _2 … After the sync choose Compute Sheet for them.',
	probes: payProbes,
	deducts: true,
	refusesDoubleKey: false,
	people: async (accounts, settings, ports) =>
		await reading(settings, ports, async (session) => await people(session, accounts)),
	bases: async (ids, settings, ports) =>
		await reading(settings, ports, async (session) => await bases(session, ids, settings.on)),
	ready: async (settings, ports) =>
		await reading(settings, ports, async (session) => {
			const { typed } = await readVariant(session);
			const known = await readCodes(session, typed, [settings.component]);
			if (known.has(settings.component)) return [];
			return [codeMissing(settings.component, typed)];
		}),
	prepare: async (orders, settings, ports) =>
		await reading(settings, ports, async (session) => await prepare(session, orders, settings)),
	entries: async (keys, settings, ports) =>
		await reading(settings, ports, async (session) => {
			const ofMonth = await readInputs(session, [
				['payslip_id.date_from', '<=', settings.month.to],
				['payslip_id.date_to', '>=', settings.month.from],
				...ofComponent(settings.component),
			]);
			const keyed = await readByKeys(session, keys);
			return await toEntries(session, [...ofMonth, ...keyed], settings);
		}),
	entriesOf: async ({ key }, settings, ports) =>
		await reading(
			settings,
			ports,
			async (session) => await toEntries(session, await readByKeys(session, [key]), settings),
		),
	write: async ({ order }, settings, ports) => await write(order, settings, ports),
	takeBack,
};
