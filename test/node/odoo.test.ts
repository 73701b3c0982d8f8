import { CredentialTestContext } from 'n8n-core';
import type { IWorkflowExecuteAdditionalData } from 'n8n-workflow';
import { PerformanceOdooApi } from '../../credentials/PerformanceOdooApi.credentials';
import { FinanceEvidence } from '../../nodes/FinanceEvidence/FinanceEvidence.node';
import { runNode } from './engine';
import { serve, type Loopback } from './loopback.cjs';

const key = 'secret-1';
const refusal = {
	jsonrpc: '2.0',
	id: 1,
	error: { data: { name: 'odoo.exceptions.AccessDenied', message: `Access Denied ${key}` } },
};
/** The first call of a reading, as Odoo 14 to 18 wants it. */
const call = {
	jsonrpc: '2.0',
	method: 'call',
	id: 1,
	params: {
		service: 'object',
		method: 'execute_kw',
		args: [
			...['company', 9, key, 'hr.expense', 'fields_get', []],
			{
				allfields: ['sheet_id'],
				attributes: ['string', 'type', 'selection'],
				context: { lang: 'en_US' },
			},
		],
	},
};

describe('Odoo by JSON-RPC, whose key stands in the body', () => {
	let server: Loopback;
	beforeEach(async () => {
		server = await serve(() => ({ body: refusal }));
	});
	afterEach(async () => await server.close());
	const data = () => ({
		...{ baseUrl: server.url, api: 'jsonRpc', database: 'company', userId: 9, apiKey: key },
	});
	const sent = () => server.seen.map(({ url, body }) => [url, JSON.parse(body) as unknown]);

	it('is called so by the node, and its key is in no message', async () => {
		const { outputs, error } = await runNode({
			type: new FinanceEvidence(),
			inputs: [[{ go: 1 }]],
			parameters: { system: 'odoo', stream: 'expenses', period: '2026-10' },
			credential: { type: new PerformanceOdooApi(), data: data() },
		});
		expect(error).toBeUndefined();
		expect(sent()).toEqual([['/jsonrpc', call]]);
		expect(outputs[1]?.[0]?.json).toMatchObject({
			complete: false,
			gap: expect.stringMatching(/^Odoo .*: it does not accept the API key\. /),
		});
		expect(JSON.stringify(outputs)).not.toContain(key);
	});

	it('is called so by the test of the credential', async () => {
		const context = new CredentialTestContext({} as IWorkflowExecuteAdditionalData);
		const run = new FinanceEvidence().methods.credentialTest['performanceOdooApi'];
		const type = 'performanceOdooApi';
		const result = await run?.call(context, { id: '1', name: 'Odoo', type, data: data() });
		expect(sent()).toEqual([['/jsonrpc', call]]);
		expect(result).toEqual({ status: 'Error', message: expect.stringMatching(/the API key\. /) });
		expect(result?.message).not.toContain(key);
	});
});
