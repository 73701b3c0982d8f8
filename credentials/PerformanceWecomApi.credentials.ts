import type {
	IAuthenticateGeneric,
	ICredentialDataDecryptedObject,
	Icon,
	ICredentialType,
	IHttpRequestHelper,
	INodeProperties,
} from 'n8n-workflow';

/** The secret of an app in WeCom, which signs in for a token of two hours. */
export class PerformanceWecomApi implements ICredentialType {
	name = 'performanceWecomApi';

	displayName = 'WeCom for Performance Pay API';

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
				'Least rights: the secret of the app <b>Approval</b>, or of an own app that may call its API; an own app sees only applicants within its visible range. Its trusted IP addresses must include this n8n. Nothing is ever written.',
			name: 'rights',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			required: true,
			default: 'https://qyapi.weixin.qq.com',
			placeholder: 'e.g. https://qyapi.weixin.qq.com',
			description: 'The address of the API, without a path',
		},
		{
			displayName: 'Corp ID',
			name: 'corpId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. ww1234567890abcdef',
			description: 'In the admin console: My Company → Company Information',
		},
		{
			displayName: 'Secret',
			name: 'corpSecret',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'In the admin console: the app → Secret',
		},
		{
			displayName: 'Session Token',
			name: 'sessionToken',
			type: 'hidden',
			typeOptions: { expirable: true, password: true },
			default: '',
		},
	];

	/** n8n calls it when there is no token yet, and stores what it gives. Refused: no token, and the next request says why. */
	async preAuthentication(this: IHttpRequestHelper, credentials: ICredentialDataDecryptedObject) {
		const answer = (await this.helpers.httpRequest({
			method: 'GET',
			url: `${String(credentials.baseUrl).replace(/\/+$/, '')}/cgi-bin/gettoken`,
			qs: { corpid: credentials.corpId, corpsecret: credentials.corpSecret },
			json: true,
			timeout: 60_000,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
		})) as { access_token?: unknown } | undefined;
		const token = answer?.access_token;
		return { sessionToken: typeof token === 'string' ? token : '' };
	}

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: { qs: { access_token: '={{$credentials.sessionToken}}' } },
	};
}
