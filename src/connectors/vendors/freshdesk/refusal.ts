import { z } from 'zod';
import type { Refusal } from '../../engine/judge';
import { quote } from '../../engine/problem';

const notAccepted: Refusal = {
	found: 'it does not accept the API key (HTTP 401)',
	remedy:
		'Enter the API key of an agent who is active (in Freshdesk: Profile settings → View API key) and test the credential',
};
const notAllowed: Refusal = {
	found: 'the agent of the API key may not read this (HTTP 403)',
	remedy:
		'Use the API key of an agent with the ticket scope Global Access and a role that may view tickets, groups, agents and ticket fields',
};
const own: ReadonlyMap<number, Refusal> = new Map([
	[401, notAccepted],
	[403, notAllowed],
]);

const errorBody = z.object({
	description: z.string().nullish(),
	message: z.string().nullish(),
	errors: z
		.array(z.object({ field: z.string().nullish(), message: z.string().nullish() }))
		.nullish(),
});

/** Docs: developers.freshdesk.com → API → Errors */
export function explain(status: number, body: unknown): Refusal | undefined {
	const known = own.get(status);
	if (known) return known;
	const read = errorBody.safeParse(body);
	if (!read.success || status < 400 || status >= 429 || status === 408) return undefined;
	const { description, message, errors } = read.data;
	const told = [message ?? description, ...(errors ?? []).map((e) => `${e.field}: ${e.message}`)];
	return {
		found: `Freshdesk refuses it (HTTP ${status}): ${quote(told.join(' ').trim() || 'no reason given')}`,
		remedy:
			'Check the base URL of the credential (https://your-name.freshdesk.com) and the settings of this source',
	};
}
