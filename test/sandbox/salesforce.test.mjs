// The Salesforce sandbox against Salesforce's own descriptions (REST API, SOQL, Object Reference).
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { fixture } from '../../demo/sandbox/salesforce/fixture.mjs';
import { serve } from '../../demo/sandbox/server.mjs';
import { ask } from './ask.mjs';

const { system, credentials, sign, client } = fixture();
const { headers } = sign(credentials);
const ROOT = '/services/data/v62.0';

let server;
before(async () => void (server = await serve(system())));
after(async () => await server.stop());
const get = async (path, query = {}, on = server) =>
	await ask(`${on.url}${path}`, { headers, query });
const soql = async (q, on = server, what = 'query') => await get(`${ROOT}/${what}`, { q }, on);
const codeOf = ({ status, body }) => [status, body[0].errorCode];
const served = async (options, use) => {
	const own = await serve(system(options));
	await use(own);
	await own.stop();
};

describe('Salesforce: queries', () => {
	it('gives pages with a locator that works once, though the query went to queryAll', async () => {
		const one = await soql('SELECT Id FROM Case ORDER BY Id', server, 'queryAll');
		assert.deepEqual(
			[one.body.totalSize, one.body.done, one.body.records.length],
			[230, false, 100],
		);
		assert.match(one.body.nextRecordsUrl, /^\/services\/data\/v62\.0\/query\/01g\w+-100$/);
		const two = await get(one.body.nextRecordsUrl);
		assert.deepEqual([two.body.totalSize, two.body.records.length], [230, 100]);
		assert.deepEqual(codeOf(await get(one.body.nextRecordsUrl)), [400, 'INVALID_QUERY_LOCATOR']);
		const three = await get(two.body.nextRecordsUrl);
		assert.deepEqual([three.body.done, three.body.records.length], [true, 30]);
	});

	it('leaves deleted and merged rows out of query', async () => {
		const { body } = await soql('SELECT Id FROM Case');
		assert.equal(body.totalSize, 201);
		const all = await soql(
			'SELECT Id, MasterRecordId FROM Case WHERE IsDeleted = true',
			server,
			'queryAll',
		);
		assert.equal(all.body.totalSize, 29);
		assert.match(all.body.records[0].MasterRecordId, /^500/);
	});

	it('compares times without quotes, with zone, and tells them with an offset without a colon', async () => {
		const where = (condition) =>
			soql(`SELECT Id, SystemModstamp FROM Task WHERE ${condition} ORDER BY Id LIMIT 1`);
		const { body } = await where('SystemModstamp >= 2026-10-05T00:00:00Z');
		assert.match(body.records[0].SystemModstamp, /^2026-10-06T00:00:00\.000\+0000$/);
		assert.deepEqual(codeOf(await where("SystemModstamp >= '2026-10-05T00:00:00Z'")), [
			400,
			'INVALID_FIELD',
		]);
	});

	it('goes on after an ID, of 15 or of 18 characters', async () => {
		for (const id of ['5005i0000000100', '5005i0000000100AAA']) {
			const { body } = await soql(`SELECT Id FROM Case WHERE Id > '${id}' ORDER BY Id LIMIT 1`);
			assert.equal(body.records[0].Id, '5005i0000000101AAA');
		}
	});

	it('tells rows with their type, and parents inside', async () => {
		const { body } = await soql(
			'SELECT PermissionSet.PermissionsViewAllData FROM PermissionSetAssignment',
		);
		assert.equal(body.records[0].attributes.type, 'PermissionSetAssignment');
		assert.equal(body.records[0].PermissionSet.PermissionsViewAllData, true);
	});

	it('keeps each change of an owner twice, and each owner and status of a case', async () => {
		const where = "WHERE OpportunityId = '0065i0000000002AAA' AND Field = 'Owner'";
		const { body } = await soql(`SELECT OldValue, NewValue FROM OpportunityFieldHistory ${where}`);
		const pairs = body.records.map(({ OldValue, NewValue }) => [OldValue, NewValue]);
		assert.deepEqual(pairs, [
			['chen', 'li'],
			['0055i0000000003AAA', '0055i0000000001AAA'],
		]);
		const entries = await soql(
			"SELECT OwnerId, Status, PreviousUpdate FROM CaseHistory2 WHERE CaseId = '5005i0000000007AAA'",
		);
		assert.deepEqual(
			entries.body.records.map(({ Status }) => Status),
			['New', 'New', 'On Hold', 'Closed'],
		);
		assert.equal(entries.body.records[0].PreviousUpdate, null);
	});
});

