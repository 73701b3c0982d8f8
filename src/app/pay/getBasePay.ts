import type { Ports } from '../../connectors/engine/http';
import type { Parameters } from '../../connectors/engine/parameters';
import type {
	BaseFact,
	BaseSettings,
	PayrollPerson,
	PayrollSystem,
} from '../../connectors/engine/payrollSystem';
import { byCodeUnit } from '../../domain/kernel/canonicalJson';
import { formatMoney, parseMoney } from '../../domain/kernel/money';
import type { PayProblem } from '../../domain/pay/payProblem';
import { daysOf } from '../../domain/kernel/period';
import { readPayees, type EmployeeToPay } from '../../items/payInput';
import { toProblemRecord, type PayProblemRecord } from '../../items/payRecord';
import { accessProblem } from './lookIntoPayroll';
import {
	aCurrency,
	aMonth,
	defaultTimeoutMs,
	knownSystem,
	ownSettings,
	refuseUnless,
	systemOf,
	webAddress,
} from './payChecks';
import { repeated } from './resultChecks';
import { Refusal } from '../refusal';

/** Whose base, of which month. */
export interface BasePayRequest {
	/** The payroll system's id, for example 'frappe'. */
	readonly system: string;
	readonly baseUrl: string;
	/** YYYY-MM: the base that holds at its end. */
	readonly period: string;
	/** Absent or '': any. */
	readonly company?: string;
	/** Absent or '': the system's first. */
	readonly baseField?: string;
	/** The currency of a base for which payroll names none; absent or '': such a base is a problem. */
	readonly currency?: string;
	/** What only this payroll system asks for, by the names of its `parameters`. */
	readonly parameters?: Parameters;
	readonly timeoutMs?: number;
	/** Employees with their `accounts` in the payroll system. */
	readonly employees: readonly unknown[];
}

/** One person's base, as an item. */
export interface BasePayRecord {
	readonly kind: 'basePay';
	readonly employeeId: string;
	readonly remoteEmployeeId: string;
	readonly base: string;
	readonly currency: string;
	/** YYYY-MM-DD */
	readonly from: string;
	readonly system: string;
}

export interface BasePayResult {
	readonly basePay: readonly BasePayRecord[];
	readonly problems: readonly PayProblemRecord[];
}

interface Settings extends BaseSettings {
	readonly systemId: string;
	readonly currency: string;
}

type Found<T> = { readonly value: T } | { readonly problem: PayProblem };

const problem = (
	code: string,
	employeeId: string | undefined,
	message: string,
	remedy: string,
): { readonly problem: PayProblem } => ({
	problem: { code: `pay.${code}`, employeeId, message, remedy, blocks: true },
});

type Filled = Omit<Settings, 'own'>;

const settingsOf = (request: BasePayRequest, fields: readonly string[]): Filled => ({
	systemId: request.system,
	baseUrl: request.baseUrl.replace(/\/+$/, ''),
	timeoutMs: request.timeoutMs ?? defaultTimeoutMs,
	company: request.company ?? '',
	baseField: request.baseField || (fields[0] ?? ''),
	on: daysOf(request.period)?.to ?? '',
	currency: request.currency ?? '',
});

function checkSettings(request: BasePayRequest): {
	readonly settings: Settings;
	readonly system: PayrollSystem;
} {
	const system = systemOf(request.system);
	const fields = (system?.baseFields ?? []).map((it) => it.value);
	const settings = settingsOf(request, fields);
	refuseUnless([
		knownSystem(request.system),
		webAddress(request.baseUrl),
		aMonth(request.period),
		...(settings.currency === '' ? [] : [aCurrency(settings.currency)]),
		{
			path: 'system',
			holds: system === undefined || fields.length > 0,
			message: `${system?.label ?? ''} tells no base that can be read`,
			remedy: 'Give base pay as items on the input Base Pay instead, one for each person',
		},
		{
			path: 'baseField',
			holds: fields.length === 0 || fields.includes(settings.baseField),
			message: `There is no base field "${settings.baseField}"`,
			remedy: `Choose one of: ${fields.join(', ')}`,
		},
	]);
	if (system === undefined) throw new Refusal([]);
	return { system, settings: { ...settings, own: ownSettings(system, request.parameters) } };
}

