import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

/** n8n signs for a credential of such a type itself; its lint wants the word in the name. */
export const isOAuth2 = (credential: string): boolean => credential.includes('OAuth2');

/** The token that n8n stored when the account was connected; '': none yet. */
export function storedToken({ oauthTokenData }: ICredentialDataDecryptedObject): string {
	const { access_token: token } = (oauthTokenData ?? {}) as { readonly access_token?: unknown };
	return typeof token === 'string' ? token : '';
}
