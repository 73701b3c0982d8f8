import type { IAuthenticateGeneric, Icon, ICredentialType, INodeProperties } from 'n8n-workflow';

/** The API key of a Frappe HR or ERPNext user: reads evidence and base pay, and pays if its role may. */
export class PerformanceFrappeApi implements ICredentialType {
	name = 'performanceFrappeApi';

	displayName = 'Frappe HR for Performance Pay API';

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
				'Least rights for evidence: a role of its own that may read Expense Claim, Employee, Version, Comment and Workflow. For paying, a second user and credential with the role HR User.',
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
			placeholder: 'e.g. https://hr.example.com',
			description: 'The address of the site',
		},
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			placeholder: 'e.g. 15 letters and digits',
			description: 'In Frappe: User → Settings → API Access → Generate Keys',
		},
		{
			displayName: 'API Secret',
			name: 'apiSecret',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'Shown once, when the keys are generated',
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
			headers: { Authorization: '=token {{$credentials.apiKey}}:{{$credentials.apiSecret}}' },
		},
	};
}
