import type { Icon, ICredentialType, INodeProperties } from 'n8n-workflow';

/** An OAuth client of a Zendesk with the scope read, to which an administrator signs in. */
export class PerformanceZendeskOAuth2Api implements ICredentialType {
	name = 'performanceZendeskOAuth2Api';

	extends = ['oAuth2Api'];

	displayName = 'Zendesk for Performance Pay OAuth2 API';

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
				'Least rights: an OAuth client (Admin Center → Apps and integrations → Zendesk API → OAuth clients) with the redirect URL that is shown here. It asks for the scope <b>read</b> only; who connects has to be an <b>administrator</b>, since Zendesk gives its exports to nobody else. Nothing is ever written.',
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
			default: '={{ ($self["baseUrl"] || "").replace(/\\/+$/, "") }}/oauth/authorizations/new',
		},
		{
			displayName: 'Access Token URL',
			name: 'accessTokenUrl',
			type: 'hidden',
			required: true,
			default: '={{ ($self["baseUrl"] || "").replace(/\\/+$/, "") }}/oauth/tokens',
		},
		{
			displayName: 'Scope',
			name: 'scope',
			type: 'hidden',
			default: 'read',
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
