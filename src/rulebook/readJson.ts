import { failed, ok } from '../domain/kernel/result';
import type { Result } from '../domain/kernel/result';
import { finding } from './finding';
import { toProblem } from './toProblem';

/** JSON text, or a value that is JSON already; `instead` says what else helps who wrote no JSON. */
export function readJson(
	json: unknown,
	instead: string,
	what: 'rulebook' | 'process' = 'rulebook',
): Result<unknown> {
	if (typeof json !== 'string') return ok(json);
	try {
		return ok(JSON.parse(json));
	} catch (error) {
		const why = error instanceof Error ? error.message : 'it cannot be read';
		const says = `is no JSON (${why}), expected a JSON object`;
		const remedy = `Correct the text at that place, or ${instead}.`;
		return failed(toProblem(finding('json', [], says, remedy), undefined, new Map(), what));
	}
}
