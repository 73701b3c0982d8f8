// The Zendesk sandbox against Zendesk's own description (incremental exports, pagination, errors, rate limits).
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { serve } from '../../demo/sandbox/server.mjs';
import { zendesk } from '../../demo/sandbox/zendesk.mjs';
import { ask, basic } from './ask.mjs';

const START = Math.floor(Date.UTC(2026, 9, 1) / 1000);
const NOW = (START + 100000) * 1000;
const iso = (seconds) => new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');

/** Ticket 1 to `count`, three in each second; ticket 5 is deleted. */
const ticket = (id) => {
	const at = START + Math.floor(id / 3);
	return {
		id,
		status: id === 5 ? 'deleted' : 'solved',
		created_at: iso(at),
		updated_at: iso(at),
		generated_timestamp: at,
		assignee_id: 7,
		tags: [],
		metrics: id === 5 ? undefined : { id: 900 + id, reopens: 0, solved_at: iso(at) },
		audits: [
			{
				id: id * 10,
				created_at: iso(at),
				author_id: 7,
				events: [{ id: id * 10 + 1, type: 'Create', field_name: 'status', value: 'open' }],
			},
		],
		metricEvents: [
			{ id: id * 10, metric: 'agent_work_time', instance_id: 1, type: 'activate', time: iso(at) },
		],
	};
};

const desk = (count) => ({
	users: [
		{ id: 7, name: 'A', email: 'a@x.example', role: 'agent', updated_at: iso(START) },
		{ id: 8, name: 'B', email: 'b@x.example', role: 'admin', updated_at: iso(START) },
		{ id: 9, name: 'C', email: 'c@x.example', role: 'end-user', updated_at: iso(START) },
	],
	groups: [{ id: 1, name: 'G' }],
	ticket_fields: [{ id: 1, title: 'Subject' }],
	tickets: Array.from({ length: count }, (_, index) => ticket(index + 1)),
});

const tokens = {
	'b@x.example/token:secret': { email: 'b@x.example', role: 'admin' },
	'a@x.example/token:secret': { email: 'a@x.example', role: 'agent' },
	bearer: { email: 'b@x.example', role: 'admin' },
};
const admin = { authorization: basic('b@x.example/token:secret') };
const agent = { authorization: basic('a@x.example/token:secret') };

let server;
const open = (given = {}, count = 250) =>
	serve(zendesk({ data: desk(count), tokens, pace: 1e6, now: () => NOW, ...given }));
const get = (path, query, { headers = admin, on = server } = {}) =>
	ask(`${on.url}${path}`, { headers, query });
const tickets = (query, more) => get('/api/v2/incremental/tickets/cursor.json', query, more);

before(async () => void (server = await open()));
after(() => server.stop());

describe('Zendesk: who may', () => {
	it('refuses a wrong token with 401 and takes basic and bearer', async () => {
		const wrong = await get(
			'/api/v2/users',
			{},
			{ headers: { authorization: basic('b@x.example/token:no') } },
		);
		assert.deepEqual([wrong.status, wrong.body], [401, { error: "Couldn't authenticate you" }]);
		assert.equal(
			(await get('/api/v2/users', {}, { headers: { authorization: 'Bearer bearer' } })).status,
			200,
		);
	});

	it('shows nobody at users/me without credentials, with 200', async () => {
		const { status, body } = await get('/api/v2/users/me.json', {}, { headers: {} });
		assert.equal(status, 200);
		assert.equal(body.user.id, null);
		assert.equal((await get('/api/v2/tickets.json', {}, { headers: {} })).status, 401);
	});

	it('keeps exports for admins: 403 for an agent, who may read tickets', async () => {
		const { status, body } = await tickets({ start_time: String(START) }, { headers: agent });
		assert.equal(status, 403);
		assert.equal(body.error.title, 'Forbidden');
		assert.equal((await get('/api/v2/tickets/1', {}, { headers: agent })).status, 200);
	});

	it('knows two kinds of 404', async () => {
		assert.equal((await get('/api/v2/nonsense')).body.error, 'InvalidEndpoint');
		assert.equal((await get('/api/v2/tickets/99999')).body.error, 'RecordNotFound');
	});
});

