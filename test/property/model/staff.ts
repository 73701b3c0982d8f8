import { below, frac, over, type Fraction } from './fraction';
import type { Named } from './item';
import type { Role, Rules } from './rules';
import {
	amount,
	attempt,
	fromJson,
	isAbsent,
	isObject,
	Unreadable,
	word,
	wordOrNull,
} from './value';

/** What stands alone for its person. */
type Unfit = 'duplicateEmployee' | 'badEmployee' | 'noRole' | 'tooFewDays';

export interface Person {
	readonly id: string;
	readonly unfit: Unfit | null;
	readonly role: Role | null;
	/** presentDays / scheduledDays */
	readonly present: Fraction;
	/** In lower case. */
	readonly accounts: readonly { readonly system: string; readonly account: string }[];
}

export interface Staff {
	readonly people: readonly Person[];
	/** Rows that have no id. */
	readonly nameless: number;
	readonly ownerOf: (record: Named) => string | null;
}

function accountsOf(raw: unknown): Person['accounts'] {
	if (isAbsent(raw)) return [];
	const bySystem = fromJson(raw);
	if (!isObject(bySystem)) throw new Unreadable();
	return Object.entries(bySystem).flatMap(([system, list]) => {
		if (!Array.isArray(list)) throw new Unreadable();
		return list.flatMap((entry: unknown) => {
			const account = word(entry);
			return account === null ? [] : [{ system, account: account.toLowerCase() }];
		});
	});
}

function daysOf(
	row: Readonly<Record<string, unknown>>,
): { present: Fraction; share: Fraction } | null {
	const scheduled = amount(row.scheduledDays);
	const present = amount(row.presentDays);
	if (scheduled === null && present === null) return null;
	if (scheduled === null || present === null) throw new Unreadable();
	if (scheduled.n <= 0n || present.n < 0n || below(scheduled, present)) throw new Unreadable();
	return { present, share: over(present, scheduled) };
}

function personOf(id: string, rows: readonly unknown[], rules: Rules): Person {
	const row = rows.find(isObject) ?? {};
	const accounts = rows.flatMap(
		(one) => (isObject(one) && attempt(() => accountsOf(one.accounts))) || [],
	);
	const role = rules.roles.find((one) => one.id === wordOrNull(row.role)) ?? null;
	const read = attempt(() => {
		accountsOf(row.accounts);
		return { days: daysOf(row) };
	});
	const days = read?.days;
	const least = frac(BigInt(rules.minPresentDays ?? 5));
	const unfit = (): Unfit | null => {
		if (rows.length > 1) return 'duplicateEmployee';
		if (read === null) return 'badEmployee';
		if (role === null) return 'noRole';
		return days && below(days.present, least) ? 'tooFewDays' : null;
	};
	return { id, unfit: unfit(), role, present: days?.share ?? frac(1n), accounts };
}

export function staffOf(rows: readonly unknown[], rules: Rules): Staff {
	const idOf = (row: unknown): string | null => (isObject(row) ? wordOrNull(row.employeeId) : null);
	const ids = [...new Set(rows.map(idOf))].filter((id) => id !== null);
	const people = ids.map((id) =>
		personOf(
			id,
			rows.filter((row) => idOf(row) === id),
			rules,
		),
	);
	const ownerOf = ({ system, employeeId, handler }: Named): string | null => {
		if (employeeId !== null) return ids.includes(employeeId) ? employeeId : null;
		const owners = people.filter(({ accounts }) =>
			accounts.some((one) => one.system === system && one.account === handler?.toLowerCase()),
		);
		return owners.length === 1 ? (owners[0]?.id ?? null) : null;
	};
	return { people, nameless: rows.filter((row) => idOf(row) === null).length, ownerOf };
}
