import type {
	IAuthenticateGeneric,
	ICredentialDataDecryptedObject,
	Icon,
	ICredentialType,
	IHttpRequestHelper,
	INodeProperties,
} from 'n8n-workflow';

/** An app of one company in Feishu or Lark, which signs in for a token of two hours. */
export class PerformanceFeishuApi implements ICredentialType {
	name = 'performanceFeishuApi';

	displayName = 'Feishu / Lark for Performance Pay API';

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
				'Least rights: a custom app with the permission <b>approval:approval:readonly</b>; for e-mail addresses also <b>contact:user.email:readonly</b>, for user IDs <b>contact:user.employee_id:readonly</b>. Nothing is ever written.',
			name: 'rights',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			required: true,
			default: 'https://open.feishu.cn',
			placeholder: 'e.g. https://open.feishu.cn',
			description: 'Of Feishu https://open.feishu.cn, of Lark https://open.larksuite.com',
		},
		{
			displayName: 'App ID',
			name: 'appId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. cli_a1b2c3d4e5f6',
			description: 'In the developer console: the app → Credentials and Basic Info',
		},
		{
			displayName: 'App Secret',
			name: 'appSecret',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'Beside the App ID in the developer console',
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
			method: 'POST',
			url: `${String(credentials.baseUrl).replace(/\/+$/, '')}/open-apis/auth/v3/tenant_access_token/internal`,
			body: { app_id: credentials.appId, app_secret: credentials.appSecret },
			json: true,
			timeout: 60_000,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
		})) as { tenant_access_token?: unknown } | undefined;
		const token = answer?.tenant_access_token;
		return { sessionToken: typeof token === 'string' ? token : '' };
	}

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: { headers: { Authorization: '=Bearer {{$credentials.sessionToken}}' } },
	};
}
