// Chatwoot as built, over HTTP, against the sandbox. Run: npm run build && node --test test/contract/*.mjs
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { describe, test } from 'node:test';
import { chatwoot } from '../../demo/sandbox/chatwoot.mjs';
import { fixture as fixtureOf } from '../../demo/sandbox/chatwoot/fixture.mjs';
import { serve } from '../../demo/sandbox/server.mjs';
import { axiosPort, portsOver } from '../pay/axiosPort.mjs';
import { assertMonth, assertNoSecret, reading } from './reading.mjs';

const { collectEvidence, listChoices } = createRequire(import.meta.url)('../../dist/src/index.js');
const fixture = fixtureOf();
const { evidence: planned } = fixture.streams.conversations;
const byNumber = (a, b) => a.recordId - b.recordId;

test('every planned conversation comes as planned, of more than a page in one second too', async () =>
	await reading(fixture, {}, async ({ read }) => {
		const outcome = await read();
		assertMonth(outcome, planned);
		const { received, expected } = outcome.coverage;
		assert.deepEqual([received, expected], [110, 110]);
	}));

test('the facts of the first ten conversations, by hand', async () =>
	await reading(fixture, {}, async ({ read }) => {
		const { evidence } = await read();
		const told = evidence
			.sort(byNumber)
			.slice(0, 10)
			.map(({ handler, status, errors, completedAt }) =>
				[handler, status, errors, completedAt?.slice(8, 16)].join(' '),
			);
		assert.deepEqual(told, [
			'wu@x.example done 1 04T22:00', // opened again and resolved again: the first time counts
			'li@x.example open 1 ', // opened again
			'wu@x.example open 0 ',
			'li@x.example open 0 ', // pending
			'wu@x.example open 0 ', // snoozed
			' cancelled 0 ', // of a blocked customer: resolved from the start
			' open 0 ', // a bot's
			'19 done 0 05T11:00', // of an agent who left
			'wu@x.example done 0 05T16:00', // whose resolution was written twice
			'li@x.example done 0 05T17:00',
		]);
	}));

test('what Chatwoot orders anew between pages is missed, and told', async () =>
	await reading(fixture, { options: { unstable: true } }, async ({ read }) => {
		const { coverage } = await read();
		assert.equal(coverage.complete, false);
		assert.match(coverage.gap, /^\d+ records came, but the system counts 110\. Read it again/);
	}));

test('a conversation that comes to the front while the list is read is not lost', async () =>
	await reading(fixture, {}, async ({ read, server }) => {
		server.faults.add({ match: '/conversations/filter?', kind: 'moved', times: 1, after: 1 });
		assertMonth(await read(), planned);
	}));

test('a limit of requests is waited for', async () =>
	await reading(fixture, {}, async ({ read, server, waits }) => {
		server.faults.add({ match: '/reporting_events', kind: '429', times: 2, after: 30 });
		assertMonth(await read(), planned);
		assert.deepEqual(waits, [1000, 1000]);
	}));

describe('the account', () => {
	const readAt = async (path, accounts) => {
		const server = await serve(fixture.system({ accounts }));
		const request = { system: 'chatwoot', stream: 'conversations', parameters: {} };
		const month = { period: '2026-10', timeZone: 'Asia/Shanghai', baseUrl: `${server.url}${path}` };
		const http = axiosPort(fixture.sign(fixture.credentials));
		const outcome = await collectEvidence({ ...request, ...month }, portsOver(http));
		await server.stop();
		return { ...outcome, url: server.url };
	};
	const one = { id: 1, name: 'Company', role: 'administrator' };
	const other = { id: 7, name: 'Other', role: 'administrator' };

	for (const path of ['', '/app/accounts/1', '/app/accounts/1/dashboard'])
		test(`is found from the base URL with ${path || 'nothing'} behind it`, async () => {
			const { evidence, coverage, url } = await readAt(path, [one]);
			assert.equal(coverage.gap, null);
			const [{ recordUrl }] = evidence.sort(byNumber);
			assert.equal(recordUrl, `${url}/app/accounts/1/conversations/1`);
		});

	test('has to be named where there are several', async () => {
		const { coverage } = await readAt('', [one, other]);
		assert.match(coverage.gap, /2 accounts\. Enter the Account ID.*1 \(Company\), 7 \(Other\)/);
		assert.equal((await readAt('/app/accounts/1', [one, other])).coverage.gap, null);
	});

	test('that the token does not have is told', async () => {
		const { coverage } = await readAt('/app/accounts/9', [one]);
		assert.match(coverage.gap, /the user has no account 9\. .*1 \(Company\)/);
	});
});

describe('the test of the credential', () => {
	test('passes', async () =>
		await reading(fixture, {}, async ({ check }) => {
			const { ok, message } = await check();
			assert.ok(ok, message);
		}));

	test('tells of an agent, who sees only a part; so does the reading', async () => {
		const options = { accounts: [{ id: 1, name: 'Company', role: 'agent' }] };
		await reading(fixture, { options }, async ({ check, read }) => {
			const told = /no administrator of account 1 and sees only.*role Administrator/;
			const { ok, message } = await check();
			assert.equal(ok, false);
			assert.match(message, told);
			assert.match((await read()).coverage.gap, told);
		});
	});

	test('tells of a Chatwoot without reporting events; so does the reading', async () =>
		await reading(fixture, { options: { enterprise: false } }, async ({ check, read }) => {
			const told = /no reporting events.*Use Chatwoot 4\.8 or later with its enterprise directory/;
			const { ok, message } = await check();
			assert.equal(ok, false);
			assert.match(message, told);
			assert.match((await read()).coverage.gap, told);
		}));
});

