import { z } from 'zod';
import type { Refusal } from '../../engine/judge';
import { quote } from '../../engine/problem';

const errorBody = z.object({ code: z.number(), msg: z.string().nullish() });

/** Missing, invalid or expired token, of the tenant or as such. */
const tokenCodes: ReadonlySet<number> = new Set([
	99991661, 99991663, 99991664, 99991665, 99991668, 99991671, 99991677,
]);

const expired: Refusal = {
	found: 'it does not accept the sign-in',
	remedy:
		'Check the App ID and App Secret of the credential, and that its base URL is the one of your Feishu or Lark',
	retry: 'afterRenewal',
};
const busy: Refusal = {
	found: 'too many requests',
	remedy: 'Try again later',
	kind: 'busy',
	retry: 'afterWait',
};
export const unknownApproval: Refusal = {
	found: 'it knows no approval definition of this code',
	remedy:
		'Correct Approval Codes: the code is in the address of the definition in the approval admin',
};
export const gone: Refusal = {
	found: 'it knows this approval no more',
	remedy: 'Try again',
};
export const hiddenUser: Refusal = {
	found: 'the app may not see this user',
	remedy: 'Widen the contacts range of the app, or choose User ID in Handler Is',
};
const own: ReadonlyMap<number, Refusal> = new Map([
	[99991400, busy],
	[1395001, busy],
	[1390002, unknownApproval],
	[1390003, gone],
	[1390015, { ...unknownApproval, found: 'the approval definition is switched off' }],
	[41050, hiddenUser],
	[41012, hiddenUser],
]);

/** The message names the permissions in brackets, any one of which is enough. */
function missingRight(message: string): Refusal {
	const scopes = (/\[([\w:.,\s-]+)\]/.exec(message)?.[1] ?? '').split(',').map((it) => it.trim());
	const named = scopes.filter((it) => /^[\w:.-]{1,80}$/.test(it)).join(' or ');
	return {
		found: named ? `the app lacks the permission ${named}` : 'the app lacks a permission',
		remedy: `Add ${named || 'the permissions that the documentation names'} to the app in the developer console and publish a version of it`,
		lacksRight: true,
	};
}

/** Docs: open.feishu.cn → Server API → Error codes; a refusal often comes with HTTP 200. */
export function explain(status: number, body: unknown): Refusal | undefined {
	const read = errorBody.safeParse(body);
	if (!read.success || read.data.code === 0 || status >= 500) return undefined;
	const { code, msg } = read.data;
	if (tokenCodes.has(code)) return expired;
	if (code === 99991672 || code === 99991679) return missingRight(msg ?? '');
	return (
		own.get(code) ?? {
			found: `Feishu refuses it (code ${code}): ${quote(msg ?? 'no reason given')}`,
			remedy: 'Check the settings of this source and the permissions of the app',
		}
	);
}
