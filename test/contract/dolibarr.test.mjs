// Dolibarr as built, over HTTP, against the sandbox. Run: npm run build && node --test test/contract/*.mjs
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allRights, fixture as fixtureOf } from '../../demo/sandbox/dolibarr/fixture.mjs';
import { assertMonth, assertNoSecret, reading as readingOf } from './reading.mjs';

const { streams, ...fixture } = fixtureOf();
const reading = async (stream, given, use) =>
	await readingOf({ ...fixture, streams: { [stream]: streams[stream] } }, given, use);
const numbers = Object.keys(streams);
const without = (...places) => {
	const rights = structuredClone(allRights);
	for (const [module, ...rest] of places.map((place) => place.split('.'))) {
		const last = rest.pop();
		delete rest.reduce((inner, name) => inner[name], rights[module])[last];
	}
	return rights;
};

for (const stream of numbers)
	for (const version of [15, 16, 18, 19, 20, 22])
		test(`${stream}: every planned record comes as planned from version ${version}`, async () =>
			await reading(stream, { options: { version } }, async ({ read }) => {
				const outcome = await read();
				assertMonth(outcome, streams[stream].evidence);
				assert.equal(outcome.coverage.received, 230);
			}));

const hour = (text) => text?.slice(5, 13) ?? '-';
const person = (handler) => handler?.replace('@x.example', '') ?? '-';
/** Of records 1 to 9: handler, status, assigned, completed (month-dayThour, UTC), errors. Record n was entered at 16:00 plus 2n hours of 4 October. */
const firstNine = ({ evidence }) =>
	evidence
		.filter(({ recordId }) => Number(recordId) < 10)
		.sort((a, b) => a.recordId - b.recordId)
		.map(({ recordId, handler, status, assignedAt, completedAt, errors }) =>
			[
				...[recordId, person(handler), status],
				...[hour(assignedAt), hour(completedAt), errors ?? '-'],
			].join(' '),
		);

