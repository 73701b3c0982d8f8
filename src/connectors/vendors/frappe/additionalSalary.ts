import { z } from 'zod';
import { sendJson } from '../../engine/call';
import type { Ports } from '../../engine/http';
import type {
	PayAnswer,
	PayEntry,
	PayOrder,
	PaySettings,
	PayrollSystem,
} from '../../engine/payrollSystem';
import { bases, people } from './basePay';
import { prepare } from './payPreparation';
import { payProbes } from './probes';
import { ready } from './payReadiness';
import type { Filter } from './documents';
import { allRows, request, resource, rowsOf } from './rows';
import { explain } from './serverMessages';

const docType = 'Additional Salary';

/** An Additional Salary as Frappe sends it. Fields: hrms additional_salary.json */
const salary = z.object({
	name: z.string(),
	employee: z.string(),
	salary_component: z.string(),
	amount: z.union([z.number(), z.string()]).nullish(),
	currency: z.string().nullish(),
	payroll_date: z.string().nullish(),
	docstatus: z.number(),
	disabled: z.union([z.number(), z.boolean()]).nullish(),
	key: z.string({ required_error: 'the field of the key is not there or not readable' }).nullable(),
});
type Salary = z.infer<typeof salary>;

/** The field of the key has the customer's own name: here it is `key`. */
const document = (keyField: string) =>
	z.preprocess((row) => {
		const fields = z.record(z.unknown()).safeParse(row);
		return fields.success ? { ...fields.data, key: fields.data[keyField] } : row;
	}, salary);

function stateOf(row: Salary): PayEntry['state'] {
	if (row.docstatus === 2) return 'cancelled';
	if (row.docstatus === 0) return 'draft';
	return row.disabled ? 'disabled' : 'counts';
}

// A float's shortest text is the text that the server wrote, but for zeros at the end.
const decimal = (amount: number | string | null | undefined): string => String(amount ?? '');

/** A deduction of ours is an amount below 0 of the component that it corrects. */
function toEntry(row: Salary, { component, deduction }: PaySettings): PayEntry {
	const deducted = deduction !== '' && row.salary_component === deduction;
	return {
		remoteId: row.name,
		key: row.key || undefined,
		remoteEmployeeId: row.employee,
		component: deducted ? component : row.salary_component,
		amount: `${deducted ? '-' : ''}${decimal(row.amount)}`,
		currency: row.currency ?? '',
		payrollDate: row.payroll_date ?? undefined,
		state: stateOf(row),
	};
}

const list = (settings: PaySettings, filters: readonly Filter[]) => ({
	docType,
	fields: [
		...['name', 'employee', 'salary_component', 'amount', 'currency', 'payroll_date'],
		...['docstatus', 'disabled', settings.keyField],
	],
	filters,
	wire: document(settings.keyField),
});

const byId = (
	answer: PayAnswer<readonly Salary[]>,
	settings: PaySettings,
	before: readonly PayEntry[] = [],
): PayAnswer<readonly PayEntry[]> => {
	if (!answer.ok) return answer;
	const entries = [...before, ...answer.value.map((row) => toEntry(row, settings))];
	return { ok: true, value: [...new Map(entries.map((it) => [it.remoteId, it])).values()] };
};

async function withKeys(
	keys: readonly string[],
	settings: PaySettings,
	ports: Ports,
): Promise<PayAnswer<readonly Salary[]>> {
	return rowsOf(list(settings, []), { field: settings.keyField, values: keys }, settings, ports);
}

/** What payslips of the month pay by the component: what is dated in it, and what recurs and has no payroll date. */
async function ofMonth(settings: PaySettings, ports: Ports): Promise<PayAnswer<readonly Salary[]>> {
	const { from, to } = settings.month;
	const live: readonly Filter[] = [
		['salary_component', 'in', [settings.component, settings.deduction].filter(Boolean)],
		['docstatus', '<', 2],
	];
	const dated: readonly Filter[] = [
		['payroll_date', '>=', from],
		['payroll_date', '<=', to],
	];
	const recurring: readonly Filter[] = [
		['is_recurring', '=', 1],
		['from_date', '<=', to],
		['to_date', '>=', from],
	];
	const once = await allRows(list(settings, [...live, ...dated]), settings, ports);
	if (!once.ok) return once;
	const again = await allRows(list(settings, [...live, ...recurring]), settings, ports);
	return again.ok ? { ok: true, value: [...once.value, ...again.value] } : again;
}

