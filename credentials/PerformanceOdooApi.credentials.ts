import type {
	IAuthenticate,
	ICredentialDataDecryptedObject,
	ICredentialType,
	Icon,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

/** The API key of an Odoo user who sees the expenses and opportunities to be counted, or who pays. */
export class PerformanceOdooApi implements ICredentialType {
	name = 'performanceOdooApi';

	displayName = 'Odoo for Performance Pay API';

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
				'Least rights for evidence: a user of its own with the role <b>All Approver</b> in Expenses (for opportunities <b>User: All Documents</b> in Sales), in a group of its own that has <b>read access to mail.tracking.value</b>; nothing is written. For payroll: another user, with the highest role in <b>Payroll</b>; it writes inputs of payslips.',
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
			placeholder: 'e.g. https://odoo.example.com',
			description: 'The address of the server, without a path',
		},
		{
			displayName: 'API',
			name: 'api',
			type: 'options',
			default: 'json2',
			options: [
				{
					name: 'JSON-2 (Odoo 19 and Later)',
					value: 'json2',
					description: 'The key goes into a header',
				},
				{
					name: 'JSON-RPC (Odoo 14 to 18)',
					value: 'jsonRpc',
					description: 'The key goes into the body, as the password of the user',
				},
			],
		},
		{
			displayName: 'Database',
			name: 'database',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. company',
			description: 'The name of the database',
			displayOptions: { show: { api: ['jsonRpc'] } },
		},
		{
			displayName: 'Database',
			name: 'database',
			type: 'string',
			default: '',
			placeholder: 'e.g. company',
			description: 'Only where the server has several databases',
			displayOptions: { show: { api: ['json2'] } },
		},
		{
			displayName: 'User ID',
			name: 'userId',
			type: 'number',
			required: true,
			default: 0,
			placeholder: 'e.g. 9',
			description: 'The number of the user whose key it is: in the address of its page in Odoo',
			displayOptions: { show: { api: ['jsonRpc'] } },
		},
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description:
				'In Odoo, signed in as that user: My Preferences → Security → API Keys. Recent releases let it last three months at most: renew it in time.',
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
		if (text('api') === 'jsonRpc') return { ...request, ...asJsonRpc(request, text) };
		const database = text('database');
		return {
			...request,
			headers: {
				...request.headers,
				Authorization: `bearer ${text('apiKey')}`,
				...(database === '' ? {} : { 'X-Odoo-Database': database }),
			},
		};
	};
}

type Call = Pick<IHttpRequestOptions, 'url' | 'body'>;

/**
 * JSON-RPC has one address, and the key in the body: there the call goes that JSON-2 names in its address. The
 * first argument of a search has another name in each release, and that of a create is read by its place: so it goes there. Docs: odoo.com → External RPC API
 */
function asJsonRpc({ url, body }: Call, text: (field: string) => string): Call {
	const [, site, model, method] = /^(.*)\/json\/2\/([\w.]+)\/(\w+)$/.exec(url) ?? [];
	if (site === undefined) return { url, body };
	const {
		ids,
		domain,
		vals_list: rows,
		...named
	} = JSON.parse(String(body)) as { [name: string]: unknown };
	const [first] = [ids, domain, rows].filter((one) => one !== undefined);
	const signIn = [text('database'), Number(text('userId')), text('apiKey')];
	const args = [...signIn, model, method, first === undefined ? [] : [first], named];
	const params = { service: 'object', method: 'execute_kw', args };
	return {
		url: `${site}/jsonrpc`,
		body: JSON.stringify({ jsonrpc: '2.0', method: 'call', id: 1, params }),
	};
}