const byHand = {
	'expenseReports: who approved or refused them': {
		stream: 'expenseReports',
		parameters: {},
		told: [
			'1 wu done 10-04T20 10-05T14 -',
			'2 li done - 10-05T05 -', // refused: it may have been refused before
			'3 wu done - 10-06T14 -', // refused, submitted again: when is not kept
			'4 li open 10-05T02 - -', // 5 is a draft
			'6 li cancelled 10-05T06 - -',
			'7 19 done 10-05T08 10-06T02 -', // a user who is gone
			'8 li open - - -', // submitted again
			'9 - open 10-05T12 - -', // nobody was asked
		],
	},
	'expenseReports: who submitted them': {
		stream: 'expenseReports',
		parameters: { handlerFrom: 'submitted' },
		told: [
			'1 li done 10-04T18 10-04T20 0',
			'2 wu open 10-04T20 - 1', // refused: it lies there again
			'3 li done 10-04T22 10-05T00 1',
			'4 wu done 10-05T00 10-05T02 0',
			'5 li open 10-05T02 - 0',
			'6 wu cancelled 10-05T04 - 0',
			'7 li done 10-05T06 10-05T08 0',
			'8 wu done 10-05T08 10-05T10 1',
			'9 li done 10-05T10 10-05T12 0',
		],
	},
	'proposals: to the first validation': {
		stream: 'proposals',
		parameters: {},
		told: [
			'1 wu done - 10-04T21 0', // li entered it
			'2 wu open 10-04T20 - 0',
			'3 li done 10-04T22 10-05T01 1', // taken back, validated again
			'4 wu done 10-05T00 10-05T03 0',
			'5 wu done - 10-05T05 0',
			'6 wu done 10-05T04 10-05T07 0',
			'7 li cancelled 10-05T06 - 0',
			'8 wu open 10-05T08 - 1', // back to draft
			'9 - open 10-05T10 - 0',
		],
	},
	'proposals: to the signature or the refusal': {
		stream: 'proposals',
		parameters: { doneWhen: 'decided' },
		told: [
			'1 li open 10-04T18 - 0',
			'2 wu open 10-04T20 - 0',
			'3 li open 10-04T22 - 0',
			'4 li done - 10-07T02 0',
			'5 wu done - 10-07T04 0',
			'6 li done - 10-07T06 0',
			'7 li cancelled 10-05T06 - 0',
			'8 wu open 10-05T08 - 0',
			'9 - open 10-05T10 - 0',
		],
	},
	'proposals: the last validation by the record, for who entered them': {
		stream: 'proposals',
		parameters: { doneWhen: 'validatedLast', handlerFrom: 'entered' },
		told: [
			'1 li done 10-04T18 10-04T21 -',
			'2 wu open 10-04T20 - -',
			'3 li done 10-04T22 10-06T04 -',
			'4 wu done 10-05T00 10-05T03 -',
			'5 li done 10-05T02 10-05T05 -',
			'6 wu done 10-05T04 10-05T07 -',
			'7 li cancelled 10-05T06 - -',
			'8 wu open 10-05T08 - -',
			'9 - open 10-05T10 - -',
		],
	},
	'tickets: by the agenda': {
		stream: 'tickets',
		parameters: {},
		told: [
			'1 li done 10-04T18 10-04T22 0', // entered with its assignee
			'2 wu done 10-04T22 10-05T05 0',
			'3 li done 10-04T23 10-05T03 1', // closed, opened again, closed
			'4 wu open 10-05T01 - 0',
			'5 - open - - 0',
			'6 wu cancelled 10-05T05 - 0', // abandoned
			'7 li done - 10-05T13 0', // assigned twice: the agenda does not say to whom
			'8 wu open - - 1', // opened again
			'9 wu done - 10-05T15 1', // handed on after its first closing, by wu
		],
	},
	'tickets: by the record alone': {
		stream: 'tickets',
		parameters: { steps: 'record' },
		told: [
			'1 li done - 10-04T22 -',
			'2 wu done - 10-05T05 -',
			'3 li done - 10-06T04 -',
			'4 wu open - - 0',
			'5 - open - - 0',
			'6 wu cancelled - - -',
			'7 li done - 10-05T13 -',
			'8 wu open - - 1',
			'9 li done - 10-07T02 -',
		],
	},
};
for (const [name, { stream, parameters, told }] of Object.entries(byHand))
	test(`the facts of the first records by hand: ${name}`, async () =>
		await reading(stream, {}, async ({ read }) => {
			const outcome = await read(parameters);
			assert.equal(outcome.coverage.gap, null);
			assert.deepEqual(firstNine(outcome), told);
		}));

test('the first response is no private note, and neither from outside nor from who asked', async () =>
	await reading('tickets', {}, async ({ read }) => {
		const { evidence } = await read();
		const answered = evidence
			.filter(({ recordId }) => ['2', '10', '11'].includes(recordId))
			.map(({ recordId, firstResponseAt }) => `${recordId} ${hour(firstResponseAt)}`);
		assert.deepEqual(answered.sort(), ['10 10-05T14', '11 -', '2 10-05T02']);
	}));

test('third parties by kind, by tag, and for each sales representative', async () =>
	await reading('thirdParties', {}, async ({ read }) => {
		const ids = async (parameters) =>
			(await read(parameters)).evidence.map(({ recordId }) => recordId).sort((a, b) => a - b);
		assert.deepEqual((await ids({ kinds: 'other' })).slice(0, 3), ['4', '8', '12']);
		assert.deepEqual((await ids({ kinds: 'prospect' })).slice(0, 4), ['2', '3', '6', '7']);
		assert.deepEqual((await ids({ categories: '3' })).slice(0, 4), ['5', '10', '15', '25']);
		const { evidence } = await read({ handlerFrom: 'represents', kinds: 'prospect' });
		assert.deepEqual(
			evidence.map(({ recordId, handler }) => `${recordId} ${person(handler)}`),
			['2/7 li', '2/8 wu'],
		);
	}));

test('tickets by type; logins, IDs and complementary attributes', async () =>
	await reading('tickets', {}, async ({ read }) => {
		const { evidence } = await read({
			types: 'ISSUE',
			handlerAs: 'login',
			fields: 'options_region',
		});
		assert.equal(evidence.length, 115);
		const one = evidence.find(({ recordId }) => recordId === '1');
		assert.deepEqual([one.handler, one.fields], ['li', { options_region: 'east' }]);
		const two = (await read({ types: 'COM', handlerAs: 'id', fields: 'options_region' })).evidence;
		const wu = two.find(({ recordId }) => recordId === '2');
		assert.deepEqual([wu.handler, wu.fields], ['8', { options_region: null }]);
	}));