test('inboxes, teams and labels narrow it', async () =>
	await reading(fixture, {}, async ({ read }) => {
		const numbers = async (parameters) =>
			(await read(parameters)).evidence.sort(byNumber).map(({ recordId }) => Number(recordId));
		assert.deepEqual((await numbers({ inboxes: ['8'] })).slice(0, 3), [3, 6, 9]);
		assert.deepEqual((await numbers({ teams: ['3'] })).slice(0, 3), [4, 8, 12]);
		assert.deepEqual((await numbers({ labels: ['vip'] })).slice(0, 3), [5, 10, 15]);
		assert.deepEqual((await numbers({ labels: ['vip'], inboxes: ['8'] })).slice(0, 2), [15, 30]);
	}));

test('measures, fields and custom attributes; none in business hours where an inbox has none', async () =>
	await reading(fixture, {}, async ({ read }) => {
		const fields = {
			...{ first_response_time: '', first_response_business_time: '', resolution_time: '' },
			...{ reply_time: 'mean', labels: '', team: '', region: '', unknown: '' },
		};
		const { evidence } = await read({ fields });
		const of = (number) => evidence.find(({ recordId }) => recordId === String(number)).fields;
		assert.deepEqual(of(1), {
			...{ first_response_time: 3600, first_response_business_time: 1800, resolution_time: 14400 },
			...{ mean: 3600, labels: '', team: null, region: 'east', unknown: null },
		});
		assert.deepEqual([of(3).first_response_time, of(3).first_response_business_time], [3600, null]);
		assert.deepEqual([of(20).labels, of(20).team], ['vip, refund', 'service']);
	}));

test('agents by ID; time from the opening where that is chosen', async () =>
	await reading(fixture, {}, async ({ read }) => {
		const { evidence } = await read({ handlerAs: 'id', assignedFrom: 'opened' });
		const [{ handler, assignedAt }] = evidence.sort(byNumber);
		assert.deepEqual([handler, assignedAt], ['12', '2026-10-04T18:00:00.000Z']);
	}));

test('each resolution as a record of its own, with what is open since', async () =>
	await reading(fixture, {}, async ({ read }) => {
		const parameters = { recordIs: 'resolution', assignedFrom: 'opened' };
		const { evidence, coverage } = await read({ ...parameters, fields: 'reply_time' });
		assert.equal(coverage.gap, null);
		const told = evidence
			.filter(({ recordId }) => /^[123][/]/.test(recordId))
			.sort((a, b) => (a.recordId < b.recordId ? -1 : 1))
			.map(({ recordId, status, assignedAt, completedAt, firstResponseAt, errors, fields }) =>
				[
					...[recordId, status, assignedAt.slice(11, 16), completedAt?.slice(11, 16)],
					...[firstResponseAt?.slice(11, 16), errors, fields.reply_time],
				].join(' '),
			);
		assert.deepEqual(told, [
			'1/1 done 18:00 22:00 19:00  3600',
			'1/2 done 01:00 03:00   ', // opened again at 01:00
			'2/1 done 20:00 00:00 21:00  3600',
			'2/2 open 02:00    ',
			'3/1 open 22:00  23:00  3600',
		]);
	}));

test('a resolution that Chatwoot has not written down is not guessed at', async () => {
	const at = Date.UTC(2026, 9, 8) / 1000;
	const conversation = {
		...{ id: 5, inbox_id: 7, status: 'resolved', labels: [], meta: {} },
		...{ created_at: at, last_activity_at: at, updated_at: at },
	};
	const event = (name, hour) => ({
		...{ name, value: 1, user_id: 11, created_at: `2026-10-08T0${hour}:00:00.000Z` },
		event_end_time: `2026-10-08T0${hour}:00:00.000Z`,
	});
	const before = [event('conversation_resolved', 1), event('conversation_opened', 2)];
	for (const events of [[], before]) {
		const lists = { inboxes: [{ id: 7 }], teams: [], labels: [], attributes: [] };
		const agents = [{ id: 11, email: 'li@x.example' }];
		const data = { conversations: [conversation], events: { 5: events }, agents, ...lists };
		const system = () => chatwoot({ data, tokens: ['chatwoot-token-1'] });
		await reading({ ...fixture, system }, {}, async ({ read }) => {
			const { evidence, coverage } = await read();
			assert.equal(evidence.length, 0);
			assert.match(coverage.gap, /first: 5\): it is resolved, but its reporting events do not/);
		});
	}
});

test('inboxes, teams, labels and fields to choose from', async () =>
	await reading(fixture, {}, async ({ server }) => {
		const ports = portsOver(axiosPort({ headers: { api_access_token: 'chatwoot-token-1' } }));
		const choices = async (lookup) =>
			(
				await listChoices({ system: 'chatwoot', lookup, baseUrl: server.url, settings: {} }, ports)
			).map(({ value, label }) => `${value} ${label}`);
		assert.deepEqual(await choices('inboxes'), ['7 Website', '8 E-Mail']);
		assert.deepEqual(await choices('teams'), ['3 service']);
		assert.deepEqual(await choices('labels'), ['vip vip', 'refund refund']);
		const fields = await choices('conversationFields');
		assert.ok(fields.includes('reply_business_time reply_business_time'));
		assert.ok(fields.includes('region Region'));
	}));

test('a wrong token is told without it', async () =>
	await reading(fixture, { credentials: { accessToken: 'wrong-token-9' } }, async ({ read }) => {
		const outcome = await read();
		assert.match(outcome.coverage.gap, /does not accept the access token.*underscores_in_headers/);
		assertNoSecret(outcome, ['wrong-token-9']);
	}));
