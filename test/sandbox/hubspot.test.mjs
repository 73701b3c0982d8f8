// The HubSpot sandbox against HubSpot's own description (CRM v3 specification, search guide, error handling).
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { hubspot } from '../../demo/sandbox/hubspot.mjs';
import { serve } from '../../demo/sandbox/server.mjs';
import { ask } from './ask.mjs';

const at = (number) => Date.UTC(2026, 9, 1) + number * 60000;
const iso = (ms) => new Date(ms).toISOString();

/** Ticket 1 to `count`, each updated a minute after the one before; every tenth has no owner. */
const ticket = (number) => ({
	id: String(number),
	properties: {
		hs_object_id: String(number),
		createdate: iso(at(0)),
		hs_lastmodifieddate: iso(at(number)),
		hs_pipeline_stage: number % 2 === 0 ? '4' : '1',
		...(number % 10 === 0 ? {} : { hubspot_owner_id: '881' }),
	},
	history: {
		hs_pipeline_stage: [
			{ value: '4', timestamp: iso(at(5)), sourceType: 'CRM_UI', updatedByUserId: 12 },
		],
	},
	createdAt: at(0),
	updatedAt: at(number),
	archived: false,
});

const portal = (count) => ({
	portalId: 1,
	timeZone: 'Asia/Shanghai',
	owners: [
		{ id: '881', userId: 12, email: 'a@x.example', firstName: 'A', lastName: 'X', archived: false },
		{ id: '882', userId: 13, email: 'b@x.example', firstName: 'B', lastName: 'X', archived: true },
	],
	pipelines: {
		tickets: [
			{
				id: '0',
				label: 'Support',
				stages: [
					{ id: '1', label: 'New', isClosed: false, ticketState: 'OPEN' },
					{ id: '4', label: 'Closed', isClosed: true, ticketState: 'CLOSED' },
				],
			},
		],
	},
	properties: {
		tickets: [
			'hs_object_id',
			'createdate',
			'hs_lastmodifieddate',
			'hs_pipeline_stage',
			'hubspot_owner_id',
		].map((name) => [name, 'string', name]),
	},
	objects: { tickets: Array.from({ length: count }, (_, index) => ticket(index + 1)) },
});

const TOKEN = 'pat-test';
const signed = { authorization: `Bearer ${TOKEN}` };
const FAST = 100000;

let server;
const open = async (count, given = {}) =>
	serve(
		hubspot({
			data: portal(count),
			tokens: { [TOKEN]: ['tickets', 'crm.objects.owners.read'] },
			pace: FAST,
			...given,
		}),
	);
const search = (json, on = server) =>
	ask(`${on.url}/crm/v3/objects/tickets/search`, { headers: signed, json });
const read = (json, query) =>
	ask(`${server.url}/crm/v3/objects/tickets/batch/read`, { headers: signed, json, query });
const where = (...filters) => [{ filters }];

before(async () => void (server = await open(450)));
after(() => server.stop());

describe('HubSpot: who may', () => {
	it('refuses no token and a wrong one with 401', async () => {
		for (const headers of [{}, { authorization: 'Bearer wrong' }]) {
			const { status, body } = await ask(`${server.url}/crm/v3/owners`, { headers });
			assert.equal(status, 401);
			assert.equal(body.category, 'INVALID_AUTHENTICATION');
			assert.equal(body.status, 'error');
			assert.match(body.correlationId, /^[0-9a-f-]{36}$/);
		}
	});

	it('names the scope that is missing with 403', async () => {
		const { status, body } = await ask(`${server.url}/crm/v3/objects/deals`, { headers: signed });
		assert.equal(status, 403);
		assert.equal(body.category, 'MISSING_SCOPES');
		assert.deepEqual(body.errors[0].context.requiredGranularScopes, ['crm.objects.deals.read']);
	});
});

