// The Chatwoot sandbox, and what the connector asks of it, against Chatwoot's own description (by Prism) and code (4.15).
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import { fixture as fixtureOf } from '../../demo/sandbox/chatwoot/fixture.mjs';
import { serve } from '../../demo/sandbox/server.mjs';
import { throughPrism } from '../contract/prism.mjs';
import { portsOver } from '../pay/axiosPort.mjs';
import { ask } from './ask.mjs';

const library = createRequire(import.meta.url)('../../dist/src/index.js');
const fixture = fixtureOf();
const { headers } = fixture.sign(fixture.credentials);
const ACCOUNT = '/api/v1/accounts/1';

let server;
before(async () => void (server = await serve(fixture.system())));
after(async () => await server.stop());
const get = async (path, query = {}, given = headers, on = server) =>
	await ask(`${on.url}${path}`, { headers: given, query });
const filter = async (payload, query = {}) =>
	await ask(`${server.url}${ACCOUNT}/conversations/filter`, { headers, query, json: { payload } });
const since = (day) => [
	{ attribute_key: 'last_activity_at', filter_operator: 'is_greater_than', values: [day] },
];

/** Where the description, of 2024 and cut, is known not to be what Chatwoot does, and why. */
const isOld = [
	{
		...{ where: 'request', at: /^body\.payload\.0\.filter_operator$/ },
		why: 'lib/filters/filter_keys.yml allows is_greater_than for dates; no description names it',
	},
	{
		...{ where: 'answer', at: /\b(timestamp|agent_last_seen_at|contact_last_seen_at)$/ },
		why: 'the views give numbers (_conversation.json.jbuilder); the description of 4.15 says so',
	},
	{
		...{ where: 'answer', at: /\bstatus$/ },
		why: 'snoozed is a status since 2021 (app/models/conversation.rb), and in no description',
	},
];
const isNotThere = {
	'GET /api/v1/profile': 'cut from our copy',
	'GET /api/v1/accounts/{}/inboxes': 'cut from our copy',
	'GET /api/v1/accounts/{}/teams': 'cut from our copy',
	'GET /api/v1/accounts/{}/labels': 'cut from our copy',
	'GET /api/v1/accounts/{}/custom_attribute_definitions': 'cut from our copy',
	'GET /api/v1/accounts/{}/conversations/{}/reporting_events': 'new in 4.8 (November 2025)',
};

const fits = (rule, { where, at }) => rule.where === where && rule.at.test(at);
const isKnown = (one) =>
	one.message === 'Selected route not found'
		? one.route in isNotThere
		: isOld.some((rule) => fits(rule, one));
/** An exception that is met no more is to be taken out. */
const assertKnown = (found, where) => {
	assert.deepEqual(
		found.filter((one) => !isKnown(one)),
		[],
	);
	for (const rule of isOld.filter((one) => one.where === where))
		assert.ok(
			found.some((one) => fits(rule, one)),
			`not met: ${rule.why}`,
		);
};

describe('Chatwoot: what the connector asks and the sandbox answers fits the description', () => {
	const through = async (use) => {
		const { ask: send, found } = await throughPrism('chatwoot-support.json', server.url);
		const http = async ({ method, url, query, headers: own, body }) => {
			const path = new URL(url).pathname;
			const json = body === undefined ? {} : { 'content-type': 'application/json' };
			const answer = await send({
				...{ method, path, query, body },
				headers: { ...own, ...json, ...headers },
			});
			return { ...answer, body: JSON.stringify(answer.body) };
		};
		await use(http);
		return found;
	};
	const request = () => ({ system: 'chatwoot', baseUrl: server.url });

	it('in a month, in the test of the credential and in every list to choose from', async () => {
		const found = await through(async (http) => {
			const month = { stream: 'conversations', period: '2026-10', timeZone: 'Asia/Shanghai' };
			const parameters = { fields: 'reply_business_time' };
			const { evidence, coverage } = await library.collectEvidence(
				{ ...request(), ...month, parameters },
				portsOver(http),
			);
			assert.deepEqual([evidence.length, coverage.gap], [110, null]);
			assert.ok((await library.checkAccess(request(), http)).ok);
			for (const lookup of ['inboxes', 'teams', 'labels', 'conversationFields'])
				await library.listChoices({ ...request(), lookup, settings: {} }, portsOver(http));
		});
		assertKnown(found, 'request');
		const routes = found.filter(({ message }) => message === 'Selected route not found');
		assert.deepEqual(
			[...new Set(routes.map(({ route }) => route))].sort(),
			Object.keys(isNotThere).sort(),
		);
	});

	it('in the lists that the description has, row by row', async () => {
		const { ask: send, found } = await throughPrism('chatwoot-support.json', server.url);
		const read = async (path, query) =>
			await send({ method: 'GET', path: `${ACCOUNT}/${path}`, query, headers });
		for (const path of ['agents', 'conversations/5', 'conversations/999']) await read(path);
		for (const status of ['open', 'resolved', 'pending', 'snoozed'])
			await read('conversations', { status, page: '1' });
		assertKnown(found, 'answer');
	});

	it('and Prism would tell: of a request without a token, and of a wrong page', async () => {
		const { ask: send, found } = await throughPrism('chatwoot-support.json', server.url);
		await send({ method: 'GET', path: `${ACCOUNT}/agents` });
		await send({
			...{ method: 'GET', path: `${ACCOUNT}/conversations`, headers },
			query: { page: 'two' },
		});
		assert.deepEqual(
			found.filter((one) => !isKnown(one)).map(({ where, at }) => `${where} ${at}`),
			['request ', 'answer ', 'request query.page'],
		);
	});
});

