import { payrollSystems as systems } from '../../connectors/registry';
import { readParameters, type Parameters, type Settings } from '../../connectors/engine/parameters';
import type { PayrollSystem } from '../../connectors/engine/payrollSystem';
import { decimalsOf } from '../../domain/kernel/money';
import type { Problem } from '../../domain/kernel/result';
import { daysOf } from '../../domain/kernel/period';
import { Refusal } from '../refusal';

/** One thing that a setting must be. */
export interface Check {
	readonly path: string;
	readonly holds: boolean;
	readonly message: string;
	readonly remedy: string;
}

/** Rejects with every check that does not hold. */
export function refuseUnless(checks: readonly Check[]): void {
	const problems: readonly Problem[] = checks
		.filter((check) => !check.holds)
		.map(({ path, message, remedy }) => ({ code: 'pay.setting', path, message, remedy }));
	if (problems.length > 0) throw new Refusal(problems);
}

/** The payroll system of that id; undefined: there is none. */
export const systemOf = (id: string): PayrollSystem | undefined =>
	systems.find((system) => system.id === id);

export const knownSystem = (id: string): Check => ({
	path: 'system',
	holds: systemOf(id) !== undefined,
	message: `There is no payroll system "${id}"`,
	remedy: `Choose one of: ${systems.map((system) => system.id).join(', ')}`,
});

/** Whether it can be written to. */
export const isWritten = (id: string): Check => ({
	path: 'system',
	holds: systemOf(id)?.byFile !== true,
	message: `${systemOf(id)?.label ?? ''} is not written to`,
	remedy: 'Use Export to File, and load the file there',
});

/** Whether it takes a file. */
export const takesFile = (id: string): Check => ({
	path: 'system',
	holds: systemOf(id) === undefined || systemOf(id)?.byFile === true,
	message: `${systemOf(id)?.label ?? ''} takes no file`,
	remedy: 'Choose File as the system, preview and approve that batch',
});

export const webAddress = (url: string): Check => ({
	path: 'baseUrl',
	holds: /^https?:\/\/[^\s/?#@]+(\/[^\s?#]*)?$/.test(url),
	message: 'The base URL is not a web address',
	remedy:
		'Enter it in the credential as https://your-company.example, without user, query or spaces',
});

export const aMonth = (period: string): Check => ({
	path: 'period',
	holds: daysOf(period) !== undefined,
	message: `The period "${period}" is not a month`,
	remedy: 'Write it as 2026-10',
});

export const aCurrency = (currency: string): Check => ({
	path: 'currency',
	holds: decimalsOf(currency) !== undefined,
	message: `"${currency}" is not an ISO 4217 currency`,
	remedy: 'Write it as CNY, EUR, JPY …',
});

export const named = (path: string, value: string, remedy: string): Check => ({
	path,
	holds: value.trim() !== '',
	message: `The ${path} is empty`,
	remedy,
});

/** What one request may take where nobody says otherwise. */
export const defaultTimeoutMs = 60_000;

/** The system's own settings; rejects with all that cannot be used. */
export function ownSettings(system: PayrollSystem, given: Parameters | undefined): Settings {
	const read = readParameters(system.parameters, given ?? {});
	if (read.ok) return read.value;
	throw new Refusal(read.problems.map((problem) => ({ ...problem, code: 'pay.setting' })));
}
