import type { IAuthenticateGeneric, Icon, ICredentialType, INodeProperties } from 'n8n-workflow';

/** The API access key of a Redmine user who sees the issues to be counted. */
export class PerformanceRedmineApi implements ICredentialType {
	name = 'performanceRedmineApi';

	displayName = 'Redmine for Performance Pay API';

	icon: Icon = {
		light: 'file:../nodes/WorkLogEvidence/workLogEvidence.svg',
		dark: 'file:../nodes/WorkLogEvidence/workLogEvidence.dark.svg',
	};

	documentationUrl =
		'https://github.com/performance-pay/n8n-nodes-performance-pay/blob/main/docs/systems.md';

	/** Tested by the nodes that use it: each names it in `testedBy`, from the registry. */
	declare test?: never;

	properties: INodeProperties[] = [
		{
			displayName:
				'Least rights: a user of its own who is a member of each project, with a role that has <b>View Issues</b> for all issues and nothing else. Nothing is ever written.',
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
			placeholder: 'e.g. https://redmine.example.com',
			description: 'The address of your Redmine',
		},
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			placeholder: 'e.g. 40 letters and digits',
			description:
				'In Redmine: My account → API access key → Show. The REST web service has to be enabled (Administration → Settings → API).',
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
		properties: { headers: { 'X-Redmine-API-Key': '={{$credentials.apiKey}}' } },
	};
}
