import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { HttpPort, HttpRequest } from '../../src/index';

/**
 * The sign-in of a credential whose requests are signed with a token that expires. n8n runs the
 * credential's `preAuthentication` before a node's requests, but not in the test of a credential: there this
 * gives the fields that the signature reads. It throws with what to mend where the system refuses.
 */
export type SignIn = (
	data: ICredentialDataDecryptedObject,
	send: HttpPort,
) => Promise<{ readonly [field: string]: string }>;

/**
 * The field of such a credential that holds the token: hidden, expirable, the same in every type. Emptied,
 * it makes n8n sign in anew and store what it gets.
 */
export const expirableField = 'sessionToken';

/** Reads a field of the credential. */
type Field = (name: string) => string;

/** How a system gives a token for an id and a secret. */
interface Exchange {
	readonly label: string;
	readonly request: (of: Field) => Pick<HttpRequest, 'method' | 'url' | 'query' | 'body'>;
	/** The field of the answer that holds the token; without it the answer is a refusal, whatever its status. */
	readonly token: string;
	readonly check: string;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function tokenIn(body: string, field: string): string {
	try {
		return text((JSON.parse(body) as { readonly [field: string]: unknown } | null)?.[field]);
	} catch {
		return '';
	}
}

const exchange =
	({ label, request, token: field, check }: Exchange): SignIn =>
	async (data, send) => {
		const of: Field = (name) => text(data[name]).trim().replace(/\/+$/, '');
		const answer = await send({ ...request(of), timeoutMs: 60_000 });
		if ('failure' in answer)
			throw new Error(`${label} sign-in: it cannot be reached. Check the base URL.`);
		const token = tokenIn(answer.body, field);
		if (token === '') throw new Error(`${label} sign-in: it is refused. Check ${check}.`);
		return { [expirableField]: token };
	};

export const signIns: { readonly [credential: string]: SignIn } = {
	performanceFeishuApi: exchange({
		label: 'Feishu / Lark',
		request: (of) => ({
			method: 'POST',
			url: `${of('baseUrl')}/open-apis/auth/v3/tenant_access_token/internal`,
			body: { app_id: of('appId'), app_secret: of('appSecret') },
		}),
		token: 'tenant_access_token',
		check: 'the App ID, the App Secret and that the base URL is the one of your Feishu or Lark',
	}),
	performanceDingtalkApi: exchange({
		label: 'DingTalk',
		request: (of) => ({
			method: 'POST',
			url: `${of('baseUrl')}/v1.0/oauth2/accessToken`,
			body: { appKey: of('appKey'), appSecret: of('appSecret') },
		}),
		token: 'accessToken',
		check: 'the App Key and the App Secret',
	}),
	performanceWecomApi: exchange({
		label: 'WeCom',
		request: (of) => ({
			method: 'GET',
			url: `${of('baseUrl')}/cgi-bin/gettoken`,
			query: { corpid: of('corpId'), corpsecret: of('corpSecret') },
		}),
		token: 'access_token',
		check: 'the Corp ID, the Secret and the trusted IP addresses of the app',
	}),
};
