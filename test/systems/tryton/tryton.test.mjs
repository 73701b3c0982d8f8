// Tryton 6 itself, read by the nodes in a real n8n and held against what Tryton's own database says.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { fixture as fixtureOf } from '../../../demo/sandbox/tryton/fixture.mjs';
import { serve } from '../../../demo/sandbox/server.mjs';
import { emptyN8n } from '../../workflow/company.mjs';
import { evidenceThroughNode, testCredential } from '../evidenceThroughNode.mjs';
import { changeRows, lacking, rowsOf, startSystem } from '../realSystem.mjs';
import { assertSameShape } from '../shapes.mjs';
import { seed } from './seed.mjs';
import { SECRET } from './values.mjs';

const skip = lacking(
	'/usr/bin/trytond',
	'/usr/share/doc/tryton-modules-sale-opportunity',
	'/usr/share/doc/tryton-modules-timesheet',
	'/usr/bin/sqlite3',
);
const credential = 'performanceTrytonApi';
let tryton, own, database;

/** Tryton writes only the present: opportunity n was made on day n of October, and each save was an hour later, with a fraction: SQLite compares times as text. Move n of an invoice was made on day 10 + n. */
const BACKDATED = `
	UPDATE sale_opportunity__history SET create_date = printf('2026-10-%02d 01:00:00.500000', id);
	UPDATE sale_opportunity__history SET write_date = strftime('%Y-%m-%d %H:%M:%S.500000', create_date, (
		SELECT COUNT(*) FROM sale_opportunity__history earlier
		WHERE earlier.id = sale_opportunity__history.id AND earlier.__id < sale_opportunity__history.__id
	) || ' hours') WHERE write_date IS NOT NULL;
	UPDATE sale_opportunity SET create_date = printf('2026-10-%02d 01:00:00.500000', id), write_date = (
		SELECT MAX(write_date) FROM sale_opportunity__history h WHERE h.id = sale_opportunity.id
	);
	UPDATE account_invoice SET create_date = printf('2026-10-%02d 01:00:00.500000', id),
		write_date = CASE WHEN write_date IS NOT NULL THEN '2026-10-25 01:00:00.500000' END;
	UPDATE account_move SET create_date = printf('2026-10-%02d 05:00:00.500000', 10 + id);`;

before(async () => {
	if (skip) return;
	tryton = await startSystem(fileURLToPath(new URL('tryton.sh', import.meta.url)));
	await seed(tryton.url);
	database = join(tryton.folder, 'tryton.sqlite');
	changeRows(database, BACKDATED);
	own = await emptyN8n();
});
after(async () => {
	await own?.stop();
	await tryton?.stop();
});

const access = (username, password = SECRET) => ({
	...{ baseUrl: `${tryton.url}/tryton`, username, password },
});

const EMAIL = `(SELECT value FROM party_contact_mechanism m
	WHERE m.party = e.party AND m.type = 'email') AS handler`;

const OPPORTUNITIES = `
	SELECT CAST(o.id AS TEXT) AS recordId, ${EMAIL},
		CASE WHEN o.state IN ('won', 'lost') THEN 'done' ELSE 'open' END AS status,
		strftime('%Y-%m-%dT%H:%M:%fZ', o.create_date) AS assignedAt,
		(SELECT strftime('%Y-%m-%dT%H:%M:%fZ', MIN(h.write_date)) FROM sale_opportunity__history h
			WHERE h.id = o.id AND h.state IN ('won', 'lost')) AS completedAt
	FROM sale_opportunity o JOIN company_employee e ON e.id = o.employee ORDER BY o.id`;

/** Done when the move was made, by the user who validated the invoice then. */
const INVOICES = `
	SELECT CAST(i.id AS TEXT) AS recordId, u.email AS handler,
		CASE WHEN i.state = 'cancelled' THEN 'cancelled' WHEN i.state = 'draft' THEN 'open' ELSE 'done' END AS status,
		NULL AS assignedAt, strftime('%Y-%m-%dT%H:%M:%fZ', m.create_date) AS completedAt
	FROM account_invoice i LEFT JOIN account_move m ON m.id = i.move LEFT JOIN res_user u ON u.id = m.create_uid
	WHERE i.type = 'in' ORDER BY i.id`;

/** A line is done in the last second of its day in Shanghai, eight hours before UTC's. */
const TIMESHEETS = `
	SELECT CAST(l.id AS TEXT) AS recordId, ${EMAIL}, 'done' AS status, NULL AS assignedAt,
		strftime('%Y-%m-%dT%H:%M:%S.000Z', l.date, '+1 day', '-8 hours', '-1 second') AS completedAt
	FROM timesheet_line l JOIN company_employee e ON e.id = l.employee ORDER BY l.id`;

const told = ({ recordId, handler, status, assignedAt, completedAt }) => ({
	...{ recordId, handler, status, assignedAt, completedAt },
});

