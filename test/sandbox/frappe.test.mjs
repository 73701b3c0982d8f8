// The Frappe sandbox against Frappe's own source (api/v1.py, client.py, exceptions.py, rate_limiter.py, workflow).
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { frappe } from '../../demo/sandbox/frappe.mjs';
import { serve } from '../../demo/sandbox/server.mjs';
import { ask, basic } from './ask.mjs';

const NOW = Date.UTC(2026, 10, 6, 1, 30, 0, 250);

const claim = (number) => ({
	name: `HR-EXP-2026-${String(number).padStart(5, '0')}`,
	employee: 'HR-EMP-00001',
	company: 'X',
	expense_approver: number % 2 === 0 ? 'a@x.example' : 'b@x.example',
	approval_status: number % 3 === 0 ? 'Rejected' : 'Approved',
	total_claimed_amount: number,
	posting_date: '2026-10-08',
	docstatus: 1,
	creation: `2026-10-${String(number).padStart(2, '0')} 09:00:00.000000`,
	modified: `2026-10-${String(number).padStart(2, '0')} 18:30:00.123456`,
	expenses: [{ name: 'row', parent: 'x', idx: 1, amount: number }],
});

const site = () => ({
	timeZone: 'Asia/Shanghai',
	since: '2025-01-06 10:00:00.000000',
	trackChanges: ['Expense Claim'],
	documents: {
		Company: [{ name: 'X', company_name: 'X', default_currency: 'CNY' }],
		Employee: [
			{
				name: 'HR-EMP-00001',
				first_name: 'A',
				company: 'X',
				date_of_joining: '2025-01-06',
				user_id: 'a@x.example',
			},
		],
		'Expense Claim': Array.from({ length: 25 }, (_, index) => claim(index + 1)),
		Version: [
			{
				name: 'v1',
				ref_doctype: 'Expense Claim',
				docname: 'HR-EXP-2026-00001',
				data: '{"changed":[["docstatus",0,1]]}',
			},
		],
	},
});

const tokens = {
	'hr:secret': { user: 'hr@x.example', roles: ['HR User'] },
	'reader:secret': { user: 'reader@x.example', roles: ['Performance Reader'] },
	'admin:secret': { user: 'admin@x.example', roles: ['System Manager', 'HR User'] },
	'some:secret': {
		user: 'some@x.example',
		roles: ['HR User'],
		sees: { 'Expense Claim': ({ expense_approver: by }) => by === 'a@x.example' },
	},
};
const as = (who) => ({ authorization: `token ${who}:secret` });

let server;
const open = (given = {}) => serve(frappe({ data: site(), tokens, now: () => NOW, ...given }));
before(async () => void (server = await open()));
after(() => server.stop());

const get = (path, query, headers = as('reader')) =>
	ask(`${server.url}${path}`, { headers, query });
const claims = (query, headers) => get('/api/resource/Expense Claim', query, headers);
const namesOf = ({ body }) => body.data.map(({ name }) => Number(name.slice(-5)));

