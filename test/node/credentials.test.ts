import { CredentialTestContext } from 'n8n-core';
import type { ICredentialType, IDataObject, IWorkflowExecuteAdditionalData } from 'n8n-workflow';
import { PerformanceChatwootApi } from '../../credentials/PerformanceChatwootApi.credentials';
import { PerformanceDingtalkApi } from '../../credentials/PerformanceDingtalkApi.credentials';
import { PerformanceDolibarrApi } from '../../credentials/PerformanceDolibarrApi.credentials';
import { PerformanceEspocrmApi } from '../../credentials/PerformanceEspocrmApi.credentials';
import { PerformanceFeishuApi } from '../../credentials/PerformanceFeishuApi.credentials';
import { PerformanceFrappeApi } from '../../credentials/PerformanceFrappeApi.credentials';
import { PerformanceFreshdeskApi } from '../../credentials/PerformanceFreshdeskApi.credentials';
import { PerformanceHubspotApi } from '../../credentials/PerformanceHubspotApi.credentials';
import { PerformanceOdooApi } from '../../credentials/PerformanceOdooApi.credentials';
import { PerformanceRedmineApi } from '../../credentials/PerformanceRedmineApi.credentials';
import { PerformanceRequestTrackerApi } from '../../credentials/PerformanceRequestTrackerApi.credentials';
import { PerformanceRestApi } from '../../credentials/PerformanceRestApi.credentials';
import { PerformanceWecomApi } from '../../credentials/PerformanceWecomApi.credentials';
import { PerformanceTrytonApi } from '../../credentials/PerformanceTrytonApi.credentials';
import { PerformanceZendeskApi } from '../../credentials/PerformanceZendeskApi.credentials';
import { CrmEvidence } from '../../nodes/CrmEvidence/CrmEvidence.node';
import { signatureOf } from '../../nodes/_shared/signatures';
import { signed, workflowOf } from './engine';
import { serve, type Asked, type Loopback, type Said } from './loopback.cjs';
import { smallHubspot } from './smallHubspot';

const rest = {
	headerName: 'X-Api-Key',
	queryName: 'api_key',
	apiKey: ' k-1 ',
	username: 'ann',
	password: 'p-1',
};

describe('a credential', () => {
	it.each<{ why: string; type: ICredentialType; data: IDataObject }>([
		{ why: 'HubSpot', type: new PerformanceHubspotApi(), data: { accessToken: 't-1' } },
		{ why: 'Frappe', type: new PerformanceFrappeApi(), data: { apiKey: 'k-1', apiSecret: 's-1' } },
		{ why: 'Feishu', type: new PerformanceFeishuApi(), data: { sessionToken: 't-1' } },
		{ why: 'DingTalk', type: new PerformanceDingtalkApi(), data: { sessionToken: 't-1' } },
		{ why: 'WeCom', type: new PerformanceWecomApi(), data: { sessionToken: 't-1' } },
		{ why: 'Zendesk', type: new PerformanceZendeskApi(), data: { email: 'a@x', apiToken: 't-1' } },
		{ why: 'Freshdesk', type: new PerformanceFreshdeskApi(), data: { apiKey: 'k-1' } },
		...['', 'company'].map((database) => ({
			why: `Odoo by JSON-2, database '${database}'`,
			type: new PerformanceOdooApi(),
			data: { api: 'json2', apiKey: ' k-1 ', database },
		})),
		{
			why: 'Odoo by JSON-RPC',
			type: new PerformanceOdooApi(),
			data: { api: 'jsonRpc', apiKey: 'k-1', database: 'company', userId: 9 },
		},
		{ why: 'EspoCRM', type: new PerformanceEspocrmApi(), data: { apiKey: 'k-1' } },
		{ why: 'Chatwoot', type: new PerformanceChatwootApi(), data: { accessToken: 't-1' } },
		{ why: 'Redmine', type: new PerformanceRedmineApi(), data: { apiKey: 'k-1' } },
		...['', '2'].map((entity) => ({
			why: `Dolibarr, entity '${entity}'`,
			type: new PerformanceDolibarrApi(),
			data: { apiKey: 'k-1', entity },
		})),
		{
			why: 'Tryton',
			type: new PerformanceTrytonApi(),
			data: { username: 'u', password: 'p-1' },
		},
		...['token', 'basic'].map((authentication) => ({
			why: `Request Tracker by ${authentication}`,
			type: new PerformanceRequestTrackerApi(),
			data: { authentication, token: '1-14-t', username: 'ann', password: 'p-1' },
		})),
		...['bearer', 'header', 'query', 'basic', 'other'].map((authentication) => ({
			why: `REST by ${authentication}`,
			type: new PerformanceRestApi(),
			data: { ...rest, authentication },
		})),
	])('signs its test as it signs a run: $why', async ({ type, data }) => {
		const workflow = workflowOf({ type: new CrmEvidence(), inputs: [[]], parameters: {} });
		const call = { url: 'x/json/2/res.users/read', body: '{"ids":[9],"fields":["login"]}' };
		const { headers, qs, auth, url, body } = await signed({ ...call }, { type, data }, workflow);
		const { within = (sent) => sent, ...signature } = signatureOf(type.name, data as never);
		expect({ headers: {}, qs: {}, ...signature, ...within(call) }).toEqual({
			...{ headers: headers ?? {}, qs: qs ?? {}, url, body },
			...(auth === undefined ? {} : { auth }),
		});
	});

	describe('is tested by reading one row of each thing', () => {
		let server: Loopback;
		let answer: (asked: Asked) => Said | undefined;
		beforeEach(async () => {
			answer = smallHubspot;
			server = await serve((asked) => answer(asked));
		});
		afterEach(async () => await server.close());

		const test = async (baseUrl = server.url) => {
			const context = new CredentialTestContext({} as IWorkflowExecuteAdditionalData);
			const run = new CrmEvidence().methods.credentialTest['performanceHubspotApi'];
			return await run?.call(context, {
				id: '1',
				name: 'HubSpot',
				type: 'performanceHubspotApi',
				data: { baseUrl, accessToken: 'secret-1' },
			});
		};

		it('and is good where all can be read', async () => {
			expect(await test()).toEqual({ status: 'OK', message: expect.stringContaining('tickets') });
			expect(new Set(server.seen.map(({ headers }) => headers['authorization']))).toEqual(
				new Set(['Bearer secret-1']),
			);
			expect(server.seen.filter(({ method }) => method === 'POST').length).toBeGreaterThan(0);
		});

		it.each<{ why: string; said: Said }>([
			{ why: 'a right is missing', said: { status: 403, body: { message: 'scope' } } },
			{ why: 'the token is refused', said: { status: 401, body: {} } },
			{
				why: 'an answer leads elsewhere',
				said: { status: 302, headers: { Location: 'http://x' } },
			},
			{ why: 'the server is in trouble', said: { status: 500, body: 'oops' } },
		])('and is not where $why, without its secret in the message', async ({ said }) => {
			answer = () => said;
			const result = await test();
			expect(result).toEqual({ status: 'Error', message: expect.stringMatching(/HubSpot/) });
			expect(result?.message).not.toMatch(/secret/);
		});

		it('and is not where nobody answers', async () => {
			await server.close();
			expect(await test()).toMatchObject({ status: 'Error' });
			expect(await test('no address')).toMatchObject({ status: 'Error' });
		});
	});
});
