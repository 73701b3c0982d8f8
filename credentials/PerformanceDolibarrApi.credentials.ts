import type { IAuthenticateGeneric, Icon, ICredentialType, INodeProperties } from 'n8n-workflow';

/** The API key of a Dolibarr user who sees the records to be counted, or who pays. */
export class PerformanceDolibarrApi implements ICredentialType {
	name = 'performanceDolibarrApi';

	displayName = 'Dolibarr for Performance Pay API';

	icon: Icon = {
		light: 'file:../nodes/FinanceEvidence/financeEvidence.svg',
		dark: 'file:../nodes/FinanceEvidence/financeEvidence.dark.svg',
	};

	documentationUrl =
		'https://github.com/performance-pay/n8n-nodes-performance-pay/blob/main/docs/systems.md';

	/** Tested by the nodes that use it: each names it in `testedBy`, from the registry. */
	declare test?: never;

	properties: INodeProperties[] = [
		{
			displayName:
				'Least rights for evidence: an internal user of its own, no administrator, that may <b>read</b> third parties (all of them), commercial proposals, expense reports, tickets, events of the agenda (those of others too) and users; nothing is written. For payroll: another user, that may read users and <b>read all and write salaries</b>.',
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
			placeholder: 'e.g. https://erp.example.com',
			description:
				'The address of your Dolibarr; its module API/Web Services REST has to be enabled',
		},
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'In Dolibarr: the card of the user → Modify → Key for API',
		},
		{
			displayName: 'Entity',
			name: 'entity',
			type: 'string',
			default: '',
			placeholder: 'e.g. 2',
			description:
				'Only with the module Multi-Company: the number of the company to read; empty: the one of the user',
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
			headers: {
				DOLAPIKEY: '={{$credentials.apiKey}}',
				DOLAPIENTITY: '={{$credentials.entity}}',
			},
		},
	};
}