describe('HubSpot: search', () => {
	it('pages by 200 at most, with the next number as text in paging.next.after', async () => {
		const first = await search({
			limit: 200,
			sorts: [{ propertyName: 'hs_object_id', direction: 'ASCENDING' }],
		});
		assert.equal(first.status, 200);
		assert.equal(first.body.total, 450);
		assert.equal(first.body.results.length, 200);
		assert.deepEqual(first.body.paging, { next: { after: '200' } });
		const last = await search({
			limit: 200,
			after: '400',
			sorts: [{ propertyName: 'hs_object_id', direction: 'ASCENDING' }],
		});
		assert.deepEqual(last.body.results.map(({ id }) => id).slice(0, 2), ['401', '402']);
		assert.equal(last.body.results.length, 50);
		assert.equal(last.body.paging, undefined);
	});

	it('gives ten if no limit is asked, and refuses more than 200', async () => {
		assert.equal((await search({})).body.results.length, 10);
		const { status, body } = await search({ limit: 201 });
		assert.equal(status, 400);
		assert.equal(body.category, 'VALIDATION_ERROR');
	});

	it('shows texts, null for what has no value, and the fixed ones', async () => {
		const { body } = await search({
			limit: 1,
			properties: ['hubspot_owner_id'],
			filterGroups: where({ propertyName: 'hs_object_id', operator: 'EQ', value: '10' }),
		});
		assert.deepEqual(body.results[0], {
			id: '10',
			properties: {
				createdate: iso(at(0)),
				hs_lastmodifieddate: iso(at(10)),
				hs_object_id: '10',
				hubspot_owner_id: null,
			},
			createdAt: iso(at(0)),
			updatedAt: iso(at(10)),
			archived: false,
		});
	});

	const counts = [
		[
			'from an epoch in milliseconds',
			{ propertyName: 'hs_lastmodifieddate', operator: 'GTE', value: String(at(441)) },
			10,
		],
		[
			'before an ISO time',
			{ propertyName: 'hs_lastmodifieddate', operator: 'LT', value: iso(at(11)) },
			10,
		],
		[
			'between, both ends in',
			{
				propertyName: 'hs_lastmodifieddate',
				operator: 'BETWEEN',
				value: String(at(1)),
				highValue: String(at(5)),
			},
			5,
		],
		['after an id, as numbers', { propertyName: 'hs_object_id', operator: 'GT', value: '99' }, 351],
		['in a list', { propertyName: 'hs_pipeline_stage', operator: 'IN', values: ['4', '9'] }, 225],
		[
			'not in a list',
			{ propertyName: 'hs_pipeline_stage', operator: 'NOT_IN', values: ['4'] },
			225,
		],
		['that have a value', { propertyName: 'hubspot_owner_id', operator: 'HAS_PROPERTY' }, 405],
		['that have none', { propertyName: 'hubspot_owner_id', operator: 'NOT_HAS_PROPERTY' }, 45],
	];
	for (const [name, filter, total] of counts)
		it(`finds those ${name}: ${total}`, async () => {
			assert.equal((await search({ filterGroups: where(filter) })).body.total, total);
		});

	it('joins filters of a group by and, groups by or', async () => {
		const id = (operator, value) => ({ propertyName: 'hs_object_id', operator, value });
		const { body } = await search({
			filterGroups: [
				{ filters: [id('GT', '10'), id('LTE', '12')] },
				{ filters: [id('EQ', '400')] },
			],
		});
		assert.equal(body.total, 3);
	});

	const wrong = [
		['two sorts', { sorts: ['hs_object_id', 'createdate'] }],
		[
			'an unknown operator',
			{ filterGroups: where({ propertyName: 'hs_object_id', operator: 'ABOUT', value: '1' }) },
		],
		[
			'an unknown property',
			{ filterGroups: where({ propertyName: 'nonsense', operator: 'EQ', value: '1' }) },
		],
		[
			'BETWEEN without its high value',
			{ filterGroups: where({ propertyName: 'hs_object_id', operator: 'BETWEEN', value: '1' }) },
		],
		['six groups', { filterGroups: Array.from({ length: 6 }, () => ({ filters: [] })) }],
		[
			'seven filters in a group',
			{
				filterGroups: where(
					...Array.from({ length: 7 }, () => ({
						propertyName: 'hs_object_id',
						operator: 'GT',
						value: '1',
					})),
				),
			},
		],
	];
	for (const [name, json] of wrong)
		it(`refuses ${name} with 400`, async () => {
			const { status, body } = await search(json);
			assert.equal(status, 400);
			assert.equal(body.category, 'VALIDATION_ERROR');
		});

	it('ends at 10,000 results with 400, though there are more', async () => {
		const large = await open(10001);
		const page = (after) =>
			search(
				{ limit: 200, after, sorts: [{ propertyName: 'hs_object_id', direction: 'ASCENDING' }] },
				large,
			);
		const last = await page('9800');
		assert.equal(last.status, 200);
		assert.equal(last.body.total, 10001);
		assert.deepEqual(last.body.paging, { next: { after: '10000' } });
		assert.equal((await page('10000')).status, 400);
		await large.stop();
	});
});

