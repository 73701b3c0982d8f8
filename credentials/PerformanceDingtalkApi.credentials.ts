import type {
	IAuthenticateGeneric,
	ICredentialDataDecryptedObject,
	Icon,
	ICredentialType,
	IHttpRequestHelper,
	INodeProperties,
} from 'n8n-workflow';

/** An app of one company in DingTalk, which signs in for a token of two hours. */
export class PerformanceDingtalkApi implements ICredentialType {
	name = 'performanceDingtalkApi';

	displayName = 'DingTalk for Performance Pay API';

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
				'Least rights: an internal app with the permission to read workflow instances (<b>Workflow.Instance.Read</b>). Nothing is ever written.',
			name: 'rights',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			required: true,
			default: 'https://api.dingtalk.com',
			placeholder: 'e.g. https://api.dingtalk.com',
			description: 'The address of the API, without a path',
		},
		{
			displayName: 'App Key',
			name: 'appKey',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. dinga1b2c3d4',
			description:
				'In the developer console: the app → Credentials and Basic Information (also called Client ID)',
		},
		{
			displayName: 'App Secret',
			name: 'appSecret',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'Beside the App Key in the developer console (also called Client Secret)',
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
			url: `${String(credentials.baseUrl).replace(/\/+$/, '')}/v1.0/oauth2/accessToken`,
			body: { appKey: credentials.appKey, appSecret: credentials.appSecret },
			json: true,
			timeout: 60_000,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
		})) as { accessToken?: unknown } | undefined;
		const token = answer?.accessToken;
		return { sessionToken: typeof token === 'string' ? token : '' };
	}

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: { headers: { 'x-acs-dingtalk-access-token': '={{$credentials.sessionToken}}' } },
	};
}
