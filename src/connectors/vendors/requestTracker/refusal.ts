import { z } from 'zod';
import type { Refusal } from '../../engine/judge';
import { quote } from '../../engine/problem';

const notAccepted: Refusal = {
	found: 'it does not accept the token or password (HTTP 401)',
	remedy:
		'Enter an authentication token (in Request Tracker: Logged in as → Settings → Auth Tokens), or the name and password, of a user that is not disabled',
};
const notAllowed: Refusal = {
	found: 'the user may not read this (HTTP 403)',
	remedy:
		'Let the user be privileged and grant it SeeQueue (View queue) and ShowTicket (View ticket summaries) on each queue whose tickets count',
};
const own: ReadonlyMap<number, Refusal> = new Map([
	[401, notAccepted],
	[403, notAllowed],
]);

const errorBody = z.object({ message: z.string() });

/** Errors are `{message}`; a query's names a file of the server, which is nobody's business. Code: RT/REST2/Middleware/ErrorAsJSON.pm */
export function explain(status: number, body: unknown): Refusal | undefined {
	const known = own.get(status);
	if (known) return known;
	const read = errorBody.safeParse(body);
	if (!read.success || status !== 400) return undefined;
	const words = read.data.message.replace(/ at \/\S+ line \d+[.]?/g, '');
	return {
		found: `Request Tracker refuses it (HTTP ${status}): ${quote(words)}`,
		remedy: 'Check the settings of this source',
	};
}
