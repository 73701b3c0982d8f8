import { z } from 'zod';
import type { Refusal } from '../../engine/judge';
import { outcomeOf, quote, SourceProblem } from '../../engine/problem';

const errorBody = z.object({ error: z.object({ message: z.string() }) });

export const wrongKey: Refusal = {
	found: 'it does not accept the API key',
	remedy:
		'Enter the API key of a user who is enabled (in Dolibarr on the card of the user), and the entity that the user belongs to',
	kind: 'refused',
	retry: 'never',
};
/** Before version 20 a missing right is a 401 too, often without a word. Code: htdocs/expensereport/class/api_expensereports.class.php */
const keyOrRight: Refusal = {
	found:
		'it does not accept the API key, or, before version 20, the user may not read this (HTTP 401)',
	remedy: 'Test the credential in n8n: it says which of the two it is',
};
const notAllowed = (status: number): Refusal => ({
	found: `the user of the API key may not read this (HTTP ${status})`,
	remedy: 'Give the user the rights that the test of the credential names',
});

const isKey = /user not valid|failed to login|login user from api key/i;
const isRight = /not allowed|rights/i;

/** Code: htdocs/api/class/api_access.class.php; before version 16 a wrong key is a 503. */
export function explain(status: number, body: unknown): Refusal | undefined {
	const read = errorBody.safeParse(body);
	const message = read.success ? read.data.error.message : '';
	if (isKey.test(message)) return wrongKey;
	if (status === 403 || (status === 401 && isRight.test(message))) return notAllowed(status);
	if (status === 401) return keyOrRight;
	if (message === '' || status === 429) return undefined;
	return {
		found: `Dolibarr refuses it (HTTP ${status}): ${quote(message)}`,
		remedy:
			'Check the base URL of the credential and the settings of this source; Dolibarr keeps a log of its errors',
	};
}

const nothingFound =
	/^Not Found: (No (expense report|proposal|ticket|agenda event|user|category) found|Thirdpart(ies|y) not found)$/i;

/** Before version 19, and for third parties in every version, an empty list is a 404; so is what was deleted meanwhile. */
export function emptyList(status: number, body: unknown): [] | undefined {
	const read = errorBody.safeParse(body);
	const isEmpty = status === 404 && read.success && nothingFound.test(read.data.error.message);
	return isEmpty ? [] : undefined;
}

/** Tells a missing right as one, so that a test of the credential goes on and names them all: the key is known to be good. */
export async function withRight<T>(reading: Promise<T>, right: string): Promise<T> {
	const read = await outcomeOf(reading);
	if (read.ok) return read.value;
	const { problem } = read.error;
	if (problem.status !== 401 && problem.status !== 403) throw read.error;
	throw new SourceProblem({
		...problem,
		status: 403,
		found: 'the user of the API key may not read this',
		remedy: `Give the user the right “${right}”`,
	});
}
