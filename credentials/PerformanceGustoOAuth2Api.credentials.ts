import type { Icon, ICredentialType, INodeProperties } from 'n8n-workflow';

const at = (path: string): string => `={{ ($self["baseUrl"] || "").replace(/\\/+$/, "") }}${path}`;

/** An app of Gusto's developer portal, which an administrator connects to one company. */
export class PerformanceGustoOAuth2Api implements ICredentialType {
	name = 'performanceGustoOAuth2Api';

	extends = ['oAuth2Api'];

	displayName = 'Gusto for Performance Pay OAuth2 API';

	icon: Icon = {
		light: 'file:../nodes/Payroll/payroll.svg',
		dark: 'file:../nodes/Payroll/payroll.dark.svg',
	};

	documentationUrl =
		'https://github.com/performance-pay/n8n-nodes-performance-pay/blob/main/docs/payroll.md';

	/** Tested by the nodes that use it: each names it in `testedBy`, from the registry. */
	declare test?: never;

	properties: INodeProperties[] = [
		{
			displayName:
				'Least rights: an app with the scopes <b>payrolls:read</b>, <b>payrolls:write</b> and <b>employees:read</b>, connected by an administrator of the company that pays. <b>payrolls:run</b> is not needed: no payroll is run.',
			name: 'rights',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			required: true,
			default: 'https://api.gusto.com',
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
			default: at('/oauth/authorize'),
		},
		{
			displayName: 'Access Token URL',
			name: 'accessTokenUrl',
			type: 'hidden',
			required: true,
			default: at('/oauth/token'),
		},
		{
			displayName: 'Scope',
			name: 'scope',
			type: 'hidden',
			default: '',
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
