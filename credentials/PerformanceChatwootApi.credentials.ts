import type { IAuthenticateGeneric, Icon, ICredentialType, INodeProperties } from 'n8n-workflow';

/** The access token of a Chatwoot administrator. */
export class PerformanceChatwootApi implements ICredentialType {
	name = 'performanceChatwootApi';

	displayName = 'Chatwoot for Performance Pay API';

	icon: Icon = {
		light: 'file:../nodes/SupportEvidence/supportEvidence.svg',
		dark: 'file:../nodes/SupportEvidence/supportEvidence.dark.svg',
	};

	documentationUrl =
		'https://github.com/performance-pay/n8n-nodes-performance-pay/blob/main/docs/systems.md';

	/** Tested by the nodes that use it: each names it in `testedBy`, from the registry. */
	declare test?: never;

	properties: INodeProperties[] = [
		{
			displayName:
				'Least rights: a user of its own with the role <b>Administrator</b> in the account: Chatwoot shows an agent only the conversations of some inboxes, without an error. Nothing is ever written.',
			name: 'rights',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			required: true,
			default: 'https://app.chatwoot.com',
			placeholder: 'e.g. https://chat.example.com',
			description: 'The address of your Chatwoot',
		},
		{
			displayName: 'Account ID',
			name: 'accountId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 1',
			description:
				'The number after /app/accounts/ in the address of your Chatwoot; empty: the only account of the token',
		},
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			placeholder: 'e.g. 24 letters and digits',
			description: 'In Chatwoot: Profile Settings → Access Token',
		},
		{
			displayName: 'CA Certificate',
			name: 'caCertificate',
			type: 'string',
			typeOptions: { rows: 4, password: true },
			default: '',
			placeholder: 'e.g. -----BEGIN CERTIFICATE-----',
			description:
				'Only for a system whose certificate is of an authority of your own: that authority’s certificate, as PEM. It is then trusted in place of the public ones.',
		},
	];

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: { headers: { api_access_token: '={{$credentials.accessToken}}' } },
	};
}
