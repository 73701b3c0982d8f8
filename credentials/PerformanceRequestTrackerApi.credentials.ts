import type {
	IAuthenticate,
	ICredentialDataDecryptedObject,
	ICredentialType,
	Icon,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

/** The token, or the name and password, of a Request Tracker user who sees the tickets to be counted. */
export class PerformanceRequestTrackerApi implements ICredentialType {
	name = 'performanceRequestTrackerApi';

	displayName = 'Request Tracker for Performance Pay API';

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
				'Least rights: a privileged user of its own with <b>SeeQueue</b> and <b>ShowTicket</b> on each queue whose tickets count, and <b>SeeCustomField</b> for custom fields that you keep. Nothing is ever written.',
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
			placeholder: 'e.g. https://rt.example.com',
			description: 'The address of your Request Tracker, without /REST/2.0',
		},
		{
			displayName: 'Authentication',
			name: 'authentication',
			type: 'options',
			default: 'token',
			options: [
				{ name: 'Token', value: 'token' },
				{ name: 'User and Password', value: 'basic' },
			],
		},
		{
			displayName: 'Token',
			name: 'token',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			placeholder: 'e.g. 1-14-0123456789abcdef',
			description: 'In Request Tracker: Logged in as → Settings → Auth Tokens → Create',
			displayOptions: { show: { authentication: ['token'] } },
		},
		{
			displayName: 'User',
			name: 'username',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. evidence',
			displayOptions: { show: { authentication: ['basic'] } },
		},
		{
			displayName: 'Password',
			name: 'password',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			displayOptions: { show: { authentication: ['basic'] } },
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

	authenticate: IAuthenticate = async (
		credentials: ICredentialDataDecryptedObject,
		request: IHttpRequestOptions,
	) => {
		const text = (field: string): string => String(credentials[field] ?? '');
		if (text('authentication') === 'basic')
			return { ...request, auth: { username: text('username'), password: text('password') } };
		const headers = { ...request.headers, Authorization: `token ${text('token')}` };
		return { ...request, headers };
	};
}
