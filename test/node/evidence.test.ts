import type { IDataObject } from 'n8n-workflow';
import { PerformanceHubspotApi } from '../../credentials/PerformanceHubspotApi.credentials';
import { PerformanceRestApi } from '../../credentials/PerformanceRestApi.credentials';
import { CrmEvidence } from '../../nodes/CrmEvidence/CrmEvidence.node';
import { SupportEvidence } from '../../nodes/SupportEvidence/SupportEvidence.node';
import { runNode, type Outcome, type Run } from './engine';
import { serve, type Asked, type Loopback, type Said } from './loopback.cjs';
import { smallHubspot } from './smallHubspot';

const type = new PerformanceHubspotApi();

describe('an evidence node in the engine', () => {
	let server: Loopback;
	let answer: (asked: Asked) => Said | undefined;
	beforeEach(async () => {
		answer = smallHubspot;
		server = await serve((asked) => answer(asked));
	});
	afterEach(async () => await server.close());

	const collect = async (parameters: IDataObject = {}, more: Partial<Run> = {}): Promise<Outcome> =>
		await runNode({
			type: new CrmEvidence(),
			inputs: [[{ month: '2026-10' }, { month: '2026-09' }]],
			parameters: { period: '2026-10', ...parameters },
			credential: { type, data: { baseUrl: server.url, accessToken: 'secret-1' } },
			...more,
		});
	const coverage = ({ outputs }: Outcome): IDataObject => outputs[1]?.[0]?.json ?? {};

	it('gives flat rows with every field, and the coverage, once for all input items', async () => {
		const outcome = await collect({ period: '={{ $json.month }}' });
		expect(outcome.error).toBeUndefined();
		expect(outcome.outputs[0]).toHaveLength(2);
		expect(outcome.outputs[0]?.[0]).toEqual({
			json: {
				kind: 'evidence',
				period: '2026-10',
				source: 'crm',
				system: 'hubspot',
				recordId: '501',
				recordUrl: 'https://app.hubspot.com/contacts/7/record/0-5/501',
				activity: 'customerRecord',
				employeeId: null,
				handler: 'ann@x.example',
				status: 'done',
				assignedAt: expect.stringMatching(/^2026-10-08T/),
				dueAt: null,
				completedAt: expect.stringMatching(/^2026-10-08T/),
				firstResponseAt: null,
				resolved: null,
				errors: 0,
				errorsOpen: null,
				pauses: '[]',
				excuseCode: null,
				excuseApprovedBy: null,
				excuseEvidence: null,
				delayReason: null,
				fields: '{}',
				fetchedAt: expect.any(String),
			},
			pairedItem: { item: 0 },
		});
		expect(outcome.outputs[1]).toEqual([
			{
				json: expect.objectContaining({
					kind: 'coverage',
					source: 'crm',
					system: 'hubspot',
					activity: 'customerRecord',
					period: '2026-10',
					complete: true,
					received: 2,
					gap: null,
				}),
				pairedItem: { item: 0 },
			},
		]);
		expect(outcome.hints).toEqual([]);
		expect(new Set(server.seen.map(({ headers }) => headers['authorization']))).toEqual(
			new Set(['Bearer secret-1']),
		);
	});

	it('takes the activity and a field to keep from the panel', async () => {
		const { outputs } = await collect({ activity: 'file', fields: 'hs_pipeline_stage' });
		expect(outputs[0]?.[0]?.json).toMatchObject({
			activity: 'file',
			fields: '{"hs_pipeline_stage":"4"}',
		});
	});

	it.each<{ why: string; answer: (asked: Asked) => Said | undefined; parameters?: IDataObject }>([
		{
			why: 'a token that is refused',
			answer: () => ({ status: 401, body: { message: 'expired', category: 'EXPIRED' } }),
		},
		{
			why: 'a history that may not be read',
			answer: (asked) =>
				asked.url.includes('batch/read') ? { status: 403, body: {} } : smallHubspot(asked),
		},
		{ why: 'a sample', answer: smallHubspot, parameters: { maxItems: 1 } },
	])('$why: coverage is incomplete and says why', async ({ answer: said, parameters }) => {
		answer = said;
		const outcome = await collect({ options: parameters ?? {} });
		expect(outcome.error).toBeUndefined();
		expect(coverage(outcome)).toMatchObject({ complete: false, gap: expect.stringMatching(/./) });
		expect(outcome.hints).toMatchObject([
			{ type: 'warning', message: expect.stringContaining(String(coverage(outcome)['gap'])) },
		]);
		expect(JSON.stringify(outcome.outputs)).not.toMatch(/secret/);
	});

	it('previews ten records, and says that it is no month, however few there are', async () => {
		const few = await collect({ operation: 'preview' });
		expect(few.outputs[0]).toHaveLength(2);
		expect(coverage(few)).toMatchObject({
			complete: false,
			gap: 'This is a preview of 2 records. Set Operation to Get Evidence to read the whole month.',
		});
		expect(few.hints).toMatchObject([{ type: 'info', message: coverage(few)['gap'] }]);
		const one = await collect({ operation: 'preview', options: { maxItems: 1 } });
		expect(one.outputs[0]).toHaveLength(1);
		expect(coverage(one)['gap']).toMatch(/^This is a preview of 1 records/);
	});

	it('previews a system that refuses with what is wrong', async () => {
		answer = () => ({ status: 401, body: { message: 'expired', category: 'EXPIRED' } });
		const outcome = await collect({ operation: 'preview' });
		expect(coverage(outcome)['gap']).toMatch(/^HubSpot.* This is a preview of 0 records/);
	});

	it('stops, with every setting that cannot be used, before any request', async () => {
		const { error } = await collect({ period: '2026-13', timeZone: 'Asia/Peking' });
		expect(error?.message).toBe("Period: '2026-13' is not a month (and 1 more problem: Time Zone)");
		expect(error?.description).toMatch(/^1\. .*2026-13.*<br>\n2\. .*Asia\/Peking/);
		expect(server.seen).toEqual([]);
	});

	it('continues on failure with coverage that is not complete', async () => {
		const { outputs, error } = await collect(
			{ timeZone: 'Asia/Peking' },
			{ onError: 'continueRegularOutput' },
		);
		expect(error).toBeUndefined();
		expect(outputs[0]).toEqual([]);
		expect(outputs[1]).toMatchObject([
			{
				json: {
					kind: 'coverage',
					source: 'crm',
					system: 'hubspot',
					activity: 'customerRecord',
					period: '2026-10',
					complete: false,
					gap: expect.stringContaining('Asia/Peking'),
				},
				pairedItem: { item: 0 },
			},
		]);
	});

	it('stops reading when the execution is cancelled', async () => {
		let cancel = (): void => undefined;
		answer = () => {
			cancel();
			return undefined;
		};
		await collect({}, { onStart: (stop) => (cancel = stop) });
		expect(server.seen).toHaveLength(1);
	});

	it('sends no further request after the cancel signal, in the middle of its pages', async () => {
		let cancel = (): void => undefined;
		answer = ({ url }) => {
			const page = Number(new URL(url, 'http://x').searchParams.get('page') ?? 1);
			if (page === 3) cancel();
			return { body: [{ id: `T-${page}` }] };
		};
		const { outputs } = await collect(
			{ system: 'rest', path: '/tickets', paging: 'page', pageParameter: 'page' },
			{
				type: new SupportEvidence(),
				credential: {
					type: new PerformanceRestApi(),
					data: { baseUrl: server.url, authentication: 'bearer', apiKey: 'secret-1' },
				},
				onStart: (stop) => (cancel = stop),
			},
		);
		expect(server.seen.map(({ url }) => url)).toEqual([
			'/tickets',
			'/tickets?page=2',
			'/tickets?page=3',
		]);
		expect(JSON.stringify(outputs)).not.toMatch(/"complete":true/);
	});

	it('reads any JSON API by the fields that the panel names, signed by its credential', async () => {
		const ticket = {
			key: 'T-1',
			owner: { email: 'ann@x.example' },
			closed: '2026-10-08T09:00:00Z',
		};
		answer = () => ({ body: { items: [ticket] } });
		const { outputs, error } = await collect(
			{
				...{ system: 'rest', systemName: 'ourDesk', path: '/tickets', listAt: 'items' },
				...{ idField: 'key', handlerField: 'owner.email', completedField: 'closed' },
			},
			{
				type: new SupportEvidence(),
				credential: {
					type: new PerformanceRestApi(),
					data: { baseUrl: server.url, authentication: 'query', queryName: 'k', apiKey: 'v' },
				},
			},
		);
		expect(error).toBeUndefined();
		expect(outputs[0]).toMatchObject([
			{ json: { source: 'support', system: 'ourDesk', recordId: 'T-1', status: 'done' } },
		]);
		expect(outputs[1]).toMatchObject([{ json: { system: 'ourDesk', complete: true } }]);
		expect(server.seen.map(({ url }) => url)).toEqual(['/tickets?k=v']);
	});
});
