// Request Tracker 5 itself, read by the node in a real n8n and held against what its own database says; its sandbox held to it.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { fixture as fixtureOf } from '../../../demo/sandbox/requestTracker/fixture.mjs';
import { serve } from '../../../demo/sandbox/server.mjs';
import { emptyN8n } from '../../workflow/company.mjs';
import { evidenceThroughNode, testCredential } from '../evidenceThroughNode.mjs';
import { lacking, rowsOf, startSystem } from '../realSystem.mjs';
import { assertSameShape } from '../shapes.mjs';

const SERVER = '/usr/share/request-tracker5/libexec/rt-server';
const skip = lacking(SERVER, '/usr/share/doc/rt5-db-sqlite', '/usr/bin/sqlite3');
const credential = 'performanceRequestTrackerApi';
let rt, own, tokens;

before(async () => {
	if (skip) return;
	const script = fileURLToPath(new URL('requestTracker.sh', import.meta.url));
	rt = await startSystem(script, { ready: '/REST/2.0/rt' });
	tokens = JSON.parse(rt.read('seed.json'));
	own = await emptyN8n();
});
after(async () => {
	await own?.stop();
	await rt?.stop();
});

const byToken = (token) => ({ baseUrl: rt.url, authentication: 'token', token });

const at = (column) => `strftime('%Y-%m-%dT%H:%M:%S.000Z', ${column})`;
const CLOSED = `('resolved', 'rejected')`;
const OWNERS = `Transactions o WHERE o.ObjectType = 'RT::Ticket' AND o.ObjectId = t.id
	AND o.Field = 'Owner' AND o.Type = 'Set'`;
const STATUSES = `Transactions s WHERE s.ObjectType = 'RT::Ticket' AND s.ObjectId = t.id AND s.Type = 'Status'`;
/** Up to the first closing, and what the one who closed it set in the same form; of an open ticket, all of them. */
const IN_TIME = `(c.id IS NULL OR o.id < c.id OR
	(o.Creator = c.Creator AND strftime('%s', o.Created) - strftime('%s', c.Created) <= 5))`;

/** A ticket's first closing; its owner then, and that owner's row; all else by the one or the other. */
const WANTED = `
	WITH closings AS (
		SELECT t.id AS ticket, (SELECT MIN(s.id) FROM ${STATUSES} AND s.NewValue IN ${CLOSED}) AS id FROM Tickets t
	), owned AS (
		SELECT t.id AS ticket, c.id AS closing, c.Created AS closedAt,
			(SELECT MAX(o.id) FROM ${OWNERS} AND ${IN_TIME}) AS last,
			(SELECT MIN(o.id) FROM ${OWNERS}) AS first
		FROM Tickets t JOIN closings f ON f.ticket = t.id LEFT JOIN Transactions c ON c.id = f.id
	)
	SELECT CAST(t.id AS TEXT) AS recordId, NULLIF(u.EmailAddress, '') AS handler,
		CASE WHEN t.Status = 'rejected' THEN 'cancelled' WHEN t.Status = 'resolved' THEN 'done' ELSE 'open' END AS status,
		CASE WHEN u.Name = 'Nobody' THEN NULL
			ELSE ${at(`CASE WHEN l.Created > w.closedAt THEN w.closedAt ELSE COALESCE(l.Created, t.Created) END`)}
		END AS assignedAt,
		CASE WHEN t.Due > '1970-01-02' THEN ${at('t.Due')} END AS dueAt,
		CASE WHEN t.Status = 'resolved' THEN ${at('w.closedAt')} END AS completedAt,
		(SELECT ${at('MIN(a.Created)')} FROM Transactions a
			JOIN CachedGroupMembers m ON m.MemberId = a.Creator
			JOIN Groups g ON g.id = m.GroupId AND g.Domain = 'SystemInternal' AND g.Name = 'Privileged'
			WHERE a.ObjectType = 'RT::Ticket' AND a.ObjectId = t.id AND a.Type = 'Correspond') AS firstResponseAt,
		(SELECT COUNT(*) FROM ${STATUSES} AND s.OldValue IN ${CLOSED} AND s.NewValue NOT IN ${CLOSED}) AS errors,
		(SELECT ${at('MIN(s.Created)')} FROM ${STATUSES} AND s.NewValue = 'stalled') AS pausedFrom,
		(SELECT ${at('MIN(s.Created)')} FROM ${STATUSES} AND s.OldValue = 'stalled') AS pausedTo,
		(SELECT v.Content FROM ObjectCustomFieldValues v WHERE v.ObjectType = 'RT::Ticket' AND v.ObjectId = t.id) AS Region
	FROM Tickets t JOIN owned w ON w.ticket = t.id
	LEFT JOIN Transactions l ON l.id = w.last LEFT JOIN Transactions n ON n.id = w.first
	JOIN Users u ON u.id = COALESCE(l.NewValue, n.OldValue, t.Owner)
	WHERE t.EffectiveId = t.id AND t.Status <> 'deleted' ORDER BY t.id`;

/** The node gives pauses and fields as JSON, for tables. */
const told = ({ pauses, fields, ...item }) => {
	const [pause] = JSON.parse(pauses);
	return {
		...{ recordId: item.recordId, handler: item.handler, status: item.status },
		...{ assignedAt: item.assignedAt, dueAt: item.dueAt, completedAt: item.completedAt },
		...{ firstResponseAt: item.firstResponseAt, errors: item.errors },
		...{ pausedFrom: pause?.from ?? null, pausedTo: pause?.to ?? null },
		Region: JSON.parse(fields).Region,
	};
};

const numbersOf = (rows, name) =>
	rows.reduce((counts, row) => ({ ...counts, [row[name]]: (counts[row[name]] ?? 0) + 1 }), {});