describe('Zendesk: tickets by cursor', () => {
	it('walks all pages once, with the cursor of Zendesk’s form', async () => {
		const ids = [];
		let query = { start_time: String(START), per_page: '100' };
		for (let page = 0; page < 10; page += 1) {
			const { body } = await tickets(query);
			ids.push(...body.tickets.map(({ id }) => id));
			assert.equal(
				Buffer.from(body.after_cursor, 'base64').toString(),
				`${body.tickets.at(-1).generated_timestamp}.0||${body.tickets.at(-1).id}|`,
			);
			if (body.end_of_stream) break;
			query = { cursor: body.after_cursor, per_page: '100' };
		}
		assert.equal(ids.length, 250);
		assert.equal(new Set(ids).size, 250);
	});

	it('gives an after_url that leads on, and keeps the side-loads in it', async () => {
		const first = await tickets({
			start_time: String(START),
			per_page: '200',
			include: 'metric_sets',
		});
		const next = await ask(first.body.after_url, { headers: admin });
		assert.equal(next.body.tickets.length, 50);
		assert.equal(next.body.end_of_stream, true);
		assert.equal(next.body.tickets[0].metric_set.ticket_id, next.body.tickets[0].id);
	});

	it('has deleted ones with their status and without metrics, unless they are excluded', async () => {
		const all = await tickets({ start_time: String(START), include: 'metric_sets' });
		const gone = all.body.tickets.find(({ id }) => id === 5);
		assert.deepEqual([gone.status, gone.metric_set], ['deleted', undefined]);
		const live = await tickets({ start_time: String(START), exclude_deleted: 'true' });
		assert.equal(live.body.tickets.length, 249);
	});

	it('gives 1,000 a page at most', async () => {
		const large = await open({}, 1200);
		const { body } = await tickets({ start_time: String(START), per_page: '5000' }, { on: large });
		assert.equal(body.tickets.length, 1000);
		assert.equal(body.end_of_stream, false);
		await large.stop();
	});

	it('refuses a start in the last minute, a missing one, a cursor that is none', async () => {
		const recent = await tickets({ start_time: String(NOW / 1000 - 30) });
		assert.equal(recent.status, 422);
		assert.match(recent.body.description, /^Too recent start_time/);
		assert.equal((await tickets({})).status, 400);
		assert.equal(
			(await tickets({ cursor: 'nonsense' })).body.errors[0].code,
			'InvalidPaginationParameter',
		);
	});

	it('leaves out what changed in the last minute', async () => {
		const own = await open({ now: () => (START + 83) * 1000 });
		const { body } = await tickets({ start_time: String(START) }, { on: own });
		assert.deepEqual(body.tickets.map(({ generated_timestamp: at }) => at - START).at(-1), 23);
		await own.stop();
	});

	it('has a ticket again at the end after a system change, its updated_at unchanged', async () => {
		const own = await open();
		own.faults.add({ match: '/groups', kind: 'moved', id: 1 });
		await get('/api/v2/groups', {}, { on: own });
		const { body } = await tickets({ start_time: String(START) }, { on: own });
		assert.equal(body.tickets.at(-1).id, 1);
		assert.equal(body.tickets.at(-1).updated_at, iso(START));
		await own.stop();
	});
});

describe('Zendesk: by time', () => {
	it('begins the next page at the second of the last row: rows come twice', async () => {
		const first = await get('/api/v2/incremental/ticket_metric_events.json', {
			start_time: String(START),
			per_page: '100',
		});
		assert.equal(first.body.count, first.body.ticket_metric_events.length);
		assert.equal(
			first.body.next_page,
			`${server.url}/api/v2/incremental/ticket_metric_events.json?start_time=${first.body.end_time}`,
		);
		const ids = new Set(first.body.ticket_metric_events.map(({ id }) => id));
		let body = first.body;
		let repeated = 0;
		while (!body.end_of_stream) {
			({ body } = await ask(`${body.next_page}&per_page=100`, { headers: admin }));
			repeated += body.ticket_metric_events.filter(({ id }) => ids.has(id)).length;
			for (const { id } of body.ticket_metric_events) ids.add(id);
		}
		assert.equal(ids.size, 250);
		assert.ok(repeated > 0);
	});

	it('pages metric events by cursor too, 100 at most', async () => {
		const { body } = await get('/api/v2/incremental/ticket_metric_events', {
			start_time: String(START),
			'page[size]': '1000',
		});
		assert.equal(body.ticket_metric_events.length, 100);
		assert.equal(body.meta.has_more, true);
		assert.ok(body.links.next.includes('page%5Bafter%5D='));
	});
});

