import type { EmployeeRow } from '../domain/evidence/staff';
import { compare, fractionText, type Ratio } from '../domain/kernel/ratio';
import { fault, isAbsent, isRow, readNumber, readText, unfolded, type Row } from './readValue';

type Days = { readonly scheduled: Ratio; readonly present: Ratio };

function readDays(row: Row, problems: string[]): Days | undefined {
	const before = problems.length;
	const scheduled = readNumber(row['scheduledDays'], 'scheduledDays', problems);
	const present = readNumber(row['presentDays'], 'presentDays', problems);
	if (problems.length > before || (scheduled === undefined && present === undefined))
		return undefined;
	if (scheduled === undefined || present === undefined) {
		const missing = scheduled === undefined ? 'scheduledDays' : 'presentDays';
		problems.push(`${missing}: expected a number, since the other of the two is given, found none`);
		return undefined;
	}
	if (scheduled.n <= 0n) problems.push(fault('scheduledDays', 'above 0', row['scheduledDays']));
	if (present.n < 0n || compare(present, scheduled) > 0)
		problems.push(fault('presentDays', `from 0 to ${fractionText(scheduled)}`, row['presentDays']));
	return { scheduled, present };
}

const ACCOUNTS = 'an object with a list of accounts for each system';

function readAccounts(value: unknown, problems: string[]): ReadonlyMap<string, readonly string[]> {
	const accounts = new Map<string, readonly string[]>();
	const bySystem = unfolded(value);
	if (isAbsent(bySystem)) return accounts;
	if (!isRow(bySystem)) {
		problems.push(fault('accounts', ACCOUNTS, value));
		return accounts;
	}
	for (const [system, list] of Object.entries(bySystem)) {
		if (isAbsent(list)) continue;
		const name = `accounts.${system}`;
		if (!Array.isArray(list)) problems.push(fault(name, 'a list of accounts', list));
		const ids = (Array.isArray(list) ? list : []).map((one) => readText(one, name, problems));
		accounts.set(
			system,
			ids.filter((id) => id !== undefined),
		);
	}
	return accounts;
}

/** One row of the list of employees; what is wrong with it is in its problems. */
export function readEmployee(value: unknown, position: number): EmployeeRow {
	const problems: string[] = [];
	const row: Row = isRow(value) ? value : {};
	if (!isRow(value)) problems.push(fault('row', 'a JSON object', value));
	const id = readText(row['employeeId'], 'employeeId', problems);
	if (id === undefined && problems.length === 0)
		problems.push('employeeId: expected an id, found none');
	const ignored: string[] = [];
	return {
		position,
		id,
		name: readText(row['name'], 'name', ignored),
		role: readText(row['role'], 'role', ignored),
		branch: readText(row['branch'], 'branch', ignored),
		leaderId: readText(row['leaderId'], 'leaderId', ignored),
		days: readDays(row, problems),
		accounts: readAccounts(row['accounts'], problems),
		problems,
	};
}
