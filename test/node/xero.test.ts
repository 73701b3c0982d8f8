import { CredentialTestContext } from 'n8n-core';
import type { IWorkflowExecuteAdditionalData } from 'n8n-workflow';
import { PerformanceXeroOAuth2Api } from '../../credentials/PerformanceXeroOAuth2Api.credentials';
import { Payroll } from '../../nodes/Payroll/Payroll.node';
import { serve, type Asked, type Loopback, type Said } from './loopback.cjs';

const xero = new PerformanceXeroOAuth2Api();

describe('a custom connection of Xero', () => {
	let server: Loopback;
	let signIn: Said;
	const answer = ({ url }: Asked): Said => {
		if (url === '/connect/token') return signIn;
		if (url === '/connections') return { body: [{ tenantId: 'org-1', tenantName: 'XX' }] };
		return { body: { PayItems: {}, PayRuns: [] } };
	};
	beforeEach(async () => {
		signIn = { body: { access_token: 't-9', token_type: 'Bearer' } };
		server = await serve(answer);
	});
	afterEach(async () => await server.close());

	const test = async () => {
		const context = new CredentialTestContext({} as IWorkflowExecuteAdditionalData);
		const app = { grantType: 'clientCredentials', clientId: 'c', clientSecret: 's-1' };
		const given = { id: '1', name: 'Xero', type: xero.name, data: { baseUrl: server.url, ...app } };
		return await new Payroll().methods.credentialTest[xero.name]?.call(context, given);
	};

	it('is tested with a token that it gets with its secret in the header, for its organisation', async () => {
		expect(await test()).toMatchObject({ status: 'OK' });
		const [asked, ...reads] = server.seen;
		expect(asked?.headers['authorization']).toBe(`Basic ${btoa('c:s-1')}`);
		expect(asked?.body).toMatch(/^grant_type=client_credentials&scope=payroll/);
		expect(new Set(reads.map(({ headers }) => headers['authorization']))).toEqual(
			new Set(['Bearer t-9']),
		);
		const payroll = reads.filter(({ url }) => url.startsWith('/payroll.xro/'));
		expect(new Set(payroll.map(({ headers }) => headers['xero-tenant-id']))).toEqual(
			new Set(['org-1']),
		);
	});

	it('is refused with what to check, and without its secret', async () => {
		signIn = { status: 400, body: { error: 'invalid_client' } };
		const told = await test();
		expect(told).toMatchObject({
			status: 'Error',
			message: expect.stringMatching(/custom connection/),
		});
		expect(JSON.stringify(told)).not.toContain('s-1');
	});
});
