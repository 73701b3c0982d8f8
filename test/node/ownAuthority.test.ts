import { CredentialTestContext } from 'n8n-core';
import type { IDataObject, IWorkflowExecuteAdditionalData } from 'n8n-workflow';
import { PerformanceRestApi } from '../../credentials/PerformanceRestApi.credentials';
import { credentialTests } from '../../nodes/_shared/credentialTests';
import { runNode } from './engine';
import { ownAuthority, serve, type Loopback } from './loopback.cjs';
import { sender } from './sender';

const type = new PerformanceRestApi();

describe('a system whose certificate is of an own authority', () => {
	const authority = ownAuthority();
	let server: Loopback;
	beforeEach(async () => {
		server = await serve(() => ({ body: { ok: true } }), authority);
	});
	afterEach(async () => await server.close());

	const of = (caCertificate?: string): IDataObject => ({
		baseUrl: server.url,
		authentication: 'bearer',
		apiKey: 'secret-1',
		...(caCertificate === undefined ? {} : { caCertificate }),
	});
	const run = async (data: IDataObject): Promise<IDataObject> => {
		const { outputs } = await runNode({
			type: sender({ method: 'GET', url: server.url, timeoutMs: 5000 }, type.name),
			inputs: [[{ go: 1 }]],
			parameters: {},
			credential: { type, data },
		});
		return outputs[0]?.[0]?.json ?? {};
	};
	const test = async (data: IDataObject) =>
		await credentialTests[type.name]?.call(
			new CredentialTestContext({} as IWorkflowExecuteAdditionalData),
			{ id: '1', name: 'REST', type: type.name, data: data as never },
		);

	it.each([
		['as a file has it', authority.ca],
		['pasted on one line', authority.ca.replace(/\n/g, ' ')],
	])('is read with the authority in the credential, %s', async (_, ca) => {
		expect(await run(of(ca))).toMatchObject({ status: 200, body: '{"ok":true}' });
		expect(await test(of(ca))).toMatchObject({ status: 'OK' });
	});

	it.each([
		['none', undefined],
		['another', ownAuthority().ca],
	])('is refused with %s, and sees no secret', async (_, ca) => {
		expect(await run(of(ca))).toMatchObject({ failure: 'unreachable' });
		expect(await test(of(ca))).toMatchObject({
			status: 'Error',
			message: expect.stringMatching(/certificate/i),
		});
		expect(server.seen).toEqual([]);
	});

	it('is refused where the field holds no certificate, and the message names the field', async () => {
		expect(await test(of('my certificate'))).toMatchObject({
			status: 'Error',
			message: expect.stringContaining('CA Certificate'),
		});
	});
});
