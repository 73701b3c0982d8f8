import type { Icon, ICredentialType, INodeProperties } from 'n8n-workflow';

/** An external client app of a Salesforce org, which signs in as a user of its own or for a person who connects. */
export class PerformanceSalesforceOAuth2Api implements ICredentialType {
	name = 'performanceSalesforceOAuth2Api';

	extends = ['oAuth2Api'];

	displayName = 'Salesforce for Performance Pay OAuth2 API';

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
				'Least rights: an external client app with the scope <b>api</b>, and a user of its own with a permission set: <b>Read</b> and <b>View All</b> on Opportunity and Case, <b>View All Data</b> for tasks, Read on the fields to keep, and <b>View Setup and Configuration</b>, by which the test tells whether it sees all. Nothing is ever written.',
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
			placeholder: 'e.g. https://your-domain.my.salesforce.com',
			description:
				'Your My Domain (in Salesforce: Setup → My Domain), not the address of the Lightning pages; of a sandbox https://your-domain--sandbox.sandbox.my.salesforce.com',
		},
		{
			displayName: 'Grant Type',
			name: 'grantType',
			type: 'options',
			options: [
				{
					name: 'Client Credentials',
					value: 'clientCredentials',
					description: 'The app signs in as the user that it runs as',
				},
				{
					name: 'Sign-In of a User',
					value: 'pkce',
					description: 'A person connects, and the app acts for that user',
				},
			],
			default: 'clientCredentials',
		},
		{
			displayName: 'Authorization URL',
			name: 'authUrl',
			type: 'hidden',
			required: true,
			default: '={{ ($self["baseUrl"] || "").replace(/\\/+$/, "") }}/services/oauth2/authorize',
		},
		{
			displayName: 'Access Token URL',
			name: 'accessTokenUrl',
			type: 'hidden',
			required: true,
			default: '={{ ($self["baseUrl"] || "").replace(/\\/+$/, "") }}/services/oauth2/token',
		},
		{
			displayName: 'Scope',
			name: 'scope',
			type: 'hidden',
			default: '={{ $self["grantType"] === "pkce" ? "api refresh_token" : "" }}',
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
