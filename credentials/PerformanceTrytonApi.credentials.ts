import type { IAuthenticateGeneric, Icon, ICredentialType, INodeProperties } from 'n8n-workflow';

/** The login of a Tryton user who may read what is to be counted. */
export class PerformanceTrytonApi implements ICredentialType {
	name = 'performanceTrytonApi';

	displayName = 'Tryton for Performance Pay API';

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
				'Least rights: a user of its own with a company, in a group of its own that has <b>read access</b> to sale.opportunity, account.invoice and account.move and nothing else. Nothing is ever written.',
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
			placeholder: 'e.g. https://tryton.example.com/company',
			description: 'The address of the server, then the name of the database',
		},
		{
			displayName: 'Username',
			name: 'username',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. evidence',
			description: 'The login of the user',
		},
		{
			displayName: 'Password',
			name: 'password',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'Of that user; sent with each request, so that no session can expire',
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
		properties: {
			auth: {
				username: '={{$credentials.username}}',
				password: '={{$credentials.password}}',
			},
		},
	};
}
