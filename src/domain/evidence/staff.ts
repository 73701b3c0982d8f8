import { byCodeUnit } from '../kernel/canonicalJson';
import type { Ratio } from '../kernel/ratio';

/** One row of the list of employees, as it was read. */
export interface EmployeeRow {
	/** Its place in the list, from 1. */
	readonly position: number;
	readonly id: string | undefined;
	readonly name: string | undefined;
	readonly role: string | undefined;
	readonly branch: string | undefined;
	readonly leaderId: string | undefined;
	/** Days of the month; undefined: the whole month. */
	readonly days: { readonly scheduled: Ratio; readonly present: Ratio } | undefined;
	/** By system. */
	readonly accounts: ReadonlyMap<string, readonly string[]>;
	readonly problems: readonly string[];
}

/** One employee: an id that is listed, with all its rows. */
export interface Person {
	readonly id: string;
	/** The row to score by: the only one, unless the list is at fault. */
	readonly row: EmployeeRow;
	readonly rows: readonly EmployeeRow[];
	/** All accounts of any system, in lower case. */
	readonly accounts: ReadonlySet<string>;
}

/** Whose an account is: a place in the staff, or of several. */
type Owner = number | 'several';

/** All employees by id, and whose which account is. */
export interface Staff {
	/** Sorted by id. */
	readonly people: readonly Person[];
	/** Rows without an id. */
	readonly nameless: readonly EmployeeRow[];
	find(employeeId: string): number | undefined;
	owner(system: string, account: string): Owner | undefined;
}

function personOf(id: string, rows: readonly EmployeeRow[], first: EmployeeRow): Person {
	const accounts = rows.flatMap((row) => [...row.accounts.values()].flat());
	return { id, row: first, rows, accounts: new Set(accounts.map((one) => one.toLowerCase())) };
}

function ownersOf(people: readonly Person[]): Map<string, Map<string, Owner>> {
	const systems = new Map<string, Map<string, Owner>>();
	const claim = (place: number, system: string, account: string): void => {
		const owners = systems.get(system) ?? new Map<string, Owner>();
		const owner = owners.get(account);
		systems.set(system, owners.set(account, (owner ?? place) === place ? place : 'several'));
	};
	people.forEach((person, place) => {
		for (const row of person.rows)
			for (const [system, accounts] of row.accounts)
				for (const account of accounts) claim(place, system, account.toLowerCase());
	});
	return systems;
}

/** The staff of a list: rows of one id are one person, and an account that two people have is nobody's. */
export function staffOf(rows: readonly EmployeeRow[]): Staff {
	const byId = new Map<string, EmployeeRow[]>();
	for (const row of rows)
		if (row.id !== undefined) byId.set(row.id, [...(byId.get(row.id) ?? []), row]);
	const people = [...byId]
		.sort(([a], [b]) => byCodeUnit(a, b))
		.flatMap(([id, [first, ...rest]]) => (first ? [personOf(id, [first, ...rest], first)] : []));
	const places = new Map(people.map((person, place) => [person.id, place]));
	const owners = ownersOf(people);
	return {
		people,
		nameless: rows.filter((row) => row.id === undefined),
		find: (employeeId) => places.get(employeeId),
		owner: (system, account) => owners.get(system)?.get(account.toLowerCase()),
	};
}
