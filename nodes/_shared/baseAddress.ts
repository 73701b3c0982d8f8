import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

/** The base URL of a credential; with an account ID, the account's own address as people see it: …/app/accounts/1. */
export function baseAddress(credential: ICredentialDataDecryptedObject): string {
	const text = (field: string): string => String(credential[field] ?? '').trim();
	const [baseUrl, account] = [text('baseUrl'), text('accountId')];
	return account === '' ? baseUrl : `${baseUrl.replace(/\/+$/, '')}/app/accounts/${account}`;
}
