import type { Icon, ICredentialType, INodeProperties } from 'n8n-workflow';

const at = (host: string, path: string): string =>
	`={{ ($self["baseUrl"] || "").replace(/\\/+$/, "").replace("://api.", "://${host}.") }}${path}`;

/** An app of Xero, which a person connects to an organisation, or a custom connection, which signs in by itself. */
export class PerformanceXeroOAuth2Api implements ICredentialType {
	name = 'performanceXeroOAuth2Api';

	extends = ['oAuth2Api'];

	displayName = 'Xero for Performance Pay OAuth2 API';

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
				'Least rights: an app with the scopes <b>payroll.settings.read</b>, <b>payroll.payruns.read</b> and <b>payroll.payslip</b>, connected by a payroll administrator to the organisation that pays. Only payslips of draft pay runs are written.',
			name: 'rights',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			required: true,
			default: 'https://api.xero.com',
		},
		{
			displayName: 'Grant Type',
			name: 'grantType',
			type: 'options',
			options: [
				{
					name: 'Client Credentials',
					value: 'clientCredentials',
					description: 'A custom connection of one organisation, which signs in by itself',
				},
				{
					name: 'Sign-In of a User',
					value: 'authorizationCode',
					description: 'A person connects the app, and it acts for that user',
				},
			],
			default: 'authorizationCode',
		},
		{
			displayName: 'Authorization URL',
			name: 'authUrl',
			type: 'hidden',
			required: true,
			default: at('login', '/identity/connect/authorize'),
		},
		{
			displayName: 'Access Token URL',
			name: 'accessTokenUrl',
			type: 'hidden',
			required: true,
			default: at('identity', '/connect/token'),
		},
		{
			displayName: 'Scope',
			name: 'scope',
			type: 'hidden',
			default:
				'={{ ($self["grantType"] === "clientCredentials" ? "" : "offline_access ") + "payroll.settings.read payroll.payruns.read payroll.payslip" }}',
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
			default: 'header',
		},
	];
}