/** Readers whose time zones are nineteen hours apart; RT reads dates in theirs. */
for (const [zone, reader, seesRegion] of [
	['Los Angeles', 'evidence', true],
	['Auckland', 'east', false],
])
	test(
		`RT: a month of tickets is what its database says, for a user in ${zone}`,
		{ skip },
		async () => {
			const { evidence, coverage } = await evidenceThroughNode(own, 'supportEvidence', {
				credential,
				data: byToken(tokens[reader]),
				parameters: {
					...{ system: 'requestTracker', stream: 'tickets' },
					fields: { mappingMode: 'defineBelow', value: { Region: 'Region' } },
				},
			});
			const wanted = rowsOf(join(rt.folder, 'rt.sqlite'), WANTED);
			assert.deepEqual(numbersOf(wanted, 'status'), { done: 32, open: 6, cancelled: 4 });
			assert.deepEqual(numbersOf(wanted, 'errors'), { 0: 38, 1: 4 });
			assert.equal(wanted.filter(({ pausedTo }) => pausedTo !== null).length, 4);
			assert.equal(wanted.filter(({ handler }) => handler === null).length, 1);
			const seen = wanted.map((row) => (seesRegion ? row : { ...row, Region: null }));
			const found = evidence.map(told).sort((a, b) => a.recordId - b.recordId);
			assert.deepEqual(found, seen);
			const { complete, received, expected, gap } = coverage;
			assert.deepEqual(
				{ complete, received, expected, gap },
				{ complete: true, received: 42, expected: 42, gap: null },
			);
		},
	);

const RIGHTS = [
	{
		why: 'the least rights that the docs name pass',
		data: () => byToken(tokens.evidence),
		status: 'OK',
		says: /could read users, tickets, their histories and queues/,
	},
	{
		why: 'a password does as well as a token',
		data: () => ({
			...{ baseUrl: rt.url, authentication: 'basic', username: 'evidence', password: 'secret12' },
		}),
		status: 'OK',
		says: /could read users/,
	},
	{
		why: 'without ShowTicket the right is named',
		data: () => byToken(tokens.blind),
		status: 'Error',
		says: /there are tickets, but the user sees none\. Grant the user ShowTicket/,
	},
	{
		why: 'without SeeQueue the right is named',
		data: () => byToken(tokens.noQueue),
		status: 'Error',
		says: /Grant the user SeeQueue/,
	},
	{
		why: 'a user who is not privileged is told as one',
		data: () => byToken(tokens.outsider),
		status: 'Error',
		says: /Let the user be privileged/,
	},
	{
		why: 'a wrong token is told as one',
		data: () => byToken('1-38-0123456789abcdef0123456789abcdef'),
		status: 'Error',
		says: /does not accept the token or password/,
	},
];
for (const { why, data, status, says } of RIGHTS)
	test(`RT: in the credential test ${why}`, { skip }, async () => {
		const found = await testCredential(own, credential, data());
		assert.match(found.message, says);
		assert.equal(found.status, status);
		assert.doesNotMatch(found.message, /0123456789|secret12/);
	});

const ALL_FIELDS =
	'Status,Owner,Queue,Requestor,Created,LastUpdated,Resolved,Due,Subject,Priority,CustomFields';
const IDS = { 'fields[Owner]': 'id', 'fields[Queue]': 'id,Name', 'fields[Requestor]': 'id' };
const OF_TICKET = "ObjectType = 'RT::Ticket' AND (ObjectId = 1 OR ObjectId = 4)";

const REQUESTS = [
	{ path: '/tickets', query: { query: 'id > 0', fields: ALL_FIELDS, ...IDS, orderby: 'id' } },
	{ path: '/tickets', query: { query: 'id > 0', per_page: '2', page: '2', orderby: 'id' } },
	{ path: '/tickets', query: { query: "Status = 'open' AND Status = '__Inactive__'" } },
	{ path: '/tickets' },
	{ path: '/tickets', query: { query: 'Bogus = 3' } },
	{ path: '/tickets', query: { query: '(id > 3' } },
	{
		path: '/transactions',
		query: {
			...{ query: `${OF_TICKET} AND (Type = 'Create' OR Type = 'Correspond' OR Field = 'Status')` },
			...{ fields: 'ObjectId,Type,Field,OldValue,NewValue,Created,Creator' },
			...{ 'fields[Creator]': 'id', orderby: 'id', per_page: '100' },
		},
	},
	{ path: '/transactions', query: { query: OF_TICKET, per_page: '1', page: '2', orderby: 'id' } },
	{ path: '/user/Nobody' },
	{ path: '/user/1' },
	{ path: '/user/99999' },
	{ path: '/queues/all', query: { fields: 'Name', per_page: '100' } },
	{ path: '/queue/3' },
	{ path: '/queue/Nowhere' },
	{ path: '/customfields', query: { query: '[]', fields: 'Name' } },
	{ path: '/ticket/1' },
	{ path: '/ticket/99999' },
	{ path: '/tickets', headers: { authorization: 'token 1-38-other' } },
	{
		path: '/tickets',
		headers: { authorization: 'token 1-38-other', 'user-agent': 'Mozilla/5.0' },
	},
	{ path: '/nothing' },
];

test('RT: the sandbox answers as it does', { skip }, async (t) => {
	const fixture = fixtureOf();
	const server = await serve(fixture.system());
	const sandbox = { url: server.url, headers: fixture.sign(fixture.credentials).headers };
	const real = { url: rt.url, headers: { authorization: `token ${tokens.evidence}` } };
	for (const request of REQUESTS)
		await t.test(`${request.path} ${request.query?.query ?? ''}`, async () => {
			await assertSameShape(sandbox, real, { ...request, path: `/REST/2.0${request.path}` });
		});
	await server.stop();
});
