import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

/** What a credential adds to a request. */
export interface Signature {
	readonly headers: { readonly [name: string]: string };
	readonly query: { readonly [name: string]: string };
}

type Data = ICredentialDataDecryptedObject;

const text = (data: Data, field: string): string => String(data[field] ?? '');
const authorization = (value: string): Signature => ({
	headers: { Authorization: value },
	query: {},
});

/** The same as each credential type's `authenticate`, which n8n does not apply in a credential test. */
const signatures: { readonly [credential: string]: (data: Data) => Signature } = {
	performanceHubspotApi: (data) => authorization(`Bearer ${text(data, 'accessToken')}`),
};

export function signatureOf(credential: string, data: Data): Signature {
	return signatures[credential]?.(data) ?? { headers: {}, query: {} };
}
