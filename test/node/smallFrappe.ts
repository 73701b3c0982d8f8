import type { Asked, Said } from './loopback.cjs';

const from_date = '2026-01-01';
const assignment = (name: string, employee: string) => ({
	name,
	employee,
	base: 3000,
	currency: 'CNY',
	from_date,
	company: 'XX',
});

/**
 * As much of Frappe HR as two people's pay needs: lists of DocTypes, whatever is filtered, and
 * Additional Salaries that are created as drafts, submitted and cancelled.
 */
export function smallFrappe(): (asked: Asked) => Said {
	const salaries: { name: string; docstatus: number }[] = [];
	const doctypes: { readonly [name: string]: readonly object[] } = {
		Employee: [
			{ name: 'HR-EMP-1', user_id: 'ann@x.example', status: 'Active', company: 'XX' },
			{ name: 'HR-EMP-2', user_id: 'bob@x.example', status: 'Active', company: 'XX' },
		],
		'Salary Structure Assignment': [assignment('A1', 'HR-EMP-1'), assignment('A2', 'HR-EMP-2')],
		'Custom Field': [
			{ name: 'F', fieldname: 'custom_performance_pay_key', fieldtype: 'Data', unique: 1 },
		],
		'Salary Component': [
			{ name: 'Performance Pay', type: 'Earning', disabled: 0 },
			{ name: 'Pay Back', type: 'Deduction', disabled: 0 },
		],
		'Additional Salary': salaries,
	};
	const cancel = (name: string): Said => {
		const gone = salaries.find((salary) => salary.name === name);
		if (gone !== undefined) gone.docstatus = 2;
		return { body: { message: gone ?? null } };
	};
	return ({ method, url, body }) => {
		const [, doctype = '', name] = /^\/api\/resource\/([^?/]+)\/?([^?]*)/.exec(url) ?? [];
		if (method === 'GET') return { body: { data: doctypes[decodeURIComponent(doctype)] ?? [] } };
		if (url.startsWith('/api/method/frappe.client.cancel')) return cancel(JSON.parse(body).name);
		if (name === undefined || name === '') {
			const created = { ...JSON.parse(body), name: `AS-${salaries.length + 1}`, docstatus: 0 };
			salaries.push(created);
			return { body: { data: created } };
		}
		const held = salaries.find((salary) => salary.name === name);
		if (held === undefined) return { status: 404, body: {} };
		held.docstatus = 1;
		return { body: { data: held } };
	};
}
