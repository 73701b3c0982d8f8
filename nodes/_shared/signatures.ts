import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';

/** What a credential adds to a request. */
export type Signature = Pick<IHttpRequestOptions, 'headers' | 'qs' | 'auth'>;

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
	performanceFeishuApi: (of) => authorization(`Bearer ${of('sessionToken')}`),
	performanceDingtalkApi: (of) => ({
		headers: { 'x-acs-dingtalk-access-token': of('sessionToken') },
	}),
	performanceWecomApi: (of) => ({ qs: { access_token: of('sessionToken') } }),
	performanceRedmineApi: (of) => ({ headers: { 'X-Redmine-API-Key': of('apiKey') } }),
	performanceTrytonApi: (of) => ({
		auth: { username: of('username'), password: of('password') },
	}),
	performanceRestApi: (of) =>
		restSignatures[of('authentication')]?.((name) => of(name).trim()) ?? {},
};

const restSignatures: { readonly [kind: string]: (of: Field) => Signature } = {
	header: (of) => ({ headers: { [of('headerName')]: of('apiKey') } }),
	bearer: (of) => authorization(`Bearer ${of('apiKey')}`),
	basic: (of) => ({ auth: { username: of('username'), password: of('password') } }),
	query: (of) => ({ qs: { [of('queryName')]: of('apiKey') } }),
};

export const signatureOf = (credential: string, data: ICredentialDataDecryptedObject): Signature =>
	signatures[credential]?.((name) => String(data[name] ?? '')) ?? {};
