import { CredentialTestContext, LoadOptionsContext } from 'n8n-core';
import type {
	ICredentialType,
	IDataObject,
	ILoadOptionsFunctions,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import { PerformanceGustoOAuth2Api } from '../../credentials/PerformanceGustoOAuth2Api.credentials';
import { PerformanceHubspotOAuth2Api } from '../../credentials/PerformanceHubspotOAuth2Api.credentials';
import { PerformanceSalesforceOAuth2Api } from '../../credentials/PerformanceSalesforceOAuth2Api.credentials';
import { PerformanceXeroOAuth2Api } from '../../credentials/PerformanceXeroOAuth2Api.credentials';
import { PerformanceZendeskOAuth2Api } from '../../credentials/PerformanceZendeskOAuth2Api.credentials';
import { CrmEvidence } from '../../nodes/CrmEvidence/CrmEvidence.node';
import { SupportEvidence } from '../../nodes/SupportEvidence/SupportEvidence.node';
import { additionalDataOf, runNode, workflowOf, type Run } from './engine';
import { serve, type Asked, type Loopback, type Said } from './loopback.cjs';
import { smallHubspot } from './smallHubspot';

const stored = { oauthTokenData: { access_token: 't-1', refresh_token: 'r-1' } };
const hubspot = new PerformanceHubspotOAuth2Api();
const zendesk = new PerformanceZendeskOAuth2Api();
const salesforce = new PerformanceSalesforceOAuth2Api();
const xero = new PerformanceXeroOAuth2Api();

/** A field's value as n8n works it out from the credential itself. */
function worth(type: ICredentialType, name: string, data: IDataObject): unknown {
	const workflow = workflowOf({ type: new CrmEvidence(), inputs: [[]], parameters: {} });
	const value = type.properties.find((property) => property.name === name)?.default ?? '';
	const node = workflow.getNode('Under Test');
	if (node === null) throw new Error('the node is not on the canvas');
	return workflow.expression.getComplexParameterValue(
		node,
		value as string,
		'internal',
		{},
		undefined,
		undefined,
		data,
	);
}

describe('an app that a person signs in to', () => {
	it.each<{
		why: string;
		type: ICredentialType;
		baseUrl: string;
		grantType?: string;
		asks: object;
	}>([
		{
			why: 'HubSpot',
			type: hubspot,
			baseUrl: 'https://api.hubapi.com',
			asks: {
				authUrl: 'https://app.hubspot.com/oauth/authorize',
				accessTokenUrl: 'https://api.hubapi.com/oauth/v1/token',
				scope:
					'oauth tickets crm.objects.deals.read crm.objects.contacts.read crm.objects.owners.read',
			},
		},
		{
			why: 'Zendesk',
			type: zendesk,
			baseUrl: 'https://xx.zendesk.com/',
			asks: {
				authUrl: 'https://xx.zendesk.com/oauth/authorizations/new',
				accessTokenUrl: 'https://xx.zendesk.com/oauth/tokens',
				scope: 'read',
			},
		},
		{
			why: 'Salesforce',
			type: salesforce,
			baseUrl: 'https://xx.my.salesforce.com/',
			grantType: 'pkce',
			asks: {
				authUrl: 'https://xx.my.salesforce.com/services/oauth2/authorize',
				accessTokenUrl: 'https://xx.my.salesforce.com/services/oauth2/token',
				scope: 'api refresh_token',
			},
		},
		{
			why: 'Salesforce, where the app signs in itself',
			type: salesforce,
			baseUrl: 'https://xx.my.salesforce.com',
			grantType: 'clientCredentials',
			asks: {
				accessTokenUrl: 'https://xx.my.salesforce.com/services/oauth2/token',
				scope: '',
			},
		},
		{
			why: 'Xero, which is written to in payslips alone',
			type: xero,
			baseUrl: 'https://api.xero.com',
			grantType: 'authorizationCode',
			asks: {
				authUrl: 'https://login.xero.com/identity/connect/authorize',
				accessTokenUrl: 'https://identity.xero.com/connect/token',
				scope: 'offline_access payroll.settings.read payroll.payruns.read payroll.payslip',
			},
		},
		{
			why: 'Gusto, whose apps have their scopes from the portal',
			type: new PerformanceGustoOAuth2Api(),
			baseUrl: 'https://api.gusto-demo.com/',
			asks: {
				authUrl: 'https://api.gusto-demo.com/oauth/authorize',
				accessTokenUrl: 'https://api.gusto-demo.com/oauth/token',
				scope: '',
			},
		},
		{
			why: 'a custom connection of Xero',
			type: xero,
			baseUrl: 'https://api.xero.com/',
			grantType: 'clientCredentials',
			asks: {
				accessTokenUrl: 'https://identity.xero.com/connect/token',
				scope: 'payroll.settings.read payroll.payruns.read payroll.payslip',
			},
		},
	])('is asked for no more than it needs: $why', ({ type, baseUrl, grantType = '', asks }) => {
		const data = { baseUrl, grantType };
		const found = Object.keys(asks).map((name) => [name, worth(type, name, data)]);
		expect(Object.fromEntries(found)).toEqual(asks);
	});

	describe('where the panel says OAuth2', () => {
		let server: Loopback;
		let answer: (asked: Asked) => Said;
		beforeEach(async () => {
			answer = smallHubspot;
			server = await serve((asked) => answer(asked));
		});
		afterEach(async () => await server.close());

		const credential = (type: ICredentialType): Run['credential'] & object => ({
			type,
			data: { baseUrl: server.url, grantType: 'authorizationCode', ...stored },
		});
		const signedBy = () => new Set(server.seen.map(({ headers }) => headers['authorization']));

		it('signs the requests of a run', async () => {
			const { outputs } = await runNode({
				type: new CrmEvidence(),
				inputs: [[{}]],
				parameters: { period: '2026-10', signIn: 'oAuth2' },
				credential: credential(hubspot),
			});
			expect(outputs[1]?.[0]?.json).toMatchObject({ complete: true, received: 2 });
			expect(signedBy()).toEqual(new Set(['Bearer t-1']));
		});

		it('signs what a list of the panel asks', async () => {
			const node = new SupportEvidence();
			const run: Run = {
				type: node,
				inputs: [[]],
				parameters: {},
				credential: credential(zendesk),
			};
			const workflow = workflowOf(run);
			const placed = workflow.getNode('Under Test');
			if (placed === null) throw new Error('the node is not on the canvas');
			const additional = {
				...additionalDataOf(run, workflow),
				currentNodeParameters: { system: 'zendesk', signIn: 'oAuth2' },
			};
			const context = new LoadOptionsContext(workflow, placed, additional, '');
			answer = () => ({ body: { ticket_fields: [], meta: { has_more: false } } });
			const read = node.methods.resourceMapping['zendeskTicketFields'];
			expect(await read?.call(context as ILoadOptionsFunctions)).toEqual({ fields: [] });
			expect(signedBy()).toEqual(new Set(['Bearer t-1']));
		});

		it('is tested with the token that n8n stored', async () => {
			const context = new CredentialTestContext({} as IWorkflowExecuteAdditionalData);
			const test = new CrmEvidence().methods.credentialTest[hubspot.name];
			const { type, data } = credential(hubspot);
			const given = { id: '1', name: 'HubSpot', type: type.name, data: data as never };
			expect(await test?.call(context, given)).toMatchObject({ status: 'OK' });
			expect(signedBy()).toEqual(new Set(['Bearer t-1']));
		});
	});
});

describe('an app that signs in itself', () => {
	let server: Loopback;
	let signIn: Said;
	const none = { totalSize: 0, done: true, records: [] };
	const all = { PermissionSetId: 'p', PermissionSet: { PermissionsViewAllData: true } };
	const answer = ({ url }: Asked): Said => {
		if (url.startsWith('/services/oauth2/')) return signIn;
		if (!url.includes('query')) return { body: { identity: 'https://x/id/00D/005' } };
		return { body: url.includes('PermissionSetAssignment') ? { ...none, records: [all] } : none };
	};
	beforeEach(async () => {
		signIn = { body: { access_token: 't-9', token_type: 'Bearer' } };
		server = await serve(answer);
	});
	afterEach(async () => await server.close());

	const test = async (grantType: string) => {
		const context = new CredentialTestContext({} as IWorkflowExecuteAdditionalData);
		const data = {
			baseUrl: `${server.url}/`,
			grantType,
			clientId: 'c',
			clientSecret: 's-1',
			...stored,
		};
		const given = { id: '1', name: 'Salesforce', type: salesforce.name, data };
		return await new CrmEvidence().methods.credentialTest[salesforce.name]?.call(context, given);
	};
	const signedBy = () =>
		new Set(server.seen.flatMap(({ headers }) => headers['authorization'] ?? []));

	it('is tested with a token that it gets with its secret, in a form', async () => {
		expect(await test('clientCredentials')).toMatchObject({ status: 'OK' });
		expect(server.seen[0]).toMatchObject({
			method: 'POST',
			url: '/services/oauth2/token',
			body: 'grant_type=client_credentials&client_id=c&client_secret=s-1',
		});
		expect(server.seen[0]?.headers['content-type']).toMatch(/x-www-form-urlencoded/);
		expect(signedBy()).toEqual(new Set(['Bearer t-9']));
	});

	it('is refused with what to check, and without its secret', async () => {
		signIn = { status: 400, body: { error: 'invalid_client' } };
		const told = await test('clientCredentials');
		expect(told).toMatchObject({ status: 'Error', message: expect.stringMatching(/My Domain/) });
		expect(JSON.stringify(told)).not.toContain('s-1');
	});

	it('is tested with the stored token where a person connected it', async () => {
		expect(await test('pkce')).toMatchObject({ status: 'OK' });
		expect(signedBy()).toEqual(new Set(['Bearer t-1']));
	});
});
