import { z } from 'zod';
import type { Refusal } from '../../engine/judge';
import { quote } from '../../engine/problem';

/** `{error, description}`, or `{error: {title, message}}`, or an error alone. */
const errorBody = z.object({
	error: z.union([
		z.string(),
		z.object({ title: z.string().nullish(), message: z.string().nullish() }),
	]),
	description: z.string().nullish(),
});

const notAdmin: Refusal = {
	found: 'the account of the credential may not read this (HTTP 403)',
	remedy:
		'Use the API token with the e-mail address of an administrator: Zendesk gives its exports to administrators only',
};
const notAccepted: Refusal = {
	found: 'it does not accept the credential (HTTP 401)',
	remedy:
		'Check the e-mail address and the API token, and that token access is switched on in Zendesk (Admin Center → Apps and integrations → Zendesk API); with OAuth2, connect the credential anew',
};
/** Export collisions: two exports at once. */
const collision: Refusal = {
	found: 'another export is running at the same time (HTTP 409)',
	remedy: 'Try again later',
	kind: 'busy',
	retry: 'afterWait',
};
const own: ReadonlyMap<number, Refusal> = new Map([
	[401, notAccepted],
	[403, notAdmin],
	[409, collision],
]);

/** Docs: developer.zendesk.com → Ticketing → Introduction → Errors */
export function explain(status: number, body: unknown): Refusal | undefined {
	const known = own.get(status);
	if (known) return known;
	const read = errorBody.safeParse(body);
	if (!read.success || status >= 429 || status === 408) return undefined;
	const { error, description } = read.data;
	const told = description ?? (typeof error === 'string' ? error : (error.message ?? error.title));
	return {
		found: `Zendesk refuses it (HTTP ${status}): ${quote(told ?? 'no reason given')}`,
		remedy:
			'Check the base URL of the credential (https://your-name.zendesk.com) and the settings of this source',
	};
}