const STREAMS = [
	{ node: 'crmEvidence', stream: 'opportunities', sql: OPPORTUNITIES, count: 12, done: 3 },
	{ node: 'financeEvidence', stream: 'invoices', sql: INVOICES, count: 9, done: 6 },
	{ node: 'workLogEvidence', stream: 'timesheets', sql: TIMESHEETS, count: 25, done: 25 },
];
for (const { node, stream, sql, count, done } of STREAMS)
	test(`Tryton: a month of ${stream} is what its database says`, { skip }, async () => {
		const { evidence, coverage } = await evidenceThroughNode(own, node, {
			credential,
			data: access('evidence'),
			parameters: { system: 'tryton', stream },
		});
		const wanted = rowsOf(database, sql);
		assert.equal(wanted.length, count);
		assert.equal(wanted.filter(({ status }) => status === 'done').length, done);
		const found = evidence.map(told).sort((a, b) => a.recordId - b.recordId);
		assert.deepEqual(found, wanted);
		assert.deepEqual([coverage.complete, coverage.received, coverage.gap], [true, count, null]);
	});

test('Tryton: the least rights that the docs name pass the credential test', { skip }, async () => {
	const { status, message } = await testCredential(own, credential, access('evidence'));
	assert.equal(status, 'OK', message);
	assert.match(message, /opportunities with their earlier versions, supplier invoices/);
});

test('Tryton: without its group the credential test names the rights', { skip }, async () => {
	const { status, message } = await testCredential(own, credential, access('blind'));
	assert.match(message, /read access to sale\.opportunity/);
	assert.match(message, /read access to account\.invoice/);
	assert.equal(status, 'Error');
});

test('Tryton: a wrong password is told as one', { skip }, async () => {
	const { status, message } = await testCredential(own, credential, access('evidence', 'wrong123'));
	assert.equal(status, 'Error');
	assert.match(message, /does not accept the user and password/);
	assert.doesNotMatch(message, /wrong123/);
});

const basic = (pair) => ({ authorization: `Basic ${Buffer.from(pair).toString('base64')}` });
const context = { company: 1, language: 'en' };
const moment = (year) => ({
	...{ __class__: 'datetime', year, month: 1, day: 1 },
	...{ hour: 0, minute: 0, second: 0, microsecond: 0 },
});
const SINCE = ['OR', [['write_date', '>=', moment(2026)]], [['create_date', '>=', moment(2026)]]];
const page = (domain, fields) => [domain, 0, 200, [['id', 'ASC']], fields, context];
const REQUESTS = [
	['model.res.user.get_preferences', true, {}],
	['model.sale.opportunity.search_count', SINCE, context],
	[
		'model.sale.opportunity.search_read',
		...page(
			[SINCE, ['id', '>', 0]],
			['state', 'create_date', 'write_date', 'employee', 'amount', 'employee.party.email'],
		),
	],
	['model.sale.opportunity.search_read', ...page([['id', '>', 9999]], ['state'])],
	['model.sale.opportunity.history_revisions', [1, 2, 3], context],
	[
		...['model.sale.opportunity.read', [1, 2], ['state', 'employee']],
		{ ...context, _datetime: moment(2030) },
	],
	['model.sale.opportunity.fields_get', ['description'], context],
	[
		'model.account.invoice.search_read',
		...page(
			[
				[['type', '=', 'in'], SINCE],
				['id', '>', 0],
			],
			[
				...['state', 'create_date', 'write_date', 'total_amount', 'create_uid.email'],
				...['move.create_date', 'move.create_uid.email'],
			],
		),
	],
	[
		'model.timesheet.line.search_read',
		...page(
			['date', '>=', { __class__: 'date', year: 2026, month: 10, day: 1 }],
			['date', 'duration'],
		),
	],
	['model.company.company.read', [1], ['timezone'], context],
	['model.company.employee.read', [1, 2], ['party.email'], context],
	['model.sale.opportunity.read', [9999], ['state'], context],
	['model.no.such.search_count', [], context],
	['model.sale.opportunity.search_read', ...page([], ['nosuch'])],
	['model.sale.opportunity.search_count', []],
];
const REFUSED = [
	{ why: 'to a user without its group', pair: `blind:${SECRET}` },
	{ why: 'to a wrong password', pair: 'evidence:wrong123' },
];

test('Tryton: the sandbox answers as it does', { skip }, async (t) => {
	const { system, credentials } = fixtureOf();
	const { username, password } = credentials;
	const good = { company: 1 };
	const users = {
		[`${username}:${password}`]: good,
		[`evidence:${SECRET}`]: good,
		[`blind:${SECRET}`]: { ...good, reads: [] },
	};
	const server = await serve(system({ users }));
	const compare = async ([method, ...params], pair) => {
		const headers = basic(pair);
		await assertSameShape(
			{ url: server.url, headers },
			{ url: `${tryton.url}/tryton`, headers },
			{ path: '/', json: { id: 1, method, params } },
		);
	};
	for (const request of REQUESTS)
		await t.test(
			`${request[0]} ${JSON.stringify(request[1])}`,
			async () => await compare(request, `evidence:${SECRET}`),
		);
	for (const { why, pair } of REFUSED)
		await t.test(why, async () => await compare(REQUESTS[2], pair));
	await server.stop();
});
