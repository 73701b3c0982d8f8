import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { HttpPort } from '../../src/index';

/**
 * The sign-in of a credential whose requests are signed with a token that expires. n8n runs the
 * credential's `preAuthentication` before a node's requests, but not in the test of a credential: there this
 * gives the fields that the signature reads. It throws with what to mend where the system refuses.
 */
export type SignIn = (
	data: ICredentialDataDecryptedObject,
	send: HttpPort,
) => Promise<{ readonly [field: string]: string }>;

export const signIns: { readonly [credential: string]: SignIn } = {};

/**
 * The field of such a credential that holds the token: hidden, expirable, the same in every type. Emptied,
 * it makes n8n sign in anew and store what it gets.
 */
export const expirableField = 'sessionToken';