/** The one person that an employee's accounts lead to; of several the active one, if there is one. */
function personOf(
	employee: EmployeeToPay,
	people: readonly PayrollPerson[],
	system: string,
): Found<PayrollPerson> {
	const { employeeId } = employee;
	if (employee.accounts.length === 0)
		return problem(
			'accountMissing',
			employeeId,
			`${employeeId} has no account in ${system}`,
			`Add the id or the e-mail of the person there to "accounts.${system}" of the employee`,
		);
	const accounts = new Set(employee.accounts.map((it) => it.toLowerCase()));
	const found = people.filter((person) => person.accounts.some((it) => accounts.has(it)));
	const active = found.filter((person) => person.active);
	const [person, ...others] = active.length > 0 ? active : found;
	if (person !== undefined && others.length === 0) return { value: person };
	const named = employee.accounts.join(', ');
	return person === undefined
		? problem(
				'payrollPersonMissing',
				employeeId,
				`${employeeId}: payroll knows nobody by ${named}`,
				`Correct "accounts.${system}" of the employee, or give the API user the right to see this person`,
			)
		: problem(
				'payrollPersonAmbiguous',
				employeeId,
				`${employeeId}: ${named} leads to ${[person, ...others].map((it) => it.remoteEmployeeId).join(', ')}`,
				`Name only the one that is paid in "accounts.${system}" of the employee`,
			);
}

function baseOf(
	employeeId: string,
	person: PayrollPerson,
	facts: readonly BaseFact[],
	settings: Settings,
): Found<BasePayRecord> {
	const { remoteEmployeeId } = person;
	const [latest] = facts
		.filter((it) => it.remoteEmployeeId === remoteEmployeeId)
		.sort((a, b) => byCodeUnit(b.from, a.from));
	const who = `${employeeId} (${remoteEmployeeId})`;
	const set = `Set "${settings.baseField}" in payroll, submit it, and get base pay again`;
	if (latest === undefined)
		return problem('baseMissing', employeeId, `${who} has no base by ${settings.on}`, set);
	const currency = latest.currency || settings.currency;
	const base = parseMoney(latest.base ?? '', currency);
	// Payroll shows an amount that nobody entered as 0, so 0 does not say that the base is nothing.
	if (base === undefined || base.units <= 0n)
		return problem(
			'baseMissing',
			employeeId,
			`${who}: the base from ${latest.from} on is "${latest.base ?? ''}" ${currency || 'without currency'}`,
			set,
		);
	return {
		value: {
			kind: 'basePay',
			employeeId,
			remoteEmployeeId,
			base: formatMoney(base),
			currency,
			from: latest.from,
			system: settings.systemId,
		},
	};
}

/**
 * The base of each employee as payroll has it at the end of the period; who has none is named. Rejects
 * only for settings that cannot be used.
 */
export async function getBasePay(request: BasePayRequest, ports: Ports): Promise<BasePayResult> {
	const { settings, system } = checkSettings(request);
	const read = readPayees(request.employees, request.system);
	if (!read.ok) throw new Refusal(read.problems);
	const failed = (it: PayProblem) => ({ basePay: [], problems: [toProblemRecord(it)] });

	const twice = new Set(repeated(read.value.map((it) => it.employeeId)));
	const employees = read.value.filter((it) => !twice.has(it.employeeId));
	const accounts = [...new Set(employees.flatMap((it) => it.accounts))].sort(byCodeUnit);
	const people = await system.people(accounts, settings, ports);
	if (!people.ok) return failed(accessProblem(people.problem));
	const found = employees.map(
		(it) => [it.employeeId, personOf(it, people.value, request.system)] as const,
	);
	const ids = found.flatMap(([, it]) => ('value' in it ? it.value.remoteEmployeeId : []));
	const bases = await system.bases([...new Set(ids)].sort(byCodeUnit), settings, ports);
	if (!bases.ok) return failed(accessProblem(bases.problem));

	const outcomes: readonly Found<BasePayRecord>[] = [
		...[...twice].map((id) =>
			problem('employeeDuplicate', id, `${id} is listed twice`, 'List each employee once'),
		),
		...found.map(([id, it]) => ('value' in it ? baseOf(id, it.value, bases.value, settings) : it)),
	];
	return {
		basePay: outcomes.flatMap((it) => ('value' in it ? it.value : [])),
		problems: outcomes.flatMap((it) => ('problem' in it ? toProblemRecord(it.problem) : [])),
	};
}
