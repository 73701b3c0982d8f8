import { byCodeUnit } from '../domain/kernel/canonicalJson';
import { formatMoney } from '../domain/kernel/money';
import {
	batchHash,
	controlTotals,
	inOrder,
	type BatchTerms,
	type ControlTotals,
} from '../domain/pay/batch';
import { payLine, type PayLine } from '../domain/pay/payLine';
import type { PayProblem } from '../domain/pay/payProblem';
import type { Problem, Result as Read } from '../domain/kernel/result';
import {
	readBasePay,
	readExceptions,
	readScorecards,
	readSummaries,
	type BaseToPay,
	type ScorecardToPay,
} from '../items/payInput';
import { toBatchRecord, toLineRecord, toProblemRecord } from '../items/payRecord';
import type { BatchStatus, InPayroll, LineState } from '../items/payRecord';
import { chooseBases } from './bases';
import { checkSettings, type CheckedSettings, type PayRequest, type PayResult } from './payRequest';
import { blockedProblems, resultProblems, type Result } from './resultChecks';
import { sha256 } from './sha256';

/** A batch as it follows from the items alone: the same items give the same batch and hash, always. */
export interface DrawnUp {
	readonly settings: CheckedSettings;
	readonly terms: BatchTerms;
	/** In the order of the employee ids. */
	readonly lines: readonly PayLine[];
	readonly totals: ControlTotals;
	readonly hash: string;
	readonly problems: readonly PayProblem[];
}

const badItem = ({ code, path, message, remedy }: Problem): PayProblem => ({
	code,
	employeeId: undefined,
	message: `${path}: ${message}`,
	remedy,
	blocks: true,
});

/** Reads the items and makes the batch; rejects only for settings that cannot be used. */
export function drawUpBatch(request: PayRequest): DrawnUp {
	const settings = checkSettings(request);
	const problems: PayProblem[] = [];
	const take = <T>(read: Read<readonly T[]>): readonly T[] => {
		if (read.ok) return read.value;
		problems.push(...read.problems.map(badItem));
		return [];
	};
	const result: Result = {
		scorecards: take(readScorecards(request.scorecards)),
		summaries: take(readSummaries(request.summary)),
		exceptions: take(readExceptions(request.exceptions)),
	};
	const basePay = take(readBasePay(request.basePay, settings.currency));
	if (problems.length === 0) problems.push(...resultProblems(result, settings.period));
	return fill(settings, result, basePay, problems);
}

function fill(
	settings: CheckedSettings,
	result: Result,
	basePay: readonly BaseToPay[],
	found: readonly PayProblem[],
): DrawnUp {
	const blocks = settings.blockedPeople === 'payNobody';
	const cards = new Map(result.scorecards.map((card) => [card.employeeId, card]));
	const bases = chooseBases([...cards.keys()].sort(byCodeUnit), basePay, {
		system: settings.system.id,
		from: `${settings.period}-01`,
		to: settings.periodEnd,
		blocks,
	});
	const terms = termsOf(settings, result);
	const lines = inOrder(
		[...bases.ofEmployee].flatMap(([id, base]) => lineOf(terms, cards.get(id), base)),
	);
	const problems = [
		...found,
		...blockedProblems(result.exceptions, blocks),
		...bases.problems,
		...lines.flatMap(notices),
	];
	const totals = controlTotals(lines, sha256);
	const hash = batchHash(terms, lines, sha256);
	const none = lines.length === 0 && !problems.some((it) => it.blocks);
	return {
		settings,
		terms,
		lines,
		totals,
		hash,
		problems: none ? [...problems, nothingToPay(settings.period)] : problems,
	};
}

const termsOf = (settings: CheckedSettings, result: Result): BatchTerms => ({
	tenant: settings.tenant,
	period: settings.period,
	component: settings.component,
	revision: 0,
	system: settings.system.id,
	company: settings.company,
	payrollDate: settings.payrollDate,
	keyField: settings.keyField,
	blockedPeople: settings.blockedPeople,
	resultHash: result.summaries[0]?.resultHash ?? '',
	rulebookHash: result.scorecards[0]?.rulebookHash ?? '',
});

function lineOf(
	terms: BatchTerms,
	card: ScorecardToPay | undefined,
	{ employeeId, remoteEmployeeId, base }: BaseToPay,
): readonly PayLine[] {
	if (card === undefined) return [];
	const { tenant, period, component, revision } = terms;
	const name = { tenant, period, employeeId, component, revision };
	return [payLine(name, { remoteEmployeeId, base, total: card.total }, sha256)];
}

const nothingToPay = (period: string): PayProblem => ({
	code: 'pay.nothingToPay',
	employeeId: undefined,
	message: `There is no scorecard of ${period} to pay`,
	remedy: 'Score the period first',
	blocks: true,
});

const notice = (code: string, line: PayLine, what: string, remedy: string): PayProblem => ({
	code: `pay.${code}`,
	employeeId: line.employeeId,
	message: `${line.employeeId}: ${what}`,
	remedy,
	blocks: false,
});

function notices(line: PayLine): readonly PayProblem[] {
	const { base, amount, total } = line;
	const money = `${formatMoney(amount)} ${amount.currency}`;
	if (amount.units === 0n)
		return [notice('zeroPay', line, `the pay is ${money}`, 'Look at the scorecard and the base')];
	if (total > 10_000n)
		return [
			notice(
				'aboveFull',
				line,
				`the pay ${money} is above the base ${formatMoney(base)}`,
				'Check that the rulebook is meant to give more than 100 points',
			),
		];
	return [];
}

/** Whether anything forbids to pay. */
export const stops = (problems: readonly PayProblem[]): boolean =>
	problems.some((problem) => problem.blocks);

const untouched: LineState = { status: 'preview', remoteId: undefined, message: undefined };

/** What became of a batch, as the items that the nodes give. */
export function toPayResult(
	batch: DrawnUp,
	status: BatchStatus,
	outcome: {
		readonly problems: readonly PayProblem[];
		/** By key; a line that is not named was not touched. */
		readonly states?: ReadonlyMap<string, LineState>;
		readonly inPayroll?: InPayroll | undefined;
	},
): PayResult {
	const { terms, totals, hash } = batch;
	const { problems, inPayroll } = outcome;
	return {
		lines: batch.lines.map((line) =>
			toLineRecord(line, outcome.states?.get(line.key) ?? untouched, hash),
		),
		problems: problems.map(toProblemRecord),
		batch: toBatchRecord({ terms, totals, hash, status, inPayroll, problems: problems.length }),
	};
}
