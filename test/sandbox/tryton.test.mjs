// The Tryton sandbox against Tryton's own documentation and code (docs.tryton.org; trytond 6.0).
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { fixture } from '../../demo/sandbox/tryton/fixture.mjs';
import { date, datetime } from '../../demo/sandbox/tryton/values.mjs';
import { serve } from '../../demo/sandbox/server.mjs';
import { ask, basic } from './ask.mjs';

const { system, credentials, sign } = fixture();
const { headers } = sign(credentials);
const PAIR = `${credentials.username}:${credentials.password}`;
const CONTEXT = { company: 1 };

let server;
before(async () => void (server = await serve(system())));
after(async () => await server.stop());
const call = async (method, params, { on = server, given = headers } = {}) => {
	const { body, status, text } = await ask(`${on.url}/`, {
		headers: given,
		json: { id: 1, method, params },
	});
	return { ...body, status, text };
};
const page = (domain, fields, limit = 200) => [domain, 0, limit, [['id', 'ASC']], fields, CONTEXT];
const opportunities = async (...args) =>
	await call('model.sale.opportunity.search_read', page(...args));

describe('Tryton: searching', () => {
	it('takes clauses together, or any of them, and pages as it is asked', async () => {
		const all = await opportunities(['id', '>', 0], ['state'], null);
		assert.equal(all.result.length, 230);
		const after200 = await opportunities(
			[
				['state', '!=', 'x'],
				['id', '>', 200],
			],
			['state'],
		);
		assert.equal(after200.result.length, 30);
		const either = ['OR', [['id', '<=', 2]], [['id', '>', 229]]];
		const count = await call('model.sale.opportunity.search_count', [either, CONTEXT]);
		assert.equal(count.result, 3);
	});

	it('keeps no moment of a change until the first: it is later than none', async () => {
		const late = [
			['write_date', '>=', datetime(0)],
			['id', '<=', 10],
		];
		const { result } = await opportunities(late, ['write_date']);
		assert.deepEqual(
			result.map(({ id }) => id),
			[1, 2, 4, 5, 6, 8, 9, 10],
		);
		const [third] = (await opportunities(['id', '=', 3], ['write_date'])).result;
		assert.equal(third.write_date, null);
	});

	it('nests what is asked for of another record; null where there is none', async () => {
		const fields = ['move.create_uid.email', 'create_uid.email', 'state'];
		const { result } = await call(
			'model.account.invoice.search_read',
			page(['id', '<=', 6], fields),
		);
		const [posted, draft] = [result[1], result[5]];
		assert.deepEqual(posted['move.']['create_uid.'], { id: 5, email: 'li@x.example' });
		assert.deepEqual([draft.state, draft['move.']], ['draft', null]);
	});

	it('compares days', async () => {
		const day = date(Date.UTC(2026, 9, 5));
		const { result } = await call('model.timesheet.line.search_count', [
			['date', '=', day],
			CONTEXT,
		]);
		assert.equal(result, 10);
	});
});

describe('Tryton: earlier versions', () => {
	it('tells when records changed, newest first, and shows them as they were', async () => {
		const { result: revisions } = await call('model.sale.opportunity.history_revisions', [
			[10],
			CONTEXT,
		]);
		assert.equal(revisions.length, 3);
		const states = [];
		for (const [at, id] of revisions) {
			const then = { ...CONTEXT, _datetime: at };
			const { result } = await call('model.sale.opportunity.read', [[id], ['state'], then]);
			states.push(result[0].state);
		}
		assert.deepEqual(states, ['won', 'opportunity', 'lead']);
	});

	it('cannot show a record before it was there', async () => {
		const then = { ...CONTEXT, _datetime: datetime(0) };
		const { error } = await call('model.sale.opportunity.read', [[10], ['state'], then]);
		assert.match(error[1][0], /not allowed to read records/);
	});
});

describe('Tryton: refusals', () => {
	it('answers a wrong password with 401, without a word', async () => {
		const { status, text } = await call('model.res.user.get_preferences', [true, {}], {
			given: { authorization: basic('other:word') },
		});
		assert.deepEqual([status, text], [401, '']);
	});

	for (const [why, method, params, error] of [
		['an unknown model', 'model.no.such.read', [[1], [], CONTEXT], ["'no.such'", '']],
		[
			'an unknown field',
			'model.sale.opportunity.search_read',
			page([], ['nosuch']),
			["'nosuch'", ''],
		],
		['no context', 'model.sale.opportunity.search_count', [[]], ['Missing context argument', '']],
	])
		it(`tells ${why} with 200`, async () => {
			const answer = await call(method, params);
			assert.deepEqual([answer.status, answer.error], [200, error]);
		});

	it('tells a missing right with 200, and shows records of the own company only', async () => {
		const users = {
			[PAIR]: { company: 1, reads: ['account.invoice'] },
			'stranger:word': { company: 2 },
		};
		const on = await serve(system({ users }));
		const { error } = await call('model.sale.opportunity.search_count', [[], CONTEXT], { on });
		assert.match(error[1][0], /not allowed to access/);
		const given = { authorization: basic('stranger:word') };
		const strange = await call('model.sale.opportunity.search_count', [[], CONTEXT], { on, given });
		assert.equal(strange.result, 0);
		await on.stop();
	});
});