describe('Salesforce: refusals', () => {
	const refused = [
		['SELECT Foo__c FROM Task', [400, 'INVALID_FIELD']],
		['SELECT Id FROM Tusk', [400, 'INVALID_TYPE']],
		['SELECT Id Task', [400, 'MALFORMED_QUERY']],
		['SELECT Id FROM Task WHERE Status LIKE x', [400, 'MALFORMED_QUERY']],
	];
	for (const [q, told] of refused)
		it(`refuses ${q}`, async () => assert.deepEqual(codeOf(await soql(q)), told));

	it('refuses what the user may not see as if it were not there', async () =>
		await served({ hidden: ['Task.Status', 'Case'] }, async (own) => {
			assert.deepEqual(codeOf(await soql('SELECT Status FROM Task', own)), [400, 'INVALID_FIELD']);
			assert.deepEqual(codeOf(await soql('SELECT Id FROM Case', own)), [400, 'INVALID_TYPE']);
			const { body } = await get(`${ROOT}/sobjects/Task/describe`, {}, own);
			assert.equal(body.fields.map(({ name }) => name).includes('Status'), false);
		}));

	it('shows a user without View All only a part, without an error', async () =>
		await served({ seesAll: false }, async (own) => {
			const { status, body } = await soql('SELECT OwnerId FROM Opportunity', own);
			assert.equal(status, 200);
			assert.deepEqual(
				[...new Set(body.records.map(({ OwnerId }) => OwnerId))],
				['0055i0000000001AAA'],
			);
		}));

	it('refuses more requests than a day has with 403 and no Retry-After', async () =>
		await served({ mostRequests: 1 }, async (own) => {
			const one = await soql('SELECT Id FROM User', own);
			assert.equal(one.headers.get('sforce-limit-info'), 'api-usage=1/1');
			const two = await soql('SELECT Id FROM User', own);
			assert.deepEqual(codeOf(two), [403, 'REQUEST_LIMIT_EXCEEDED']);
			assert.equal(two.headers.get('retry-after'), null);
		}));

	it('refuses an address of more than 16,384 characters', async () => {
		const { status } = await soql(`SELECT Id FROM User WHERE Id IN ('${'x'.repeat(17000)}')`);
		assert.equal(status, 431);
	});
});

describe('Salesforce: signing in', () => {
	const signIn = async (more) => {
		const form = { grant_type: 'client_credentials', client_id: client.id, ...more };
		const answer = await fetch(`${server.url}/services/oauth2/token`, {
			method: 'POST',
			body: new URLSearchParams(form),
		});
		return { status: answer.status, body: await answer.json() };
	};

	it('gives a token for the secret of the app, and tells who the user is', async () => {
		const { body } = await signIn({ client_secret: client.secret });
		const { body: found } = await ask(`${server.url}${ROOT}/`, {
			headers: { authorization: `Bearer ${body.access_token}` },
		});
		assert.match(found.identity, /\/id\/00D\w+\/0055i0000000001AAA$/);
	});

	it('refuses a wrong secret with 400, and an unknown token with 401', async () => {
		const { status, body } = await signIn({ client_secret: 'other' });
		assert.deepEqual([status, body.error], [400, 'invalid_client']);
		const other = await ask(`${server.url}${ROOT}/`, { headers: { authorization: 'Bearer x' } });
		assert.deepEqual(codeOf(other), [401, 'INVALID_SESSION_ID']);
	});
});