async function entries(
	keys: readonly string[],
	settings: PaySettings,
	ports: Ports,
): Promise<PayAnswer<readonly PayEntry[]>> {
	const month = byId(await ofMonth(settings, ports), settings);
	if (!month.ok) return month;
	return byId(await withKeys(keys, settings, ports), settings, month.value);
}

const oneDocument = (settings: PaySettings) => ({
	wire: z.object({ data: document(settings.keyField) }),
	writes: true,
	explain,
});

const isDeduction = ({ amount }: PayOrder): boolean => amount.startsWith('-');

/** Creates a draft, whose answer is compared before it is submitted. Docs: docs.frappe.io → REST API → Create */
function create(order: PayOrder, settings: PaySettings, ports: Ports) {
	return sendJson(
		{
			...oneDocument(settings),
			about: `Frappe HR ${docType} for ${order.remoteEmployeeId}`,
			request: {
				...request(settings, 'POST', resource(settings, docType)),
				body: {
					employee: order.remoteEmployeeId,
					salary_component: isDeduction(order) ? settings.deduction : settings.component,
					amount: Number(order.amount.replace('-', '')),
					currency: order.currency,
					payroll_date: settings.payrollDate,
					overwrite_salary_structure_amount: 0,
					company: order.company ?? settings.company,
					[settings.keyField]: order.key,
				},
			},
		},
		ports,
	);
}

/** Only a submitted Additional Salary is paid. Code: frappe api/v1.py, execute_doc_method */
function submit(held: PayEntry, settings: PaySettings, ports: Ports) {
	return sendJson(
		{
			...oneDocument(settings),
			about: `Frappe HR ${docType} ${held.remoteId}, submit`,
			request: {
				...request(settings, 'POST', resource(settings, docType, held.remoteId)),
				body: { run_method: 'submit' },
			},
		},
		ports,
	);
}

/** A draft is deleted, what was submitted is cancelled. Code: frappe client.py, delete and cancel */
function takeBack({ remoteId, state }: PayEntry, settings: PaySettings, ports: Ports) {
	const verb = state === 'draft' ? 'delete' : 'cancel';
	return sendJson(
		{
			about: `Frappe HR ${docType} ${remoteId}, ${verb}`,
			wire: z.unknown(),
			writes: true,
			explain: explainCancel,
			request: {
				...request(settings, 'POST', `${settings.baseUrl}/api/method/frappe.client.${verb}`),
				body: { doctype: docType, name: remoteId },
			},
		},
		ports,
	);
}

const explainCancel: typeof explain = (status, body) => {
	const refusal = explain(status, body);
	return refusal && status === 403
		? {
				...refusal,
				remedy: `Give the API user a role that may cancel and delete ${docType}, or cancel it by hand`,
			}
		: refusal;
};

/** Frappe HR pays performance pay as one Additional Salary a person and month. */
export const additionalSalary: PayrollSystem = {
	id: 'frappe',
	label: 'Frappe HR',
	credential: 'performanceFrappeApi',
	component: 'Performance Pay',
	keyField: 'custom_performance_pay_key',
	baseFields: [
		{ value: 'base', label: 'Base' },
		{ value: 'variable', label: 'Variable' },
	],
	uses: ['company', 'payrollDate', 'keyField', 'deduction'],
	parameters: [],
	probes: payProbes,
	deducts: true,
	refusesDoubleKey: true,
	takeBack,
	people,
	bases,
	ready,
	prepare,
	entries,
	entriesOf: async ({ key }, settings, ports) =>
		byId(await withKeys([key], settings, ports), settings),
	write: async ({ order, held }, settings, ports) => {
		const answer = await (held === undefined
			? create(order, settings, ports)
			: submit(held, settings, ports));
		if (!answer.ok) return answer;
		return { ok: true, value: toEntry(answer.value.data, settings) };
	},
};
