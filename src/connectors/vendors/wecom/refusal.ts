import { z } from 'zod';
import type { Refusal } from '../../engine/judge';
import { quote } from '../../engine/problem';

const errorBody = z.object({ errcode: z.number(), errmsg: z.string().nullish() });

const expired: Refusal = {
	found: 'it does not accept the sign-in',
	remedy: 'Check the Corp ID and Secret of the credential',
	retry: 'afterRenewal',
};
const busy: Refusal = {
	found: 'too many requests',
	remedy: 'Try again later',
	kind: 'busy',
	retry: 'afterWait',
};
const noRight: Refusal = {
	found: 'the app may not read approvals',
	remedy:
		'Use the secret of the app Approval, or let the own app call its API (admin console → Approval → API → apps that may call it)',
};
const ipRefused: Refusal = {
	found: 'it takes no requests from the IP address of this n8n',
	remedy: 'Add the address to the trusted IP addresses of the app in the admin console',
};
const wrongSetting: Refusal = {
	found: 'it refuses a parameter of the request',
	remedy: 'Check Template IDs and Look Back (Days)',
};
export const gone: Refusal = { found: 'it knows this approval no more', remedy: 'Try again' };

const own: ReadonlyMap<number, Refusal> = new Map([
	...[40001, 40014, 41001, 42001].map((code) => [code, expired] as const),
	...[-1, 45009, 45033].map((code) => [code, busy] as const),
	...[48002, 301055].map((code) => [code, noRight] as const),
	[60020, ipRefused],
	[301025, wrongSetting],
	[301056, gone],
]);

/** Docs: developer.work.weixin.qq.com → Global error codes; a refusal comes with HTTP 200. */
export function explain(status: number, body: unknown): Refusal | undefined {
	const read = errorBody.safeParse(body);
	if (!read.success || read.data.errcode === 0 || status >= 500) return undefined;
	const { errcode, errmsg } = read.data;
	return (
		own.get(errcode) ?? {
			found: `WeCom refuses it (code ${errcode}): ${quote(errmsg ?? 'no reason given')}`,
			remedy: 'Check the settings of this source and the rights of the app',
		}
	);
}
