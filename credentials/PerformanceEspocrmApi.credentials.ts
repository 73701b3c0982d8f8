import type { IAuthenticateGeneric, Icon, ICredentialType, INodeProperties } from 'n8n-workflow';

/** The API key of an EspoCRM API user who sees the records to be counted. */
export class PerformanceEspocrmApi implements ICredentialType {
	name = 'performanceEspocrmApi';

	displayName = 'EspoCRM for Performance Pay API';

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
				'Least rights: an API user of its own with a role that has <b>read</b> and <b>stream</b> at the level all for Opportunities, Tasks and Cases, and <b>read</b> at the level all for Emails and Users. Nothing is ever written.',
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
			placeholder: 'e.g. https://crm.example.com',
			description: 'The address of your EspoCRM',
		},
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			placeholder: 'e.g. 32 letters and digits',
			description:
				'In EspoCRM: Administration → API Users → the user, with the authentication method API Key',
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
		properties: { headers: { 'X-Api-Key': '={{$credentials.apiKey}}' } },
	};
}