for (const zone of [-12, 0, 14])
	test(`a change at the first moment is found, whatever the zone of the database: ${zone}`, async () => {
		const since = Date.parse('2026-08-31T00:00:00+08:00');
		const row = { id: '1', entity: '1', status: '2', tms: since, fk_user_validator: '7' };
		const data = { expensereports: [row], users: [] };
		await reading('expenseReports', { options: { data, zone } }, async ({ read }) => {
			const { evidence, coverage } = await read();
			assert.equal(coverage.gap, null);
			assert.deepEqual(
				evidence.map(({ recordId, handler }) => `${recordId} ${handler}`),
				['1 7'],
			);
		});
	});

for (const version of [16, 22])
	test(`a month without a record is complete, though version ${version} may call it not found`, async () => {
		for (const stream of numbers)
			await reading(stream, { options: { version, data: {} } }, async ({ read }) => {
				const { evidence, coverage } = await read();
				assert.deepEqual([evidence, coverage.gap, coverage.received], [[], null, 0]);
			});
	});

for (const stream of ['proposals', 'tickets'])
	test(`${stream} without their agenda events are told, not guessed`, async () =>
		await reading(stream, { options: { agenda: false } }, async ({ read }) => {
			const { coverage } = await read();
			assert.match(coverage.gap, /records could not be told .*agenda events do not lead to/);
			const record = stream === 'tickets' ? { steps: 'record' } : { doneWhen: 'validatedLast' };
			assert.equal((await read(record)).coverage.gap, null);
		}));

const unix = (text) => Date.parse(text) / 1000;
const tms = Date.parse('2026-10-09T00:00:00Z');
const noted = (elementtype, code, authorid) => ({
	...{ id: '1', entity: '1', elementtype, elementid: '1', code, authorid, tms },
	datep: unix('2026-10-08T03:00:00Z'),
});

test('a closed ticket without an assignee counts for who closed it', async () => {
	const ticket = {
		id: '1',
		entity: '1',
		status: '8',
		date_close: unix('2026-10-08T03:00:00Z'),
		tms,
	};
	const data = { tickets: [ticket], agendaevents: [noted('ticket', 'AC_TICKET_CLOSE', '8')] };
	await reading('tickets', { options: { data } }, async ({ read }) => {
		const { evidence } = await read({ handlerAs: 'id' });
		assert.deepEqual([evidence[0].handler, evidence[0].assignedAt], ['8', null]);
	});
});

test('a proposal that its customer signed counts for nobody, or for who entered it', async () => {
	const entered = unix('2026-10-08T01:00:00Z');
	const row = { id: '1', entity: '1', status: 2, user_author_id: '7', date_creation: entered, tms };
	const data = {
		proposals: [row],
		agendaevents: [noted('propal', 'AC_PROPAL_CLOSE_SIGNED', null)],
	};
	await reading('proposals', { options: { data } }, async ({ read }) => {
		const of = async (handlerFrom) =>
			(await read({ doneWhen: 'decided', handlerAs: 'id', handlerFrom })).evidence[0];
		const [step, author] = [await of('step'), await of('entered')];
		assert.deepEqual([step.handler, hour(step.assignedAt)], [null, '-']);
		assert.deepEqual([author.handler, hour(author.assignedAt)], ['7', '10-08T01']);
	});
});

test('a third party that is deleted before its representatives are asked for is gone', async () =>
	await reading('thirdParties', {}, async ({ read, server }) => {
		const match = '/thirdparties/2/representatives';
		server.faults.add({ match, kind: 'deleted', table: 'thirdparties', id: '2' });
		const { evidence, coverage } = await read({ handlerFrom: 'represents' });
		assert.equal(coverage.gap, null);
		assert.deepEqual(
			evidence.map(({ recordId }) => recordId),
			['4/8'],
		);
	}));