describe('HubSpot: batch read', () => {
	it('gives histories, newest first, and values', async () => {
		const { status, body } = await read({
			inputs: [{ id: '2' }],
			properties: ['hs_pipeline_stage'],
			propertiesWithHistory: ['hs_pipeline_stage'],
		});
		assert.equal(status, 200);
		assert.equal(body.status, 'COMPLETE');
		assert.deepEqual(body.results[0].propertiesWithHistory.hs_pipeline_stage[0], {
			value: '4',
			timestamp: iso(at(5)),
			sourceType: 'CRM_UI',
			updatedByUserId: 12,
		});
	});

	it('takes 50 with history and 100 without, no more', async () => {
		const ids = (count) => Array.from({ length: count }, (_, index) => ({ id: String(index + 1) }));
		assert.equal(
			(await read({ inputs: ids(50), propertiesWithHistory: ['hs_pipeline_stage'] })).status,
			200,
		);
		assert.equal(
			(await read({ inputs: ids(51), propertiesWithHistory: ['hs_pipeline_stage'] })).status,
			400,
		);
		assert.equal((await read({ inputs: ids(100), properties: [] })).status, 200);
		assert.equal((await read({ inputs: ids(101), properties: [] })).status, 400);
	});

	it('answers 207 for ids that are not there', async () => {
		const { status, body } = await read({
			inputs: [{ id: '1' }, { id: '999999' }],
			properties: [],
		});
		assert.equal(status, 207);
		assert.equal(body.results.length, 1);
		assert.equal(body.numErrors, 1);
		assert.deepEqual(body.errors[0].context, { ids: ['999999'] });
		assert.equal(body.errors[0].category, 'OBJECT_NOT_FOUND');
	});

	it('shows archived ones only where they are asked for', async () => {
		const own = await open(3);
		own.faults.add({ match: '/owners', kind: 'deleted', id: '2' });
		await ask(`${own.url}/crm/v3/owners`, { headers: signed });
		const found = await search({}, own);
		assert.deepEqual(found.body.results.map(({ id }) => id).sort(), ['1', '3']);
		const list = await ask(`${own.url}/crm/v3/objects/tickets`, {
			headers: signed,
			query: { archived: 'true' },
		});
		assert.deepEqual(
			list.body.results.map(({ id, archived }) => [id, archived]),
			[['2', true]],
		);
		await own.stop();
	});
});

describe('HubSpot: lists and settings', () => {
	const get = (path, query) => ask(`${server.url}${path}`, { headers: signed, query });

	it('lists by id, at most 100', async () => {
		const first = await get('/crm/v3/objects/tickets', {
			limit: '100',
			properties: 'hs_pipeline_stage',
		});
		assert.equal(first.body.results.length, 100);
		const next = await get('/crm/v3/objects/tickets', {
			limit: '100',
			after: first.body.paging.next.after,
		});
		assert.equal(next.body.results[0].id, '101');
		assert.equal((await get('/crm/v3/objects/tickets', { limit: '101' })).status, 400);
	});

	it('reads one, 404 if there is none', async () => {
		assert.equal((await get('/crm/v3/objects/tickets/7')).body.id, '7');
		assert.equal((await get('/crm/v3/objects/tickets/7000')).status, 404);
	});

	it('shows leavers among the owners only with archived=true', async () => {
		assert.deepEqual(
			(await get('/crm/v3/owners')).body.results.map(({ id }) => id),
			['881'],
		);
		assert.deepEqual(
			(await get('/crm/v3/owners', { archived: 'true' })).body.results.map(({ id }) => id),
			['882'],
		);
		assert.equal(
			(await get('/crm/v3/owners', { email: 'a@x.example' })).body.results[0].userId,
			12,
		);
	});

	it('tells of each stage whether it is closed, as text', async () => {
		const { body } = await get('/crm/v3/pipelines/tickets');
		assert.deepEqual(
			body.results[0].stages.map(({ id, metadata }) => [
				id,
				metadata.isClosed,
				metadata.ticketState,
			]),
			[
				['1', 'false', 'OPEN'],
				['4', 'true', 'CLOSED'],
			],
		);
	});

	it('answers at the dated paths too', async () => {
		const { body } = await ask(`${server.url}/crm/objects/2026-03/tickets/search`, {
			headers: signed,
			json: { limit: 1 },
		});
		assert.equal(body.total, 450);
	});
});

describe('HubSpot: limits', () => {
	it('refuses the sixth search of a second, without Retry-After and without limit headers', async () => {
		const slow = await open(1, { pace: 0.01 });
		const answers = await Promise.all(Array.from({ length: 7 }, () => search({}, slow)));
		const refused = answers.filter(({ status }) => status === 429);
		assert.equal(refused.length, 2);
		assert.equal(refused[0].body.policyName, 'SECONDLY');
		assert.equal(refused[0].headers.get('retry-after'), null);
		assert.equal(answers[0].headers.get('x-hubspot-ratelimit-max'), null);
		await slow.stop();
	});

	it('tells what is left of ten seconds elsewhere, and refuses beyond', async () => {
		const slow = await open(1, { pace: 0.001, perTenSeconds: 3 });
		const owners = () => ask(`${slow.url}/crm/v3/owners`, { headers: signed });
		const first = await owners();
		assert.equal(first.headers.get('x-hubspot-ratelimit-max'), '3');
		assert.equal(first.headers.get('x-hubspot-ratelimit-remaining'), '2');
		await owners();
		await owners();
		const { status, body } = await owners();
		assert.equal(status, 429);
		assert.equal(body.policyName, 'TEN_SECONDLY_ROLLING');
		await slow.stop();
	});
});
