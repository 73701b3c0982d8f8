import type { IAuthenticateGeneric, Icon, ICredentialType, INodeProperties } from 'n8n-workflow';

/** An API token of a Zendesk administrator: the exports are given to administrators only. */
export class PerformanceZendeskApi implements ICredentialType {
	name = 'performanceZendeskApi';

	displayName = 'Zendesk for Performance Pay API';

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
				'Least rights: Zendesk gives ticket exports to <b>administrators</b> only, so the e-mail address has to be an administrator’s. Nothing is ever written.',
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
			placeholder: 'e.g. https://your-name.zendesk.com',
			description: 'The address of your Zendesk, without a path',
		},
		{
			displayName: 'Email',
			name: 'email',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. admin@example.com',
			description: 'Of the administrator for whom the token acts',
		},
		{
			displayName: 'API Token',
			name: 'apiToken',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'In Zendesk: Admin Center → Apps and integrations → Zendesk API → Add API token',
		},
	];

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: {
			auth: {
				username: '={{$credentials.email}}/token',
				password: '={{$credentials.apiToken}}',
			},
		},
	};
}
