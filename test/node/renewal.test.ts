import type { ICredentialType, IDataObject, IHttpRequestHelper } from 'n8n-workflow';
import { runNode, type Run } from './engine';
import { serve, type Asked, type Loopback, type Said } from './loopback.cjs';
import { sender } from './sender';

/** A system whose token must be fetched with a key and expires when the server says so. */
const sessionApi: ICredentialType = {
	name: 'sessionApi',
	displayName: 'Session',
	properties: [
		{
			displayName: 'Token',
			name: 'sessionToken',
			type: 'hidden',
			typeOptions: { expirable: true },
			default: '',
		},
	],
	async preAuthentication(this: IHttpRequestHelper, { url }) {
		const { token } = (await this.helpers.httpRequest({ url: `${String(url)}/sign-in` })) as {
			token: string;
		};
		return { sessionToken: token };
	},
	authenticate: {
		type: 'generic',
		properties: { headers: { Authorization: '=Bearer {{$credentials.sessionToken}}' } },
	},
};

const clientApi: ICredentialType = {
	name: 'clientOAuth2Api',
	extends: ['oAuth2Api'],
	displayName: 'Client OAuth2',
	properties: [],
};

describe('a token that expires', () => {
	let server: Loopback;
	let answer: (asked: Asked) => Said | undefined;
	let signIn: (issued: number) => Said;
	let issued: number;
	beforeEach(async () => {
		issued = 0;
		signIn = (nth) => ({
			body: { token: `t-${nth}`, access_token: `t-${nth}`, token_type: 'bearer' },
		});
		server = await serve((asked) => {
			if (!asked.url.startsWith('/sign-in')) return answer(asked);
			issued += 1;
			return signIn(issued);
		});
	});
	afterEach(async () => await server.close());

	const ask = async (
		credential: Run['credential'] & object,
		renew: boolean,
	): Promise<IDataObject> => {
		const request = { method: 'GET', url: `${server.url}/rows`, timeoutMs: 5000, renew } as const;
		const { outputs, error } = await runNode({
			type: sender(request, credential.type.name),
			inputs: [[{ go: 1 }]],
			parameters: {},
			credential,
		});
		expect(error).toBeUndefined();
		return outputs[0]?.[0]?.json ?? {};
	};
	const asked = (): string[] =>
		server.seen.map(({ url, headers }) => `${url} ${headers['authorization']}`);
	const stored = (data: IDataObject): Run['credential'] & object => ({ type: sessionApi, data });
	const client = (data: IDataObject): Run['credential'] & object => ({
		type: clientApi,
		data: {
			grantType: 'clientCredentials',
			clientId: 'c',
			clientSecret: 'secret-9',
			accessTokenUrl: `${server.url}/sign-in`,
			...data,
		},
	});

	it('is used as it is stored, without signing in', async () => {
		answer = () => ({ body: [] });
		await ask(stored({ url: server.url, sessionToken: 'old' }), false);
		expect(asked()).toEqual(['/rows Bearer old']);
	});

	it('is fetched anew where the engine asks for it, and stored', async () => {
		answer = () => ({ body: [] });
		const credential = stored({ url: server.url, sessionToken: 'old' });
		expect(await ask(credential, true)).toMatchObject({ status: 200 });
		expect(asked()).toEqual(['/sign-in undefined', '/rows Bearer t-1']);
		expect(credential.data['sessionToken']).toBe('t-1');
	});

	it('of OAuth2 is renewed by n8n when the system answers 401', async () => {
		answer = ({ headers }) =>
			headers['authorization'] === 'Bearer t-1'
				? { body: ['row'] }
				: { status: 401, body: 'expired' };
		const credential = client({ oauthTokenData: { access_token: 'old', token_type: 'bearer' } });
		expect(await ask(credential, false)).toMatchObject({ status: 200, body: '["row"]' });
		expect(server.seen.map(({ url }) => url)).toEqual(['/rows', '/sign-in', '/rows']);
		expect(credential.data['oauthTokenData']).toMatchObject({ access_token: 't-1' });
	});

	it.each<{ why: string; data: IDataObject }>([
		{ why: 'nobody connected the account', data: { grantType: 'authorizationCode' } },
		{ why: 'nobody connected it with a proof key', data: { grantType: 'pkce' } },
		{ why: 'the sign-in is refused', data: {} },
		{
			why: 'the account withdrew its consent',
			data: {
				grantType: 'authorizationCode',
				oauthTokenData: { access_token: 'old', refresh_token: 'r', token_type: 'bearer' },
			},
		},
	])('of OAuth2 is told as not accepted where $why', async ({ data }) => {
		answer = () => ({ status: 401, body: 'expired' });
		signIn = () => ({ status: 400, body: { error: 'invalid_grant' } });
		expect(await ask(client(data), false)).toMatchObject({ status: 401, body: '{}' });
	});

	it('of OAuth2 that is refused once more gives the answer as it came, and is not renewed again', async () => {
		answer = () => ({ status: 401, body: { error: 'gone' }, headers: { 'X-Why': 'revoked' } });
		const credential = client({ oauthTokenData: { access_token: 'old', token_type: 'bearer' } });
		expect(await ask(credential, false)).toMatchObject({
			status: 401,
			headers: { 'x-why': 'revoked' },
			body: '{"error":"gone"}',
		});
		expect(issued).toBe(1);
		expect(await ask(credential, true)).toMatchObject({ status: 401 });
		expect(issued).toBe(1);
	});
});
