import type { Icon, ICredentialType, INodeProperties } from 'n8n-workflow';

/** An app of HubSpot with read scopes only, to which a user of the account signs in. */
export class PerformanceHubspotOAuth2Api implements ICredentialType {
	name = 'performanceHubspotOAuth2Api';

	extends = ['oAuth2Api'];

	displayName = 'HubSpot for Performance Pay OAuth2 API';

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
				'Least rights: an app with the scopes <b>oauth</b>, <b>tickets</b>, <b>crm.objects.deals.read</b>, <b>crm.objects.contacts.read</b> and <b>crm.objects.owners.read</b>, and with the redirect URL that is shown here. Nothing is ever written.',
			name: 'rights',
			type: 'notice',
			default: '',
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
		{
			displayName: 'Grant Type',
			name: 'grantType',
			type: 'hidden',
			default: 'authorizationCode',
		},
		{
			displayName: 'Authorization URL',
			name: 'authUrl',
			type: 'hidden',
			required: true,
			default: 'https://app.hubspot.com/oauth/authorize',
		},
		{
			displayName: 'Access Token URL',
			name: 'accessTokenUrl',
			type: 'hidden',
			required: true,
			default: '={{ ($self["baseUrl"] || "").replace(/\\/+$/, "") }}/oauth/v1/token',
		},
		{
			displayName: 'Scope',
			name: 'scope',
			type: 'hidden',
			default:
				'oauth tickets crm.objects.deals.read crm.objects.contacts.read crm.objects.owners.read',
		},
		{
			displayName: 'Auth URI Query Parameters',
			name: 'authQueryParameters',
			type: 'hidden',
			default: '',
		},
		{
			displayName: 'Authentication',
			name: 'authentication',
			type: 'hidden',
			default: 'body',
		},
	];
}
