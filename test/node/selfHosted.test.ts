import type { ICredentialType, IDataObject } from 'n8n-workflow';
import { PerformanceChatwootApi } from '../../credentials/PerformanceChatwootApi.credentials';
import { PerformanceEspocrmApi } from '../../credentials/PerformanceEspocrmApi.credentials';
import { SupportEvidence } from '../../nodes/SupportEvidence/SupportEvidence.node';
import { recordings } from '../contract/recordings';
import { runNode } from './engine';
import { serve, type Asked, type Loopback, type Said } from './loopback.cjs';

/** Answers what was recorded, one list page after the other. */
function answering(stream: string): (asked: Asked) => Said {
	const { list, others } = recordings[stream] ?? { list: undefined, others: [] };
	let page = 0;
	return ({ url }) => {
		const [path = ''] = url.split('?');
		const other = others.find((one) => one.path === path);
		if (other) return { body: other.body };
		return path === list?.path ? { body: list.pages[page++] } : { status: 404 };
	};
}

describe('a system of one’s own through the engine', () => {
	let server: Loopback;
	afterEach(async () => await server.close());

	const collect = async (
		system: string,
		stream: string,
		type: ICredentialType,
		data: IDataObject,
	) => {
		server = await serve(answering(`${system}.${stream}`));
		const outcome = await runNode({
			type: new SupportEvidence(),
			inputs: [[{}]],
			parameters: { system, stream, period: '2026-10' },
			credential: { type, data: { ...data, baseUrl: server.url } },
		});
		expect(outcome.error).toBeUndefined();
		expect(outcome.outputs[1]?.[0]?.json).toMatchObject({ gap: null, received: 3 });
		return server.seen;
	};

	it('EspoCRM gets the conditions of its lists whole, and the key', async () => {
		const type = new PerformanceEspocrmApi();
		const seen = await collect('espocrm', 'cases', type, { apiKey: 'k-1' });
		expect(new Set(seen.map(({ headers }) => headers['x-api-key']))).toEqual(new Set(['k-1']));
		const [first, second] = seen
			.filter(({ url }) => url.startsWith('/api/v1/Case?'))
			.map(({ url }) => Object.fromEntries(new URL(url, server.url).searchParams));
		expect(first).toMatchObject({
			'where[0][type]': 'greaterThanOrEquals',
			'where[0][attribute]': 'modifiedAt',
			'where[0][value]': '2026-08-30 16:00:00',
			orderBy: 'id',
			order: 'asc',
			maxSize: '200',
		});
		expect(second).toMatchObject({
			'where[1][type]': 'greaterThan',
			'where[1][attribute]': 'id',
			'where[1][value]': '65f0a1b2c3d4e5f02',
		});
	});

	it('Chatwoot is asked for the account of the credential, with its token', async () => {
		const type = new PerformanceChatwootApi();
		const data = { accessToken: 't-1', accountId: '1' };
		const seen = await collect('chatwoot', 'conversations', type, data);
		expect(new Set(seen.map(({ headers }) => headers['api_access_token']))).toEqual(
			new Set(['t-1']),
		);
		const [profile, ...others] = seen.map(({ url }) => url);
		expect(profile).toBe('/api/v1/profile');
		expect(others.every((url) => url.startsWith('/api/v1/accounts/1/'))).toBe(true);
		const filter = seen.find(({ method }) => method === 'POST');
		expect(JSON.parse(filter?.body ?? '')).toEqual({
			payload: [
				{
					attribute_key: 'last_activity_at',
					filter_operator: 'is_greater_than',
					values: ['2026-08-29'],
				},
			],
		});
	});
});
