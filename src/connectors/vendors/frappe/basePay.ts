import { z } from 'zod';
import type { Ports } from '../../engine/http';
import type { BaseFact, BaseSettings, PayAnswer, PayrollPerson } from '../../engine/payrollSystem';
import { rowsOf } from './rows';

const employee = z.object({
	name: z.string(),
	user_id: z.string().nullish(),
	company_email: z.string().nullish(),
	status: z.string().nullish(),
});
type Employee = z.infer<typeof employee>;

const assignment = z.object({
	name: z.string(),
	employee: z.string(),
	base: z.union([z.number(), z.string()]).nullish(),
	variable: z.union([z.number(), z.string()]).nullish(),
	currency: z.string().nullish(),
	from_date: z.string(),
});

const employees = {
	docType: 'Employee',
	fields: ['name', 'user_id', 'company_email', 'status'],
	filters: [],
	wire: employee,
};

const toPerson = (row: Employee): PayrollPerson => ({
	remoteEmployeeId: row.name,
	accounts: [row.name, row.user_id, row.company_email]
		.filter((account) => typeof account === 'string' && account !== '')
		.map((account) => String(account).toLowerCase()),
	active: row.status === 'Active',
});

/** Employees by id, user or company e-mail. Fields: hrms/erpnext DocType Employee */
export async function people(
	accounts: readonly string[],
	settings: BaseSettings,
	ports: Ports,
): Promise<PayAnswer<readonly PayrollPerson[]>> {
	const mails = accounts.filter((account) => account.includes('@'));
	const found = new Map<string, PayrollPerson>();
	for (const [field, values] of [
		['name', accounts],
		['user_id', mails],
		['company_email', mails],
	] as const) {
		const answer = await rowsOf(employees, { field, values }, settings, ports);
		if (!answer.ok) return answer;
		for (const row of answer.value) found.set(row.name, toPerson(row));
	}
	return { ok: true, value: [...found.values()] };
}

/** Submitted Salary Structure Assignments that begin by the day. Fields: hrms salary_structure_assignment.json */
export async function bases(
	remoteEmployeeIds: readonly string[],
	settings: BaseSettings,
	ports: Ports,
): Promise<PayAnswer<readonly BaseFact[]>> {
	const field = settings.baseField === 'variable' ? 'variable' : 'base';
	const list = {
		docType: 'Salary Structure Assignment',
		fields: ['name', 'employee', field, 'currency', 'from_date'],
		filters: [
			['docstatus', '=', 1] as const,
			['from_date', '<=', settings.on] as const,
			...(settings.company === '' ? [] : [['company', '=', settings.company] as const]),
		],
		wire: assignment,
	};
	const answer = await rowsOf(
		list,
		{ field: 'employee', values: remoteEmployeeIds },
		settings,
		ports,
	);
	if (!answer.ok) return answer;
	const facts = answer.value.map((row) => ({
		remoteEmployeeId: row.employee,
		base: row[field] === null || row[field] === undefined ? undefined : String(row[field]),
		currency: row.currency ?? '',
		from: row.from_date,
	}));
	return { ok: true, value: facts };
}