describe('Chatwoot: conversations', () => {
	it('by last activity, the newest first, 25 a page, with their number', async () => {
		const one = (await filter(since('2026-10-01'))).body;
		assert.deepEqual([one.payload.length, one.meta.all_count], [25, 110]);
		const times = one.payload.map(({ last_activity_at: at }) => at);
		assert.deepEqual(
			times,
			[...times].sort((a, b) => b - a),
		);
		const last = (await filter(since('2026-10-01'), { page: '5' })).body;
		const none = (await filter(since('2026-10-01'), { page: '6' })).body;
		assert.deepEqual([last.payload.length, none.payload.length], [10, 0]);
	});

	it('leaves out the day that is_greater_than names, in UTC', async () => {
		const { payload } = (await filter(since('2026-10-20'))).body;
		const { all_count: count } = (await filter(since('2026-10-19'))).body.meta;
		assert.deepEqual([payload.length, count], [0, 40]);
	});

	it('refuses attributes and operators that it does not know', async () => {
		const [one] = since('2026-10-20');
		assert.equal((await filter([{ ...one, attribute_key: 'updated_at' }])).status, 422);
		assert.equal((await filter([{ ...one, filter_operator: 'contains' }])).status, 422);
	});

	it('shows a conversation in the list, the filter and alone as the same', async () => {
		const [one] = (await filter(since('2026-10-01'))).body.payload;
		const { data } = (await get(`${ACCOUNT}/conversations`, { status: 'all' })).body;
		assert.deepEqual(data.payload[0], one);
		assert.deepEqual((await get(`${ACCOUNT}/conversations/${one.id}`)).body, one);
	});

	it('lists open ones unless asked for all', async () => {
		const { payload } = (await get(`${ACCOUNT}/conversations`)).body.data;
		assert.deepEqual([...new Set(payload.map(({ status }) => status))], ['open']);
	});
});

describe('Chatwoot: reporting events', () => {
	it('are of one conversation, the oldest first, under a number that is not its own', async () => {
		const { body } = await get(`${ACCOUNT}/conversations/1/reporting_events`);
		assert.deepEqual(
			body.map(({ name }) => name),
			[
				...['first_response', 'reply_time', 'conversation_resolved'],
				...['conversation_opened', 'conversation_resolved'],
			],
		);
		assert.ok(body.every(({ conversation_id: id }) => id === 5001));
	});

	it('are a page of HTML in the community image, and JSON where the conversation is not there', async () => {
		const { status, body } = await get(`${ACCOUNT}/conversations/999/reporting_events`);
		assert.deepEqual([status, body], [404, { error: 'Resource could not be found' }]);
		const community = await serve(fixture.system({ enterprise: false }));
		const path = `${ACCOUNT}/conversations/1/reporting_events`;
		const refused = await get(path, {}, headers, community);
		assert.deepEqual([refused.status, refused.body], [404, undefined]);
		await community.stop();
	});
});

describe('Chatwoot: rights and limits', () => {
	it('is 401 without a token, with a wrong one, and for an account of others', async () => {
		assert.match((await get(`${ACCOUNT}/agents`, {}, {})).text, /You need to sign in/);
		const wrong = await get(`${ACCOUNT}/agents`, {}, { api_access_token: 'other' });
		assert.deepEqual([wrong.status, wrong.body], [401, { error: 'Invalid Access Token' }]);
		const { status } = await get('/api/v1/accounts/2/agents');
		assert.equal(status, 401);
	});

	it('leaves out what an agent may not see, without an error; the profile tells the role', async () => {
		const accounts = [{ id: 1, name: 'Company', role: 'agent' }];
		const own = await serve(fixture.system({ accounts }));
		const { body } = await get(`${ACCOUNT}/conversations`, { status: 'all' }, headers, own);
		assert.ok(body.data.meta.all_count < 110);
		assert.equal((await get('/api/v1/profile', {}, headers, own)).body.accounts[0].role, 'agent');
		await own.stop();
	});

	it('refuses too many with 429, without a word about when', async () => {
		const own = await serve(fixture.system({ perMinute: 1, pace: 0.001 }));
		assert.equal((await get('/api/v1/profile', {}, headers, own)).status, 200);
		const refused = await get('/api/v1/profile', {}, headers, own);
		assert.deepEqual(
			[refused.status, refused.text, refused.headers.get('retry-after')],
			[429, 'Retry later\n', null],
		);
		await own.stop();
	});
});
