import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';

/** The certificate authority that the credential names, trusted for its requests in place of the public ones. */
export function trustOf(
	credential: ICredentialDataDecryptedObject,
): Pick<IHttpRequestOptions, 'agentOptions'> {
	const ca = String(credential.caCertificate ?? '').trim();
	return ca === '' ? {} : { agentOptions: { ca: pem(ca) } };
}

/** n8n's one-line inputs turn line breaks into blanks, which no certificate survives. */
const pem = (text: string): string =>
	text.replace(/-----BEGIN CERTIFICATE-----([^-]*)-----END CERTIFICATE-----/g, (_, body: string) =>
		['-----BEGIN CERTIFICATE-----', ...body.trim().split(/\s+/), '-----END CERTIFICATE-----'].join(
			'\n',
		),
	);
