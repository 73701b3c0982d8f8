import type { HttpPort, HttpRequest, HttpResponse } from '../../src/connectors/engine/http';

type Value = string | number | null;
interface Doc {
	readonly [field: string]: Value;
}
interface Salary extends Doc {
	readonly name: string;
	readonly employee: string;
	readonly amount: number;
	readonly docstatus: number;
}

export const keyField = 'custom_performance_pay_key';

const json = (status: number, body: unknown): HttpResponse => ({
	status,
	headers: { 'content-type': 'application/json' },
	body: JSON.stringify(body),
});

/** An error as Frappe words it: JSON in JSON, with HTML. */
export const refused = (status: number, type: string, html: string): HttpResponse =>
	json(status, {
		exc_type: type,
		exception: `frappe.exceptions.${type}: ${html}`,
		_server_messages: JSON.stringify([JSON.stringify({ message: html, indicator: 'red' })]),
	});

const lower = (value: Value): string => String(value).toLowerCase();
const less = (a: Value, b: Value): boolean => a !== null && b !== null && a < b;
const operators: { readonly [sign: string]: (a: Value, b: Value) => boolean } = {
	'=': (a, b) => a === b,
	'<': less,
	'>': (a, b) => less(b, a),
	'<=': (a, b) => a === b || less(a, b),
	'>=': (a, b) => a === b || less(b, a),
	// MariaDB compares text without regard to case.
	in: (a, b) => Array.isArray(b) && b.some((one) => lower(one) === lower(a)),
};

function matches(doc: Doc, [field, sign, value]: readonly [string, string, Value]): boolean {
	const operator = operators[sign];
	if (operator === undefined || !(field in doc)) throw new Error(`No filter ${field} ${sign}`);
	return operator(doc[field] ?? null, value);
}

function list(docs: readonly Doc[], query: HttpRequest['query']): readonly Doc[] {
	const filters: readonly (readonly [string, string, Value])[] = JSON.parse(
		query?.['filters'] ?? '[]',
	);
	const fields: readonly string[] = JSON.parse(query?.['fields'] ?? '["name"]');
	return docs
		.filter((doc) => filters.every((filter) => matches(doc, filter)))
		.sort((a, b) => (String(a['name']) < String(b['name']) ? -1 : 1))
		.slice(0, Number(query?.['limit_page_length'] ?? 20))
		.map((doc) => Object.fromEntries(fields.map((field) => [field, doc[field] ?? null])));
}

/** What Frappe fills in where nothing is said. */
const whole = (doc: Doc): Doc => ({ is_recurring: 0, from_date: null, to_date: null, ...doc });

export const employee = (name: string, other: Doc = {}): Doc => ({
	name,
	user_id: `${name.toLowerCase()}@x.example`,
	company_email: null,
	status: 'Active',
	company: 'XX',
	date_of_joining: '2025-01-06',
	relieving_date: null,
	...other,
});

export const assignment = (name: string, of: string, other: Doc = {}): Doc => ({
	name,
	employee: of,
	base: 3000,
	variable: 0,
	currency: 'CNY',
	from_date: '2026-01-01',
	company: 'XX',
	docstatus: 1,
	...other,
});

/** A Frappe HR site in memory: what it keeps, and the door to it. Additional Salary follows hrms' own rules. */
export interface Ledger {
	readonly tables: { [docType: string]: Doc[] };
	readonly salaries: () => readonly Salary[];
	/** One request, acted on at once. */
	readonly act: (request: HttpRequest) => HttpResponse;
	readonly http: HttpPort;
}

export function openLedger(people: readonly string[]): Ledger {
	const tables: { [docType: string]: Doc[] } = {
		Employee: people.map((name) => employee(name)),
		'Salary Structure Assignment': people.map((name) => assignment(`SSA-${name}`, name)),
		'Salary Slip': [],
		'Salary Component': [
			{
				name: 'Performance Pay',
				type: 'Earning',
				disabled: 0,
				variable_based_on_taxable_salary: 0,
			},
			{ name: 'Performance Pay Back', type: 'Deduction', disabled: 0 },
			{ name: 'Bonus', type: 'Earning', disabled: 0 },
		],
		'Custom Field': [
			{ name: 'F1', dt: 'Additional Salary', fieldname: keyField, fieldtype: 'Data', unique: 1 },
		],
		'Additional Salary': [],
	};
	const table = (docType: string): Doc[] => tables[docType] ?? [];
	const salaries = () => table('Additional Salary') as Salary[];

	function create(body: Doc): HttpResponse {
		if (salaries().some((it) => it[keyField] === body[keyField]))
			return refused(417, 'UniqueValidationError', `<b>${keyField}</b> must be unique`);
		const who = table('Employee').find((it) => it['name'] === body['employee']);
		if (who === undefined) return refused(417, 'LinkValidationError', 'Could not find Employee');
		if (who['status'] === 'Inactive')
			return refused(
				417,
				'InactiveEmployeeStatusError',
				`Transactions cannot be created for an Inactive Employee <a href="/x">${who['name']}</a>.`,
			);
		if (!body['company']) return refused(417, 'MandatoryError', 'company');
		const name = `HR-ADS-26-10-${String(salaries().length + 1).padStart(5, '0')}`;
		const doc = { ...body, name, docstatus: 0, disabled: 0 };
		table('Additional Salary').push(doc);
		return json(200, { data: doc });
	}

	function submit(name: string): HttpResponse {
		const rows = table('Additional Salary');
		const at = rows.findIndex((it) => it['name'] === name);
		if (at < 0) return refused(404, 'DoesNotExistError', `${name} not found`);
		const doc: Doc = { ...rows[at], docstatus: 1 };
		rows[at] = doc;
		return json(200, { data: doc });
	}

	const at = (name: Value): number =>
		table('Additional Salary').findIndex((it) => it['name'] === name);

	function cancel({ name }: Doc): HttpResponse {
		const doc = salaries()[at(name ?? '')];
		if (doc === undefined) return refused(404, 'DoesNotExistError', `${name} not found`);
		if (doc.docstatus !== 1)
			return refused(417, 'DocstatusTransitionError', 'Cannot change docstatus');
		table('Additional Salary')[at(doc.name)] = { ...doc, docstatus: 2 };
		return json(200, { message: doc });
	}

	function remove({ name }: Doc): HttpResponse {
		const doc = salaries()[at(name ?? '')];
		if (doc === undefined) return refused(404, 'DoesNotExistError', `${name} not found`);
		if (doc.docstatus === 1) return refused(417, 'ValidationError', 'Submitted Record');
		table('Additional Salary').splice(at(doc.name), 1);
		return json(200, {});
	}

	// Who may not read Custom Field may still read the form.
	const form = () =>
		json(200, { docs: [{ name: 'Additional Salary', fields: tables['Custom Field'] }] });

	function act({ method, url, query, body }: HttpRequest): HttpResponse {
		if (url.endsWith('/api/method/frappe.desk.form.load.getdoctype')) return form();
		if (url.endsWith('/api/method/frappe.client.cancel')) return cancel(body as Doc);
		if (url.endsWith('/api/method/frappe.client.delete')) return remove(body as Doc);
		const [, docType = '', name] =
			/[/]api[/]resource[/]([^/]+)(?:[/](.+))?$/.exec(decodeURIComponent(url)) ?? [];
		if (!(docType in tables)) return refused(404, 'DoesNotExistError', `${docType} not found`);
		if (method === 'GET') return json(200, { data: list(table(docType).map(whole), query) });
		return name === undefined ? create(body as Doc) : submit(name);
	}

	return { tables, salaries, act, http: async (request) => act(request) };
}
