import { z } from 'zod';
import type { Refusal } from '../../engine/judge';
import { quote } from '../../engine/problem';

const errorBody = z
	.object({ error: z.string() })
	.transform(({ error }) => error)
	.or(z.object({ message: z.string() }).transform(({ message }) => message))
	.or(z.object({ errors: z.array(z.string()) }).transform(({ errors }) => errors.join(' ')));

const notAccepted = (told: string): Refusal => ({
	found: `it does not accept the access token (HTTP 401): ${told}`,
	remedy:
		'Enter the access token of an administrator of the account (in Chatwoot: Profile Settings → Access Token); a proxy before Chatwoot has to pass headers with underscores on (nginx: underscores_in_headers on)',
});

/** A right that is missing is 401 too. Code: app/controllers/concerns/request_exception_handler.rb */
export function explain(status: number, body: unknown): Refusal | undefined {
	if (status < 400 || status >= 429 || status === 408) return undefined;
	const read = errorBody.safeParse(body);
	const told = quote(read.success ? read.data : 'no reason given');
	if (status === 401) return notAccepted(told);
	if (!read.success) return undefined;
	return {
		found: `Chatwoot refuses it (HTTP ${status}): ${told}`,
		remedy: 'Check the base URL and account ID of the credential and the settings of this source',
	};
}
