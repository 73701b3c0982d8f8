import type { IAuthenticateGeneric, Icon, ICredentialType, INodeProperties } from 'n8n-workflow';

/** The access token of a HubSpot private app with read scopes only. */
export class PerformanceHubspotApi implements ICredentialType {
	name = 'performanceHubspotApi';

	displayName = 'HubSpot for Performance Pay API';

	icon: Icon = {
		light: 'file:../nodes/CrmEvidence/crmEvidence.svg',
		dark: 'file:../nodes/CrmEvidence/crmEvidence.dark.svg',
	};

	documentationUrl =
		'https://github.com/performance-pay/n8n-nodes-performance-pay/blob/main/docs/systems.md';

	/** Tested by the nodes that use it: each names it in `testedBy`, from the registry. */
	declare test?: never;

	properties: INodeProperties[] = [
		{
			displayName:
				'Least rights: a private app with the scopes <b>tickets</b>, <b>crm.objects.deals.read</b>, <b>crm.objects.contacts.read</b> and <b>crm.objects.owners.read</b>. Nothing is ever written.',
			name: 'rights',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			placeholder: 'e.g. pat-na1-…',
			description: 'In HubSpot: Settings → Integrations → Private Apps → your app → Auth',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			required: true,
			default: 'https://api.hubapi.com',
			placeholder: 'e.g. https://api.hubapi.com',
			description: 'The address of the API; the same for all HubSpot accounts',
		},
	];

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: { headers: { Authorization: '=Bearer {{$credentials.accessToken}}' } },
	};
}
