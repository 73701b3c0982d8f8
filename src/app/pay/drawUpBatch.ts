import { byCodeUnit } from '../../domain/kernel/canonicalJson';
import type { Money } from '../../domain/kernel/money';
import type { EarlierLine } from '../../domain/pay/earlierPay';
import {
	batchHash,
	controlTotals,
	inOrder,
	type BatchTerms,
	type ControlTotals,
} from '../../domain/pay/batch';
import { payLine, type PayLine } from '../../domain/pay/payLine';
import { stop, type PayProblem } from '../../domain/pay/payProblem';
import type { Problem, Result as Read } from '../../domain/kernel/result';
import { readEarlierPay } from '../../items/journalInput';
import { readObjections } from '../../items/objectionInput';
import {
	readBasePay,
	readExceptions,
	readScorecards,
	readSummaries,
	type BaseToPay,
	type ScorecardToPay,
} from '../../items/payInput';
import { toBatchRecord, toLineRecord, toProblemRecord } from '../../items/payRecord';
import type { BatchStatus, InPayroll, LineState } from '../../items/payRecord';
import { chooseBases } from './bases';
import { termsOf } from './batchTerms';
import { changeProblems } from './changeLimits';
import { columnProblems, fileColumns, type FileColumns } from './fileColumns';
import { earlierOf, leftAsPaid, paidBeforeOf, type Earlier } from './earlierPay';
import { lineNotices } from './lineNotices';
import { openObjections } from './openObjections';
import { checkSettings, type CheckedSettings, type PayRequest, type PayResult } from './payRequest';
import { blockedProblems, resultProblems, type Result } from './resultChecks';
import { sha256 } from '../sha256';

/** A batch as it follows from the items alone: the same items give the same batch and hash, always. */
export interface DrawnUp {
	readonly settings: CheckedSettings;
	readonly terms: BatchTerms;
	/** In the order of the employee ids. */
	readonly lines: readonly PayLine[];
	readonly totals: ControlTotals;
	readonly hash: string;
	readonly earlier: Earlier;
	readonly columns: FileColumns;
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
	const journal = take(readEarlierPay(request.earlierPay ?? []));
	if (problems.length === 0) problems.push(...resultProblems(result, settings.period));
	const objecting = openObjections(take(readObjections(request.objections ?? [])), settings);
	const columns = fileColumns(settings, request.basePay);
	const found = [...problems, ...objecting.problems];
	return fill(settings, { result, basePay, journal, columns, ...objecting }, found);
}

interface Items {
	readonly result: Result;
	readonly basePay: readonly BaseToPay[];
	readonly journal: readonly EarlierLine[];
	readonly columns: FileColumns;
	/** Whom this batch does not pay. */
	readonly leftOut: ReadonlySet<string>;
}

function fill(
	settings: CheckedSettings,
	{ result, basePay, journal, columns, leftOut }: Items,
	found: readonly PayProblem[],
): DrawnUp {
	const blocks = settings.blockedPeople === 'payNobody';
	const cards = new Map(
		result.scorecards
			.filter((card) => !leftOut.has(card.employeeId))
			.map((card) => [card.employeeId, card]),
	);
	const bases = chooseBases([...cards.keys()].sort(byCodeUnit), basePay, {
		system: settings.system.id,
		from: `${settings.period}-01`,
		to: settings.periodEnd,
		blocks,
	});
	const earlier = earlierOf(settings, journal);
	const drawn = linesOf(settings, cards, bases.ofEmployee, earlier);
	const { lines } = drawn;
	const terms = termsOf(settings, { result, columns, lines });
	const problems = [
		...found,
		...earlier.problems,
		...blockedProblems(result.exceptions, blocks),
		...bases.problems,
		...drawn.problems,
		...leftAsPaid(earlier, new Set(lines.map((line) => line.employeeId)), new Set(cards.keys())),
		...lines.flatMap((line) => lineNotices(line, settings)),
		...changeProblems(settings, drawn.all, journal),
		...columnProblems(columns, lines),
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
		earlier,
		columns,
		problems: none ? [...problems, nothingToPay(terms, cards.size)] : problems,
	};
}

/** A line for each person, and those of them that the batch pays: a correction carries no line that changes nothing. */
function linesOf(
	settings: CheckedSettings,
	cards: ReadonlyMap<string, ScorecardToPay>,
	bases: ReadonlyMap<string, BaseToPay>,
	earlier: Earlier,
) {
	const problems: PayProblem[] = [];
	const all = [...bases].flatMap(([id, base]): readonly PayLine[] => {
		const card = cards.get(id);
		const paidBefore = paidBeforeOf(earlier, base);
		if (card === undefined) return [];
		if ('code' in paidBefore) {
			problems.push(paidBefore);
			return [];
		}
		return [lineOf(settings, card, { ...base, paidBefore })];
	});
	const lines = inOrder(all).filter((line) => settings.revision === 0 || line.amount.units !== 0n);
	return { all, lines, problems };
}

function lineOf(
	{ tenant, period, component, revision }: CheckedSettings,
	{ total }: ScorecardToPay,
	{ employeeId, remoteEmployeeId, base, paidBefore }: BaseToPay & { readonly paidBefore: Money },
): PayLine {
	const name = { tenant, period, employeeId, component, revision };
	return payLine(name, { remoteEmployeeId, base, total, paidBefore }, sha256);
}

/** `scored`: how many people could be paid if there were a base for them. */
function nothingToPay({ period, revision }: BatchTerms, scored: number): PayProblem {
	const [message, remedy] =
		revision > 0
			? [
					`Nobody's pay of ${period} differs from what was paid before`,
					'There is nothing to correct',
				]
			: scored > 0
				? [
						`None of the people with a scorecard of ${period} (${scored}) has a base that can be paid from`,
						'Mend what is said of each, and get base pay again',
					]
				: [`There is no scorecard of ${period} to pay`, 'Score the period first'];
	return stop('nothingToPay', message, remedy);
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
