import type { INodeCredentialDescription } from 'n8n-workflow';

/**
 * A value of the panel as a condition, since n8n's editor takes a field all of whose plain values choose
 * credentials for a choice of sign-in, and hides it.
 */
export const whereIs = (value: string): string => ({ _cnd: { eq: value } }) as unknown as string;

/** Shows a credential only for its system. */
export const forSystem = (
	system: string,
): NonNullable<INodeCredentialDescription['displayOptions']> => ({
	show: { system: [whereIs(system)] },
});