test('a state that is not a number is not taken for a draft', async () => {
	const data = { expensereports: [{ id: '1', entity: '1', status: '', tms }] };
	await reading('expenseReports', { options: { data } }, async ({ read }) => {
		assert.match((await read()).coverage.gap, /0\.status is not as documented/);
	});
});

test('events that are lost on the way are told: an empty page is no end', async () =>
	await reading('tickets', {}, async ({ read, server }) => {
		const match = '/agendaevents?sortfield=t.id&sortorder=ASC';
		server.faults.add({ match, kind: 'emptyPage', times: 'always' });
		const { coverage } = await read();
		assert.match(coverage.gap, /agenda events, page 1: the page is empty, though more are said/);
	}));

test('a ticket that was closed past its button is told', async () => {
	const row = { id: '1', entity: '1', status: '8', date_close: '', tms: Date.UTC(2026, 9, 9) };
	await reading('tickets', { options: { data: { tickets: [row] } } }, async ({ read }) => {
		assert.match((await read()).coverage.gap, /agenda events do not lead to/);
		assert.match((await read({ steps: 'record' })).coverage.gap, /it is closed, but not when/);
	});
});

for (const version of [15, 16, 22])
	test(`a wrong key is told without it, by version ${version}`, async () =>
		await reading(
			'tickets',
			{ options: { version }, credentials: { apiKey: 'wrong-key-9' } },
			async ({ read, check }) => {
				const outcome = await read();
				assert.match(outcome.coverage.gap, /does not accept the API key/);
				assert.match((await check()).message, /Dolibarr status: it does not accept the API key/);
				assertNoSecret(outcome, ['wrong-key-9']);
			},
		));

for (const version of [16, 22]) {
	test(`the test of the credential passes where all can be read, with version ${version}`, async () =>
		await reading('tickets', { options: { version } }, async ({ check }) => {
			const { ok, message } = await check();
			assert.ok(ok, message);
		}));

	test(`it names each right that is missing, with version ${version}`, async () => {
		const rights = without('ticket.read', 'propale.lire', 'agenda.myactions.read');
		await reading('tickets', { options: { version, rights } }, async ({ check }) => {
			const { ok, message } = await check();
			assert.equal(ok, false);
			for (const right of ['ticket → read', 'propale → lire', 'agenda → myactions → read'])
				assert.ok(message.includes(right), `${right} in ${message}`);
			assert.ok(!message.includes('expensereport → lire'), message);
		});
	});

	test(`who sees only some customers is told, not taken for an empty month, by version ${version}`, async () => {
		const rights = without('societe.client.voir');
		for (const stream of ['thirdParties', 'proposals', 'tickets'])
			await reading(stream, { options: { version, rights } }, async ({ read, check }) => {
				const { coverage } = await read();
				assert.match(coverage.gap, /sees only a part .*societe → client → voir/);
				assert.match((await check()).message, /sees only a part .*societe → client → voir/);
			});
	});
}

test('only what is read by the agenda takes a right to it', async () => {
	const options = { rights: without('agenda.allactions.read') };
	const byRecord = {
		thirdParties: {},
		proposals: { doneWhen: 'validatedLast' },
		tickets: { steps: 'record' },
	};
	for (const [stream, parameters] of Object.entries(byRecord))
		await reading(stream, { options }, async ({ read }) => {
			assert.equal((await read(parameters)).coverage.gap, null);
			if (stream === 'thirdParties') return;
			assert.match((await read()).coverage.gap, /agenda → allactions → read/);
		});
});

test('a user from outside is told', async () =>
	await reading('tickets', { options: { socid: '5' } }, async ({ read }) => {
		assert.match((await read()).coverage.gap, /belongs to a third party .*internal user/);
	}));

test('a module that is switched off is told', async () =>
	await reading('tickets', { options: { isOn: false } }, async ({ read }) => {
		assert.match((await read()).coverage.gap, /a web page came instead of JSON/);
	}));

test('a base URL may name the API; links lead to the pages', async () =>
	await reading('expenseReports', {}, async ({ read, server }) => {
		const { evidence } = await read({}, undefined, `${server.url}/api/index.php/`);
		assert.equal(evidence[0].recordUrl, `${server.url}/expensereport/card.php?id=1`);
	}));
