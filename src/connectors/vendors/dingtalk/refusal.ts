import { z } from 'zod';
import type { Refusal } from '../../engine/judge';
import { quote } from '../../engine/problem';

const errorBody = z.object({
	code: z.string(),
	message: z.string().nullish(),
	accessdenieddetail: z
		.object({ requiredScopes: z.array(z.string()).nullish() })
		.nullish()
		.catch(null),
});
const unsuccessful = z.object({ success: z.union([z.literal(false), z.literal('false')]) });

const expired: Refusal = {
	found: 'it does not accept the sign-in',
	remedy: 'Check the App Key and App Secret of the credential',
	retry: 'afterRenewal',
};
const busy: Refusal = {
	found: 'too many requests',
	remedy: 'Try again later, or raise the quota of the app in DingTalk',
	kind: 'busy',
	retry: 'afterWait',
};
const quotaUsed: Refusal = {
	found: 'the quota of API calls of this month is used up',
	remedy: 'Raise the quota of the company in DingTalk, or read again next month',
	retry: 'never',
};
/** It exists no more, or never did. */
export const gone: Refusal = { found: 'it knows this approval no more', remedy: 'Try again' };
export const refuses = 'DingTalk refuses it';

function missingRight(scopes: readonly string[]): Refusal {
	const named = scopes.filter((scope) => /^[\w.-]{1,80}$/.test(scope)).join(', ');
	return {
		found: named ? `the app lacks the permission ${named}` : 'the app lacks a permission',
		remedy: `Apply for ${named || 'it'} in the developer console of DingTalk (the app → Permission Management)`,
	};
}

const own: readonly (readonly [RegExp, Refusal])[] = [
	[/InvalidAuthentication|invalid.*access.?token/i, expired],
	[/Qps|Throttling|FlowControl/i, busy],
	[/Quota/i, quotaUsed],
	[/instance.*not.?(exist|found)/i, gone],
];

/** Docs: open-dingtalk.github.io → developerpedia → permission denied; aliyun/dingtalk-sdk. */
export function explain(status: number, body: unknown): Refusal | undefined {
	const read = errorBody.safeParse(body);
	if (!read.success) return unsuccessful.safeParse(body).success ? noReason : undefined;
	const { code, message, accessdenieddetail: detail } = read.data;
	if (/AccessTokenPermissionDenied/.test(code)) return missingRight(detail?.requiredScopes ?? []);
	const known = own.find(([pattern]) => pattern.test(code))?.[1];
	if (known || status >= 500) return known;
	return {
		found: `${refuses} (${quote(code)}): ${quote(message ?? 'no reason given')}`,
		remedy: 'Check Process Codes and the permissions of the app',
	};
}

const noReason: Refusal = {
	found: 'DingTalk says that it was not successful, without a reason',
	remedy: 'Check Process Codes and the permissions of the app',
};
