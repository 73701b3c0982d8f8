// The Redmine sandbox against Redmine's own description (redmine.org → Rest API; code of 5.0).
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { fixture } from '../../demo/sandbox/redmine/fixture.mjs';
import { serve } from '../../demo/sandbox/server.mjs';
import { ask } from './ask.mjs';

const { system, credentials, sign } = fixture();
const { headers } = sign(credentials);
const ALL = { status_id: '*', sort: 'id:asc' };

let server;
before(async () => void (server = await serve(system())));
after(async () => await server.stop());
const get = async (path, query = {}, on = server, given = headers) =>
	await ask(on.url + path, { headers: given, query });

describe('Redmine: lists of issues', () => {
	for (const [limit, rows] of [
		[undefined, 25],
		['100', 100],
		['500', 100],
	])
		it(`gives ${rows} rows for limit=${limit}`, async () => {
			const query = limit === undefined ? ALL : { ...ALL, limit };
			const { issues, total_count: total } = (await get('/issues.json', query)).body;
			assert.deepEqual([issues.length, total], [rows, 210]);
		});

	it('leaves closed issues out unless it is asked for all', async () => {
		assert.equal((await get('/issues.json')).body.total_count, 63);
		assert.equal((await get('/issues.json', { status_id: '999' })).body.total_count, 0);
	});

	it('goes on after a number, and includes the moment that is asked for', async () => {
		const onward = await get('/issues.json', { ...ALL, issue_id: '>=201' });
		assert.deepEqual([onward.body.total_count, onward.body.issues[0].id], [10, 201]);
		const [last] = (await get('/issues.json', { ...ALL, issue_id: '210' })).body.issues;
		const since = { ...ALL, updated_on: `>=${last.updated_on}` };
		assert.ok((await get('/issues.json', since)).body.issues.some(({ id }) => id === 210));
	});

	it('refuses a moment that is none', async () => {
		const { status, body } = await get('/issues.json', { updated_on: '>=bogus' });
		assert.deepEqual([status, body], [422, { errors: ['Updated is invalid'] }]);
	});

	it('gives journals of a single issue only, with the values as numbers in text', async () => {
		assert.equal((await get('/issues.json', ALL)).body.issues[0].journals, undefined);
		assert.equal((await get('/issues/1.json')).body.issue.journals, undefined);
		const { issue } = (await get('/issues/1.json', { include: 'journals' })).body;
		const [{ details }] = issue.journals;
		assert.deepEqual(details, [
			{ property: 'attr', name: 'status_id', old_value: '1', new_value: '2' },
		]);
	});
});

describe('Redmine: rights', () => {
	const empty = async (answer) => {
		const { status, text } = await answer;
		return [status, text];
	};
	it('refuses without a word', async () => {
		const wrong = { 'x-redmine-api-key': 'other' };
		assert.deepEqual(await empty(get('/issues.json', {}, server, wrong)), [401, '']);
		assert.deepEqual(await empty(get('/issues/999.json')), [404, '']);
		const blind = await serve(system({ mayView: false }));
		assert.deepEqual(await empty(get('/issues.json', {}, blind)), [403, '']);
		await blind.stop();
	});

	it('leaves out issues of projects that the user is no member of', async () => {
		const outsider = await serve(system({ shownProjects: [] }));
		assert.equal((await get('/issues.json', ALL, outsider)).body.total_count, 0);
		await outsider.stop();
	});

	it('has no user of the number of a group, and shows no address', async () => {
		assert.equal((await get('/users/9.json')).status, 404);
		const { user } = (await get('/users/5.json')).body;
		assert.deepEqual([user.login, user.mail], ['li', undefined]);
	});
});