describe('Frappe: who may', () => {
	it('takes token and basic', async () => {
		for (const headers of [as('hr'), { authorization: basic('hr:secret') }])
			assert.deepEqual((await get('/api/method/frappe.auth.get_logged_user', {}, headers)).body, {
				message: 'hr@x.example',
			});
	});

	it('refuses a wrong token with 401, or as a guest with 403 where the site is older', async () => {
		const wrong = { authorization: 'token hr:no' };
		const { status, body } = await claims({}, wrong);
		assert.deepEqual([status, body.exc_type], [401, 'AuthenticationError']);
		const older = await open({ wrongTokenIsGuest: true });
		const guest = await ask(`${older.url}/api/resource/Expense Claim`, { headers: wrong });
		assert.deepEqual([guest.status, guest.body.exc_type], [403, 'PermissionError']);
		await older.stop();
	});

	it('tells the zone to anybody', async () => {
		assert.deepEqual((await get('/api/method/frappe.client.get_time_zone', {}, {})).body, {
			message: { time_zone: 'Asia/Shanghai' },
		});
	});

	it('keeps Version and Comment from HR User, who reads claims', async () => {
		assert.equal((await claims({}, as('hr'))).status, 200);
		for (const doctype of ['Version', 'Comment']) {
			const { status, body } = await get(`/api/resource/${doctype}`, {}, as('hr'));
			assert.equal(status, 403);
			assert.equal(body.exc_type, 'PermissionError');
			assert.match(
				JSON.parse(JSON.parse(body._server_messages)[0]).message,
				new RegExp(`<strong>${doctype}</strong>`),
			);
		}
		assert.equal((await get('/api/resource/Version')).status, 200);
	});

	it('leaves out in silence what a user permission hides', async () => {
		const { body } = await claims({ limit_page_length: '0' }, as('some'));
		assert.equal(body.data.length, 12);
		assert.equal(
			(await get('/api/resource/Expense Claim/HR-EXP-2026-00001', {}, as('some'))).status,
			403,
		);
	});

	it('answers 404 for a document and a DocType that are not there', async () => {
		const document = await get('/api/resource/Expense Claim/HR-EXP-2026-99999');
		assert.deepEqual([document.status, document.body.exc_type], [404, 'DoesNotExistError']);
		assert.equal((await get('/api/resource/Nonsense')).status, 404);
	});
});

describe('Frappe: lists', () => {
	it('give 20 rows with the name only, the latest first', async () => {
		const { body } = await claims();
		assert.equal(body.data.length, 20);
		assert.deepEqual(body.data[0], { name: 'HR-EXP-2026-00025' });
	});

	it('give all for a length of 0, and pages by start and length', async () => {
		assert.equal((await claims({ limit_page_length: '0' })).body.data.length, 25);
		const page = await claims({ limit_start: '20', limit_page_length: '10', order_by: 'name asc' });
		assert.deepEqual(namesOf(page), [21, 22, 23, 24, 25]);
		assert.equal((await claims({ limit: '5' })).body.data.length, 5);
	});

	it('give the fields that are asked, amounts as floats', async () => {
		const { text } = await claims({
			fields: ['name', 'total_claimed_amount', 'docstatus'],
			limit_page_length: '1',
			order_by: 'name asc',
		});
		assert.equal(
			text,
			'{"data":[{"name":"HR-EXP-2026-00001","total_claimed_amount":1.0,"docstatus":1}]}',
		);
	});

	const filters = [
		['a list of three', [['modified', '>=', '2026-10-24 00:00:00']], [24, 25]],
		['a list of four', [['Expense Claim', 'name', '=', 'HR-EXP-2026-00003']], [3]],
		[
			'an object',
			{ expense_approver: 'a@x.example', approval_status: 'Rejected' },
			[6, 12, 18, 24],
		],
		['an object with an operator', { total_claimed_amount: ['<', 3] }, [1, 2]],
		['in', [['name', 'in', ['HR-EXP-2026-00001', 'HR-EXP-2026-00002']]], [1, 2]],
		[
			'between days: the last one whole',
			[['modified', 'between', ['2026-10-02', '2026-10-03']]],
			[2, 3],
		],
		['like', [['name', 'like', '%0001_']], [10, 11, 12, 13, 14, 15, 16, 17, 18, 19]],
		['is set', [['remark', 'is', 'set']], []],
		[
			'not in',
			[
				['approval_status', 'not in', ['Approved']],
				['name', '<', 'HR-EXP-2026-00007'],
			],
			[3, 6],
		],
		['a time to the microsecond', [['modified', '>', '2026-10-25 18:30:00.123455']], [25]],
		['a date against a time', [['creation', '<', '2026-10-02']], [1]],
	];
	for (const [name, given, found] of filters)
		it(`are filtered by ${name}`, async () => {
			assert.deepEqual(
				namesOf(await claims({ filters: given, order_by: 'name asc', limit_page_length: '0' })),
				found,
			);
		});

	it('join or_filters by or', async () => {
		const either = [
			['name', '=', 'HR-EXP-2026-00001'],
			['name', '=', 'HR-EXP-2026-00004'],
		];
		assert.deepEqual(namesOf(await claims({ or_filters: either, order_by: 'name asc' })), [1, 4]);
	});

	it('refuse a field that is none, in fields, filters and order', async () => {
		for (const query of [
			{ fields: ['nonsense'] },
			{ filters: [['nonsense', '=', 1]] },
			{ order_by: 'nonsense desc' },
		]) {
			const { status, body } = await claims(query);
			assert.deepEqual([status, body.exc_type], [417, 'DataError']);
		}
	});

	it('answer the same as methods, and count', async () => {
		const listed = await get('/api/method/frappe.client.get_list', {
			doctype: 'Expense Claim',
			limit_page_length: '2',
			order_by: 'name asc',
		});
		assert.deepEqual(listed.body.message, [
			{ name: 'HR-EXP-2026-00001' },
			{ name: 'HR-EXP-2026-00002' },
		]);
		const counted = await get('/api/method/frappe.client.get_count', {
			doctype: 'Expense Claim',
			filters: { docstatus: 1 },
		});
		assert.deepEqual(counted.body, { message: 25 });
	});
});

