import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';
import { asJsonRpc, type Call } from './odooCall';
import { isOAuth2, storedToken } from './oAuth2';

/** What a credential adds to a request. */
export interface Signature extends Pick<IHttpRequestOptions, 'headers' | 'qs' | 'auth'> {
	/** Where the secret has its place in the body. */
	readonly within?: (call: Call) => Call;
}

/** Reads a field of the credential. */
type Field = (name: string) => string;

const authorization = (value: string): Signature => ({ headers: { Authorization: value } });

/**
 * The same as each credential type's `authenticate`, which n8n does not apply in a credential test; a
 * test compares the two.
 */
const signatures: { readonly [credential: string]: (of: Field) => Signature } = {
	performanceHubspotApi: (of) => authorization(`Bearer ${of('accessToken')}`),
	performanceFrappeApi: (of) => authorization(`token ${of('apiKey')}:${of('apiSecret')}`),
	performanceZendeskApi: (of) => ({
		auth: { username: `${of('email')}/token`, password: of('apiToken') },
	}),
	performanceFreshdeskApi: (of) => ({ auth: { username: of('apiKey'), password: 'X' } }),
	performanceEspocrmApi: (of) => ({ headers: { 'X-Api-Key': of('apiKey') } }),
	performanceChatwootApi: (of) => ({ headers: { api_access_token: of('accessToken') } }),
	performanceFeishuApi: (of) => authorization(`Bearer ${of('sessionToken')}`),
	performanceDingtalkApi: (of) => ({
		headers: { 'x-acs-dingtalk-access-token': of('sessionToken') },
	}),
	performanceWecomApi: (of) => ({ qs: { access_token: of('sessionToken') } }),
	performanceRedmineApi: (of) => ({ headers: { 'X-Redmine-API-Key': of('apiKey') } }),
	performanceTrytonApi: (of) => ({
		auth: { username: of('username'), password: of('password') },
	}),
	performanceOdooApi: (of) => odooSignature((name) => of(name).trim()),
	performanceDolibarrApi: (of) => ({
		headers: { DOLAPIKEY: of('apiKey'), DOLAPIENTITY: of('entity') },
	}),
	performanceRequestTrackerApi: (of) =>
		of('authentication') === 'basic'
			? { auth: { username: of('username'), password: of('password') } }
			: authorization(`token ${of('token')}`),
	performanceRestApi: (of) =>
		restSignatures[of('authentication')]?.((name) => of(name).trim()) ?? {},
};

const restSignatures: { readonly [kind: string]: (of: Field) => Signature } = {
	header: (of) => ({ headers: { [of('headerName')]: of('apiKey') } }),
	bearer: (of) => authorization(`Bearer ${of('apiKey')}`),
	basic: (of) => ({ auth: { username: of('username'), password: of('password') } }),
	query: (of) => ({ qs: { [of('queryName')]: of('apiKey') } }),
};

function odooSignature(of: Field): Signature {
	if (of('api') === 'jsonRpc') return { within: (call) => asJsonRpc(call, of) };
	const database = of('database');
	return {
		headers: {
			Authorization: `bearer ${of('apiKey')}`,
			...(database === '' ? {} : { 'X-Odoo-Database': database }),
		},
	};
}

export const signatureOf = (credential: string, data: ICredentialDataDecryptedObject): Signature =>
	isOAuth2(credential)
		? authorization(`Bearer ${storedToken(data)}`)
		: (signatures[credential]?.((name) => String(data[name] ?? '')) ?? {});
