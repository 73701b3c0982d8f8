import { decimalsOf, parseMoney, scaled, type Money } from '../domain/kernel/money';
import { parseDay } from '../domain/kernel/civil';
import { failed, ok, type Result } from '../domain/kernel/result';
import {
	count,
	flag,
	objectOf,
	optional,
	pattern,
	readItems,
	readRow,
	text,
	type Field,
	type Input,
	type Row,
} from './payFields';

/** What payroll needs of a scorecard, and the whole of it for the hash. */
export interface ScorecardToPay {
	readonly employeeId: string;
	readonly period: string;
	/** Hundredths of a point. */
	readonly total: bigint;
	readonly rulebookHash: string;
	readonly asGiven: Row;
}

export interface SummaryToPay {
	readonly period: string;
	readonly resultHash: string;
	readonly scored: number;
	readonly blocked: number;
}

export interface ExceptionToPay {
	/** '' where the item does not say it. */
	readonly period: string;
	readonly code: string;
	/** '' where it concerns nobody known. */
	readonly employeeId: string;
	readonly blocks: boolean;
	readonly message: string;
	readonly remedy: string;
}

export interface BaseToPay {
	readonly employeeId: string;
	readonly remoteEmployeeId: string;
	readonly base: Money;
	/** YYYY-MM-DD; '' where the item does not say it: always. */
	readonly from: string;
	/** '' where the item does not say it: any. */
	readonly system: string;
}

/** Whom to look up in payroll. */
export interface EmployeeToPay {
	readonly employeeId: string;
	/** Ids or e-mail addresses in the payroll system. */
	readonly accounts: readonly string[];
}

export const period = pattern('a month like 2026-10', /^[0-9]{4}-(0[1-9]|1[0-2])$/);
export const hash = pattern('a SHA-256 in hex', /^[0-9a-f]{64}$/);

const points: Field<bigint> = {
	expected: 'points from 0 with at most 2 decimals',
	read: (value) => {
		const read = text.read(value);
		const units = read === undefined ? undefined : scaled(read, 2);
		return units !== undefined && units >= 0n ? units : undefined;
	},
};

const day: Field<string> = {
	expected: 'a day like 2026-10-01',
	read: (value) => {
		const said = text.read(value);
		return said !== undefined && parseDay(said) !== undefined ? said : undefined;
	},
};

export const whoOf = (row: Row, kind: string, path: string): string =>
	`${kind} of ${text.read(row['employeeId']) ?? path}`;

const scorecards: Input<ScorecardToPay> = {
	name: 'Scorecards',
	column: 'scorecard',
	read: (row, path) => {
		const read = readRow(
			row,
			{ employeeId: text, period, total: points, rulebookHash: hash },
			{
				path,
				who: whoOf(row, 'the scorecard', path),
				remedy: 'Give the scorecards as Performance Score made them, or score the period again',
			},
		);
		return read.ok ? ok({ ...read.value, asGiven: row }) : read;
	},
};

const summaries: Input<SummaryToPay> = {
	name: 'Summary',
	column: 'summary',
	read: (row, path) =>
		readRow(
			row,
			{ period, resultHash: hash, scored: count, blocked: count },
			{
				path,
				who: 'the summary',
				remedy: 'Give the summary as Performance Score made it, or score the period again',
			},
		),
};

const exceptions: Input<ExceptionToPay> = {
	name: 'Exceptions',
	column: undefined,
	read: (row, path) =>
		readRow(
			row,
			{
				period: optional(period, ''),
				code: text,
				employeeId: optional(text, ''),
				blocks: flag,
				message: optional(text, ''),
				remedy: optional(text, ''),
			},
			{
				path,
				who: whoOf(row, 'the exception', path),
				remedy: 'Give the exceptions as Performance Score made them',
			},
		),
};

const basePay = (currency: string): Input<BaseToPay> => ({
	name: 'Base Pay',
	column: undefined,
	read: (row, path) => {
		const who = whoOf(row, 'the base pay', path);
		const remedy = 'Give base pay as Payroll: Get Base Pay makes it, one item per person';
		const read = readRow(
			row,
			{
				employeeId: text,
				remoteEmployeeId: text,
				base: text,
				currency: optional(text, currency),
				from: optional(day, ''),
				system: optional(text, ''),
			},
			{ path, who, remedy },
		);
		if (!read.ok) return read;
		const base = parseMoney(read.value.base, read.value.currency);
		if (base !== undefined && base.units >= 0n) return ok({ ...read.value, base });
		const decimals = decimalsOf(read.value.currency);
		const message =
			decimals === undefined
				? `${who}: "currency" must be an ISO 4217 code, found "${read.value.currency}"`
				: `${who}: "base" must be an amount from 0 with at most ${decimals} decimals, found "${read.value.base}"`;
		return failed({ code: 'pay.badItem', path: `${path}.base`, message, remedy });
	},
});

const employees = (system: string): Input<EmployeeToPay> => ({
	name: 'Employees',
	column: undefined,
	read: (row, path) => {
		const read = readRow(
			row,
			{ employeeId: text },
			{ path, who: 'the employee', remedy: 'Give employees with their "employeeId"' },
		);
		if (!read.ok) return read;
		const accounts = accountsOf(objectOf(row['accounts'])?.[system]);
		return ok({ employeeId: read.value.employeeId, accounts });
	},
});

function accountsOf(value: unknown): readonly string[] {
	const listed: readonly unknown[] = Array.isArray(value) ? value : [value];
	return listed.map((one) => text.read(one)).filter((one) => one !== undefined);
}

export const readScorecards = (items: readonly unknown[]): Result<readonly ScorecardToPay[]> =>
	readItems(items, scorecards);

export const readSummaries = (items: readonly unknown[]): Result<readonly SummaryToPay[]> =>
	readItems(items, summaries);

export const readExceptions = (items: readonly unknown[]): Result<readonly ExceptionToPay[]> =>
	readItems(items, exceptions);

/** `currency`: what a base is in that does not name its own. */
export const readBasePay = (
	items: readonly unknown[],
	currency: string,
): Result<readonly BaseToPay[]> => readItems(items, basePay(currency));

/** `system`: whose accounts lead to the person in payroll. */
export const readPayees = (
	items: readonly unknown[],
	system: string,
): Result<readonly EmployeeToPay[]> => readItems(items, employees(system));