describe('Frappe: documents and forms', () => {
	it('show child rows only in the document itself', async () => {
		const { body } = await get('/api/resource/Expense Claim/HR-EXP-2026-00002');
		assert.equal(body.data.expenses[0].amount, 2);
		assert.equal(body.data.doctype, 'Expense Claim');
		assert.equal(body.data.modified, '2026-10-02 18:30:00.123456');
	});

	it('tell by the form whether changes are tracked, to anybody who is signed in', async () => {
		const { body } = await get('/api/method/frappe.desk.form.load.getdoctype', {
			doctype: 'Expense Claim',
		});
		assert.equal(body.docs[0].track_changes, 1);
		assert.ok(body.docs[0].fields.some(({ fieldname }) => fieldname === 'expense_approver'));
		assert.equal((await get('/api/resource/DocType/Expense Claim')).status, 403);
		assert.equal(
			(await get('/api/resource/DocType/Expense Claim', {}, as('admin'))).body.data.track_changes,
			1,
		);
	});

	it('leave change tracking of claims off where the site did not switch it on', async () => {
		const plain = await open({ data: { ...site(), trackChanges: [] } });
		const { body } = await ask(`${plain.url}/api/method/frappe.desk.form.load.getdoctype`, {
			headers: as('reader'),
			query: { doctype: 'Expense Claim' },
		});
		assert.equal(body.docs[0].track_changes, 0);
		await plain.stop();
	});

	it('refuse a method that is none', async () => {
		assert.equal((await get('/api/method/frappe.nonsense')).status, 417);
	});
});

describe('Frappe: limits', () => {
	it('are off by default', async () => {
		assert.equal((await claims()).headers.get('x-ratelimit-limit'), null);
	});

	it('count server time: 429 in plain text with Retry-After', async () => {
		const slow = await open({ rateLimit: { limit: 1, window: 60, cost: 0.5 } });
		const one = () => ask(`${slow.url}/api/method/frappe.ping`, {});
		const first = await one();
		assert.equal(first.headers.get('x-ratelimit-limit'), '1000000');
		assert.equal(first.headers.get('x-ratelimit-remaining'), '500000');
		await one();
		await one();
		const { status, text, headers } = await one();
		assert.deepEqual([status, text], [429, 'Too Many Requests']);
		assert.equal(headers.get('retry-after'), headers.get('x-ratelimit-reset'));
		await slow.stop();
	});
});