describe('Zendesk: lists', () => {
	it('pages by cursor, 100 at most', async () => {
		const first = await get('/api/v2/tickets', { 'page[size]': '100' });
		assert.equal(first.body.tickets.length, 100);
		const next = await ask(first.body.links.next, { headers: admin });
		assert.equal(next.body.tickets.length, 100);
		assert.equal(next.body.tickets[0].id, first.body.tickets.at(-1).id + 1);
	});

	it('pages by number, and refuses beyond 10,000 records', async () => {
		const first = await get('/api/v2/tickets.json', { per_page: '100' });
		assert.equal(first.body.count, 249);
		assert.equal(first.body.previous_page, null);
		const second = await ask(first.body.next_page, { headers: admin });
		assert.equal(second.body.tickets.length, 100);
		const deep = await get('/api/v2/tickets.json', { page: '101' });
		assert.equal(deep.status, 400);
		assert.equal(deep.body.errors[0].code, 'InvalidPaginationDepth');
	});

	it('finds users by role, by id, by query', async () => {
		const staff = await get('/api/v2/users', { 'role[]': 'agent' });
		assert.deepEqual(
			staff.body.users.map(({ id }) => id),
			[7],
		);
		assert.deepEqual(
			(await get('/api/v2/users/show_many', { ids: '7,9' })).body.users.map(({ id }) => id),
			[7, 9],
		);
		assert.equal((await get('/api/v2/users/me')).body.user.role, 'admin');
	});

	it('has audits and metrics of a ticket, and none of a deleted one', async () => {
		const { body } = await get('/api/v2/tickets/3/audits.json');
		assert.deepEqual(
			body.audits.map(({ ticket_id: id, events }) => [id, events[0].value]),
			[[3, 'open']],
		);
		assert.equal((await get('/api/v2/tickets/3/metrics')).body.ticket_metric.reopens, 0);
		assert.equal((await get('/api/v2/tickets/5/audits')).status, 404);
	});
});

describe('Zendesk: limits', () => {
	it('allows ten exports a minute, then 429 with Retry-After in seconds', async () => {
		const slow = await open({ pace: 1 });
		for (let call = 0; call < 10; call += 1)
			assert.equal((await tickets({ start_time: String(START) }, { on: slow })).status, 200);
		const { status, headers, body } = await tickets({ start_time: String(START) }, { on: slow });
		assert.equal(status, 429);
		assert.match(headers.get('retry-after'), /^[1-6]$/);
		assert.equal(body.error, 'APIRateLimitExceeded');
		assert.equal((await get('/api/v2/groups', {}, { on: slow })).status, 200);
		await slow.stop();
	});

	it('tells what is left of its exports, thirty a minute with the High Volume add-on', async () => {
		const many = await open({ pace: 1, exportsPerMinute: 30 });
		const { headers } = await tickets({ start_time: String(START) }, { on: many });
		assert.match(
			headers.get('zendesk-ratelimit-incremental-exports'),
			/^total=30; remaining=29; resets=\d+$/,
		);
		assert.equal(
			(await get('/api/v2/groups', {}, { on: many })).headers.get(
				'zendesk-ratelimit-incremental-exports',
			),
			null,
		);
		await many.stop();
	});

	it('tells what is left of the plan’s requests', async () => {
		const slow = await open({ pace: 1, plan: 'team' });
		const { headers } = await get('/api/v2/groups', {}, { on: slow });
		assert.equal(headers.get('x-rate-limit'), '200');
		assert.equal(headers.get('x-rate-limit-remaining'), '199');
		assert.match(headers.get('ratelimit-reset'), /^\d+$/);
		await slow.stop();
	});
});
