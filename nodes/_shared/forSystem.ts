import type { INodeCredentialDescription } from 'n8n-workflow';

/**
 * Shows a credential only for its system. Written as a condition, since n8n's editor takes a field all of
 * whose plain values choose credentials for a choice of sign-in, and hides it.
 */
export const forSystem = (
	system: string,
): NonNullable<INodeCredentialDescription['displayOptions']> => ({
	show: { system: [{ _cnd: { eq: system } } as unknown as string] },
});
