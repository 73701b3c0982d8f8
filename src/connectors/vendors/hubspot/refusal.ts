import { z } from 'zod';
import { quote } from '../../engine/problem';
import type { Refusal } from '../../engine/judge';

const context = z.object({
	missingScopes: z.array(z.string()).optional(),
	requiredGranularScopes: z.array(z.string()).optional(),
	requiredScopes: z.array(z.string()).optional(),
});
const errorBody = z.object({
	status: z.string().optional(),
	message: z.string().optional(),
	category: z.string().optional(),
	policyName: z.string().optional(),
	context: context.optional().catch(undefined),
	errors: z
		.array(z.object({ context: context.optional().catch(undefined) }))
		.optional()
		.catch(undefined),
});
type ErrorBody = z.infer<typeof errorBody>;

function scopesOf({ context: own, errors }: ErrorBody): readonly string[] {
	const all = [own, ...(errors ?? []).map((error) => error.context)].flatMap((from) => [
		...(from?.missingScopes ?? []),
		...(from?.requiredGranularScopes ?? []),
		...(from?.requiredScopes ?? []),
	]);
	return [...new Set(all)].filter((scope) => /^[\w.-]{1,80}$/.test(scope));
}

function missingScopes(body: ErrorBody): Refusal {
	const scopes = scopesOf(body).join(', ');
	return {
		found: scopes
			? `the token lacks the scope ${scopes}`
			: 'the token lacks a scope that this needs',
		remedy: `Add ${scopes || 'the read scopes that the documentation names'} to the private app in HubSpot (Settings → Integrations → Private Apps → Scopes)`,
	};
}

const daily: Refusal = {
	found: 'the daily limit of requests of this HubSpot account is used up',
	remedy: 'Read again after midnight of the account, or raise the limit in HubSpot',
	retry: 'never',
};

const invalidToken: Refusal = {
	found: 'it does not accept the token (HTTP 401)',
	remedy:
		'Enter the access token of a private app that still exists, and test the credential; with OAuth2, connect it anew',
};

const refused = (status: number, message: string | undefined): Refusal => ({
	found: `HubSpot refuses it (HTTP ${status}): ${quote(message ?? 'no reason given')}`,
	remedy: 'Check the settings of this source and the base URL of the credential',
});

/** Time-outs, rate limits and errors of HubSpot's own: the status says it all. */
const passing = (status: number): boolean => status >= 500 || status === 429 || status === 408;

/** HubSpot's error body: every field of it is optional. Docs: developers.hubspot.com → Error handling */
export function explain(status: number, body: unknown): Refusal | undefined {
	const read = errorBody.safeParse(body);
	if (!read.success || (status < 400 && read.data.status !== 'error')) return undefined;
	const error = read.data;
	if (error.category === 'MISSING_SCOPES' || scopesOf(error).length > 0)
		return missingScopes(error);
	if (error.policyName === 'DAILY') return daily;
	if (passing(status)) return undefined;
	return status === 401 ? invalidToken : refused(status, error.message);
}
