// The Odoo sandbox against Odoo's own description (External JSON-2 API, External RPC API) and what Odoo 17 and 19 answer.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { allApprover, fixture } from '../../demo/sandbox/odoo/fixture.mjs';
import { serve } from '../../demo/sandbox/server.mjs';
import { ask } from './ask.mjs';

const { system, credentials, sign } = fixture();
const { headers } = sign(credentials);

let server, reports;
before(async () => {
	server = await serve(system());
	reports = await serve(fixture({ release: 17 }).system());
});
after(async () => await Promise.all([server.stop(), reports.stop()]));

const call = async (method, json, given = headers, on = server) =>
	await ask(`${on.url}/json/2/${method}`, { headers: given, json });
const rpc = async (args, on = reports) =>
	await ask(`${on.url}/jsonrpc`, {
		json: { jsonrpc: '2.0', id: 4, params: { service: 'object', method: 'execute_kw', args } },
	});
const signIn = ['company', 8, credentials.apiKey];

describe('Odoo: JSON-2', () => {
	it('takes named arguments and answers with the result itself', async () => {
		const { status, body } = await call('hr.expense/search_read', {
			...{ domain: [['id', '>', 2]], fields: ['state', 'manager_id'], order: 'id asc', limit: 1 },
		});
		const one = { id: 3, state: 'submitted', manager_id: [5, 'li@x.example'] };
		assert.deepEqual([status, body], [200, [one]]);
		assert.equal((await call('hr.expense/search_count', { domain: [] })).body, 230);
	});

	it('shows what is empty as false, and amounts as Python prints floats', async () => {
		const { text } = await call('hr.expense/search_read', {
			...{ domain: [['id', '=', 1]], fields: ['approval_date', 'total_amount'] },
		});
		assert.equal(text, '[{"id":1,"approval_date":false,"total_amount":101.0}]');
	});

	it('includes the moment of a domain, and joins terms by what stands before them', async () => {
		const count = async (domain) => (await call('hr.expense/search_count', { domain })).body;
		const moment = '2026-10-05 00:00:00'; // 3 was written before it, 1 and 4 at it
		assert.equal(await count([['write_date', '>=', moment]]), 229);
		assert.equal(await count([['write_date', '>', moment]]), 227);
		assert.equal(await count(['|', ['id', '=', 1], ['id', '=', 3]]), 2);
		assert.equal(await count([['id', 'in', [1, 3]], '!', ['state', '=', 'refused']]), 1);
	});

	it('hides archived records unless it is asked for them', async () => {
		const domain = [['id', 'in', [1, 2]]]; // 1 is lost
		const shown = async (context) =>
			(await call('crm.lead/search_read', { domain, fields: ['active'], context })).body;
		assert.deepEqual(await shown({}), [{ id: 2, active: true }]);
		assert.equal((await shown({ active_test: false })).length, 2);
		assert.equal((await call('crm.lead/search_count', { domain })).body, 1);
	});

	it('refuses by status, with the exception and its message', async () => {
		const told = async (method, json, given) => {
			const { status, body } = await call(method, json, given);
			return [status, body.name.replace(/.*\./, ''), body.message.split('\n')[0]];
		};
		assert.deepEqual(await told('res.users/search_count', { domain: [] }, {}), [
			...[401, 'Unauthorized', 'Invalid apikey'],
		]);
		assert.deepEqual(await told('no.model/search_count', { domain: [] }), [
			...[404, 'NotFound', "the model 'no.model' does not exist"],
		]);
		assert.deepEqual(await told('hr.expense/search_read', { fields: ['nofield'] }), [
			...[500, 'ValueError', "Invalid field 'nofield' on 'hr.expense'"],
		]);
		assert.equal((await told('hr.expense/search_read', { domian: [] }))[1], 'TypeError');
		assert.equal((await told('ir.model.fields/search_read', {}))[1], 'AccessError');
	});

	it('answers with a page where it does not know the database', async () => {
		const other = { ...headers, 'x-odoo-database': 'other' };
		const { status, text } = await call('hr.expense/search_count', { domain: [] }, other);
		assert.equal(status, 404);
		assert.match(text, /^<!DOCTYPE html>/);
	});
});

describe('Odoo: rights', () => {
	it('shows tracked changes to administrators and groups that may read them', async () => {
		const own = await serve(fixture({ groups: allApprover }).system());
		const { status, body } = await call('mail.tracking.value/search_read', {}, headers, own);
		assert.deepEqual([status, body.name], [403, 'odoo.exceptions.AccessError']);
		await own.stop();
		const { body: rows } = await call('mail.tracking.value/search_read', {
			...{ domain: [['mail_message_id', 'in', [1002, 1003]]], order: 'id asc' },
			fields: ['field_id', 'old_value_char', 'new_value_char'],
		});
		const field_id = [6282, 'Status (Expense)'];
		// In the language of the person who acted.
		assert.deepEqual(rows, [
			{ id: 501, field_id, old_value_char: 'Draft', new_value_char: 'Submitted' },
			{ id: 502, field_id, old_value_char: '已提交', new_value_char: '已拒绝' },
		]);
	});

	it('hides rows by record rules without an error', async () => {
		const team = ['base.group_user', 'hr_expense.group_hr_expense_team_approver'];
		const own = await serve(fixture({ groups: team }).system());
		const { status, body } = await call('hr.expense/search_count', { domain: [] }, headers, own);
		assert.deepEqual([status, body], [200, 0]);
		await own.stop();
	});

	it('tells whether a user is in a group: of a record from 18 on, before that without one', async () => {
		const group_ext_id = 'hr_expense.group_hr_expense_user';
		assert.equal((await call('res.users/has_group', { ids: [8], group_ext_id })).body, true);
		assert.equal((await call('res.users/has_group', { group_ext_id })).status, 500);
		const asked = async (args) =>
			(await rpc([...signIn, 'res.users', 'has_group', args, { group_ext_id }])).body;
		assert.equal((await asked([])).result, true);
		assert.equal((await asked([[8]])).error.data.name, 'builtins.TypeError');
	});
});

describe('Odoo: JSON-RPC', () => {
	it('takes arguments by place and by name, in an envelope', async () => {
		const fields = { fields: ['state', 'user_id'], order: 'id asc', limit: 1 };
		const { status, body } = await rpc([
			...signIn,
			...['hr.expense.sheet', 'search_read', [[['id', '>', 2]]], fields],
		]);
		const result = [{ id: 3, state: 'submit', user_id: [5, 'li@x.example'] }];
		assert.deepEqual([status, body], [200, { jsonrpc: '2.0', id: 4, result }]);
	});

	it('refuses with HTTP 200', async () => {
		const told = async (args) => {
			const { status, body } = await rpc([...args, [[]], {}]);
			return [status, body.error.data.name, body.error.data.message.trim()];
		};
		const count = ['hr.expense.sheet', 'search_count'];
		assert.deepEqual(await told(['company', 8, 'other', ...count]), [
			...[200, 'odoo.exceptions.AccessDenied', 'Access Denied'],
		]);
		assert.match((await told(['other', 8, 'k', ...count]))[2], /database "other" does not exist/);
		const [, name, message] = await told([...signIn, 'no.model', 'search_count']);
		assert.deepEqual(
			[name, message],
			['odoo.exceptions.UserError', "Object no.model doesn't exist"],
		);
	});

	it('has no JSON-2 before Odoo 19', async () =>
		assert.equal((await call('hr.expense/search_count', {}, headers, reports)).status, 404));
});
