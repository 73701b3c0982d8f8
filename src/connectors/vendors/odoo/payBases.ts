import { portions } from '../../engine/portions';
import { z } from 'zod';
import type { BaseFact, PayrollPerson } from '../../engine/payrollSystem';
import type { Session } from '../../engine/session';
import { readContractField } from './payVariant';
import { readRecords, type Domain } from './rpc';
import { fieldsIn, label, reference, text } from './values';

const employee = z.object({ id: z.number(), work_email: text, active: z.boolean() });

/** How many e-mail addresses one search is for. */
const mailsAtOnce = 40;

async function readEmployees(session: Session, terms: readonly (readonly unknown[])[]) {
	return await readRecords(session, {
		about: 'employees',
		model: 'hr.employee',
		domain: [...terms.slice(1).map(() => '|' as const), ...terms],
		fields: ['work_email', 'active'],
		wire: employee,
		context: { active_test: false },
	});
}

/** Employees by their number or work e-mail, those who left among them. */
export async function people(
	session: Session,
	accounts: readonly string[],
): Promise<readonly PayrollPerson[]> {
	const ids = accounts.filter((account) => /^\d{1,9}$/.test(account)).map(Number);
	const mails = accounts.filter((account) => account.includes('@'));
	const found = ids.length === 0 ? [] : [...(await readEmployees(session, [['id', 'in', ids]]))];
	for (const some of portions(mails, mailsAtOnce)) {
		const terms = some.map((mail) => ['work_email', '=ilike', mail]);
		found.push(...(await readEmployees(session, terms)));
	}
	const unique = [...new Map(found.map((one) => [one.id, one])).values()];
	return unique.map(({ id, work_email: mail, active }) => ({
		remoteEmployeeId: String(id),
		accounts: [String(id), ...(mail === undefined ? [] : [mail.toLowerCase()])],
		active,
	}));
}

/** What has a wage: versions of employees from Odoo 19 on, contracts before. */
interface Source {
	readonly about: string;
	readonly model: string;
	readonly from: string;
	readonly domain: Domain;
}

const endsNotBefore = (field: string, on: string): Domain => [
	'|',
	[field, '=', false],
	[field, '>=', on],
];

/** Code: addons/hr/models/hr_version.py; Domain of the versions that are under contract that day. */
const versions = (on: string): Source => ({
	about: 'versions of employees',
	model: 'hr.version',
	from: 'date_version',
	domain: [
		['date_version', '<=', on],
		['contract_date_start', '<=', on],
		...endsNotBefore('contract_date_end', on),
	],
});

/** Code: addons/hr_contract/models/hr_contract.py; neither new nor cancelled ones. */
const contracts = (on: string): Source => ({
	about: 'contracts',
	model: 'hr.contract',
	from: 'date_start',
	domain: [
		['state', 'in', ['open', 'close']],
		['date_start', '<=', on],
		...endsNotBefore('date_end', on),
	],
});

const waged = z.object({
	id: z.number(),
	employee_id: reference,
	wage: z.number(),
	currency_id: label,
	from: z.string(),
});

/** The monthly wages that hold on the day. */
export async function bases(
	session: Session,
	remoteEmployeeIds: readonly string[],
	on: string,
): Promise<readonly BaseFact[]> {
	if (remoteEmployeeIds.length === 0) return [];
	const field = await readContractField(session);
	const { about, model, from, domain } = field === 'version_id' ? versions(on) : contracts(on);
	const found = await readRecords(session, {
		...{ about, model, fields: ['employee_id', 'wage', 'currency_id', from] },
		domain: [['employee_id', 'in', remoteEmployeeIds.map(Number)], ...domain],
		wire: z.preprocess((told) => {
			const row = fieldsIn(told);
			return { ...row, from: row[from] };
		}, waged),
	});
	return found.map(({ employee_id: id, wage, currency_id: currency, from: since }) => ({
		remoteEmployeeId: String(id ?? ''),
		base: String(wage),
		currency: currency ?? '',
		from: since,
	}));
}
