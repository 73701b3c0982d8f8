import { canonicalJson } from '../domain/kernel/canonicalJson';
import { sha256 } from './sha256';

// The ids behind a line inform and are not part of the hash.
function withoutRecords(line: unknown): unknown {
	if (typeof line !== 'object' || line === null) return line;
	return Object.fromEntries(Object.entries(line).filter(([name]) => name !== 'records'));
}

const hashed = (card: object): object =>
	'lines' in card && Array.isArray(card.lines)
		? { ...card, lines: card.lines.map(withoutRecords) }
		: card;

/** The hash of a month's scorecards, sorted by employee: what the summary carries and payroll checks. */
export const resultHashOf = (scorecards: readonly object[]): string =>
	sha256(canonicalJson(scorecards.map(hashed)));
