import type { BatchRules, BatchTerms } from '../../domain/pay/batch';
import { byCodeUnit } from '../../domain/kernel/canonicalJson';
import type { PayLine } from '../../domain/pay/payLine';
import type { FileColumns } from './fileColumns';
import type { CheckedSettings } from './payRequest';
import type { Result } from './resultChecks';

/** What is approved with the lines: where they go, and by which rules they were let through. */
export const termsOf = (
	settings: CheckedSettings,
	{
		result,
		columns,
		lines,
	}: {
		readonly result: Result;
		readonly columns: FileColumns;
		readonly lines: readonly PayLine[];
	},
): BatchTerms => ({
	tenant: settings.tenant,
	period: settings.period,
	component: settings.component,
	revision: settings.revision,
	system: settings.system.id,
	company: settings.company,
	payrollDate: settings.payrollDate,
	keyField: settings.keyField,
	blockedPeople: settings.blockedPeople,
	site: settings.baseUrl,
	// Whoever takes nothing back may name the component or not.
	deduction: lines.some(({ amount }) => amount.units < 0n) ? settings.deduction : '',
	rules: rulesOf(settings),
	resultHash: result.summaries[0]?.resultHash ?? '',
	rulebookHash: result.scorecards[0]?.rulebookHash ?? '',
	ownSettings: ownSettingsOf(settings),
	columnsHash: columns.hash,
});

/** A rule that has nothing to decide is none: a first payment takes nothing back, and without limits all changes pass. */
function rulesOf(settings: CheckedSettings): BatchRules {
	const { openObjections, negativeDifferences, limits, revision } = settings;
	const isLimited = limits.sum !== undefined || limits.person !== undefined;
	return {
		openObjections,
		negativeDifferences: revision > 0 ? negativeDifferences : '',
		sumChangeLimit: String(limits.sum ?? ''),
		personChangeLimit: String(limits.person ?? ''),
		acceptedChanges: isLimited ? [...limits.accepted].sort(byCodeUnit) : [],
	};
}

/** What is approved includes where it goes; how a file looks is no part of it. */
const ownSettingsOf = ({ system, own }: CheckedSettings): BatchTerms['ownSettings'] =>
	system.byFile === true || system.parameters.length === 0
		? undefined
		: system.parameters.map(({ name }) => [name, own.text(name) ?? '']);
