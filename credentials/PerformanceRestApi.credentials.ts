import type {
	IAuthenticate,
	ICredentialDataDecryptedObject,
	ICredentialType,
	Icon,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

type Signature = Pick<IHttpRequestOptions, 'headers' | 'qs' | 'auth'>;

/** How each kind of authentication signs a request. */
const signatures: {
	readonly [kind: string]: (text: (field: string) => string) => Signature;
} = {
	header: (text) => ({ headers: { [text('headerName')]: text('apiKey') } }),
	bearer: (text) => ({ headers: { Authorization: `Bearer ${text('apiKey')}` } }),
	basic: (text) => ({ auth: { username: text('username'), password: text('password') } }),
	query: (text) => ({ qs: { [text('queryName')]: text('apiKey') } }),
};

/** Any JSON API: a header, a bearer token, a user with password, or a key in the query. */
export class PerformanceRestApi implements ICredentialType {
	name = 'performanceRestApi';

	displayName = 'REST for Performance Pay API';

	icon: Icon = { light: 'file:../icons/restApi.svg', dark: 'file:../icons/restApi.dark.svg' };

	documentationUrl =
		'https://github.com/performance-pay/n8n-nodes-performance-pay/blob/main/docs/systems.md';

	/** Tested by the nodes that use it: each names it in `testedBy`, from the registry. */
	declare test?: never;

	properties: INodeProperties[] = [
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. https://crm.example.com/api',
			description: 'What all paths begin with',
		},
		{
			displayName: 'Authentication',
			name: 'authentication',
			type: 'options',
			default: 'bearer',
			options: [
				{ name: 'Bearer Token', value: 'bearer' },
				{ name: 'Header', value: 'header' },
				{ name: 'Query Parameter', value: 'query' },
				{ name: 'User and Password', value: 'basic' },
			],
		},
		{
			displayName: 'Header Name',
			name: 'headerName',
			type: 'string',
			required: true,
			default: 'X-Api-Key',
			placeholder: 'e.g. X-Api-Key',
			displayOptions: { show: { authentication: ['header'] } },
		},
		{
			displayName: 'Parameter Name',
			name: 'queryName',
			type: 'string',
			required: true,
			default: 'api_key',
			placeholder: 'e.g. api_key',
			description: 'Keys in an address end up in logs: use a header where the system offers one',
			displayOptions: { show: { authentication: ['query'] } },
		},
		{
			displayName: 'Key or Token',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'Of an account that may read only what is needed',
			displayOptions: { show: { authentication: ['bearer', 'header', 'query'] } },
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
			default: '',
			displayOptions: { show: { authentication: ['basic'] } },
		},
		{
			displayName: 'Test Path',
			name: 'testPath',
			type: 'string',
			default: '',
			placeholder: 'e.g. /tickets?limit=1',
			description: 'A path that answers JSON, read by the test; empty: the base URL itself',
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
		const text = (field: string): string => String(credentials[field] ?? '').trim();
		const { headers, qs, auth } = signatures[text('authentication')]?.(text) ?? {};
		return {
			...request,
			headers: { ...request.headers, ...headers },
			qs: { ...request.qs, ...qs },
			...(auth ? { auth } : {}),
		};
	};
}
