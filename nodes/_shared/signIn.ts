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
) => Promise<ICredentialDataDecryptedObject>;

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
	readonly request: (
		of: Field,
	) => Pick<HttpRequest, 'method' | 'url' | 'query' | 'headers' | 'body'>;
	/** The field of the answer that holds the token; without it the answer is a refusal, whatever its status. */
	readonly token: string;
	readonly check: string;
	/** Where the token goes; absent: into the expirable field. */
	readonly store?: (token: string) => ICredentialDataDecryptedObject;
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
	({ label, request, token: field, check, store }: Exchange): SignIn =>
	async (data, send) => {
		const of: Field = (name) => text(data[name]).trim().replace(/\/+$/, '');
		const answer = await send({ ...request(of), timeoutMs: 60_000 });
		if ('failure' in answer)
			throw new Error(`${label} sign-in: it cannot be reached. Check the base URL.`);
		const token = tokenIn(answer.body, field);
		if (token === '') throw new Error(`${label} sign-in: it is refused. Check ${check}.`);
		return store ? store(token) : { [expirableField]: token };
	};

/** n8n itself fetches the token of a run; a person's sign-in cannot be repeated, so its stored token is tested. */
const salesforce = exchange({
	label: 'Salesforce',
	request: (of) => ({
		method: 'POST',
		url: `${of('baseUrl')}/services/oauth2/token`,
		headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
		body: new URLSearchParams({
			grant_type: 'client_credentials',
			client_id: of('clientId'),
			client_secret: of('clientSecret'),
		}).toString(),
	}),
	token: 'access_token',
	check:
		'the base URL (your My Domain), the Client ID and Client Secret, and that the app has the client credentials flow enabled with a user to run as',
	store: (token) => ({ oauthTokenData: { access_token: token } }),
});

const xeroScopes = 'payroll.settings.read payroll.payruns.read payroll.payslip';

/** A custom connection signs in by itself, with its secret in the header. */
const xero = exchange({
	label: 'Xero',
	request: (of) => ({
		method: 'POST',
		url: `${of('baseUrl').replace('://api.', '://identity.')}/connect/token`,
		headers: {
			'Content-Type': 'application/x-www-form-urlencoded',
			Authorization: `Basic ${btoa(`${of('clientId')}:${of('clientSecret')}`)}`,
		},
		body: new URLSearchParams({ grant_type: 'client_credentials', scope: xeroScopes }).toString(),
	}),
	token: 'access_token',
	check:
		'the Client ID and Client Secret, and that they are those of a custom connection which the organisation has authorised',
	store: (token) => ({ oauthTokenData: { access_token: token } }),
});

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
	performanceSalesforceOAuth2Api: async (data, send) =>
		data.grantType === 'clientCredentials' ? await salesforce(data, send) : {},
	performanceXeroOAuth2Api: async (data, send) =>
		data.grantType === 'clientCredentials' ? await xero(data, send) : {},
};
