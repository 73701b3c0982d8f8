import type { IAuthenticateGeneric, Icon, ICredentialType, INodeProperties } from 'n8n-workflow';

/** The API key of a Freshdesk agent who sees all tickets. */
export class PerformanceFreshdeskApi implements ICredentialType {
	name = 'performanceFreshdeskApi';

	displayName = 'Freshdesk for Performance Pay API';

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
				'Least rights: an agent of its own with the ticket scope <b>Global Access</b> and a role that may view tickets, groups, agents and ticket fields. Nothing is ever written.',
			name: 'rights',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. https://your-name.freshdesk.com',
			description: 'The address of your Freshdesk, without a path',
		},
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'In Freshdesk: Profile settings → View API key',
		},
	];

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: {
			auth: {
				username: '={{$credentials.apiKey}}',
				password: 'X',
			},
		},
	};
}
