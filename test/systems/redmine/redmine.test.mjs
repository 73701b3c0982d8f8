// Redmine 5 itself, read by the node in a real n8n and held against what Redmine's own database says.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { fixture as fixtureOf } from '../../../demo/sandbox/redmine/fixture.mjs';
import { serve } from '../../../demo/sandbox/server.mjs';
import { emptyN8n } from '../../workflow/company.mjs';
import { evidenceThroughNode, testCredential } from '../evidenceThroughNode.mjs';
import { lacking, rowsOf, startSystem } from '../realSystem.mjs';
import { assertSameShape } from '../shapes.mjs';

const skip = lacking('/usr/share/redmine', '/usr/bin/puma', '/usr/bin/sqlite3');
const credential = 'performanceRedmineApi';
const MONTH = { from: '2026-10-01', to: '2026-11-01' };
let redmine, own, keys;

before(async () => {
	if (skip) return;
	redmine = await startSystem(fileURLToPath(new URL('redmine.sh', import.meta.url)));
	keys = JSON.parse(redmine.read('seed.json').trim().split('\n').at(-1));
	own = await emptyN8n();
});
after(async () => {
	await own?.stop();
	await redmine?.stop();
});

const access = (apiKey) => ({ baseUrl: redmine.url, apiKey });

/** Journals of an issue whose status went from open to closed, or back. */
const turns = (from, to) => `
	FROM journals j
	JOIN journal_details d ON d.journal_id = j.id AND d.property = 'attr' AND d.prop_key = 'status_id'
	JOIN issue_statuses a ON a.id = d.old_value AND a.is_closed = ${from}
	JOIN issue_statuses b ON b.id = d.value AND b.is_closed = ${to}
	WHERE j.journalized_type = 'Issue' AND j.journalized_id = i.id`;

/** The due date's end in Shanghai, which is eight hours before UTC's. */
const WANTED = `
	SELECT CAST(i.id AS TEXT) AS recordId, u.login AS handler,
		CASE s.is_closed WHEN 1 THEN 'done' ELSE 'open' END AS status,
		strftime('%Y-%m-%dT%H:%M:%S.000Z', i.created_on) AS assignedAt,
		strftime('%Y-%m-%dT%H:%M:%S.000Z', i.due_date, '+1 day', '-8 hours') AS dueAt,
		(SELECT strftime('%Y-%m-%dT%H:%M:%S.000Z', MIN(j.created_on)) ${turns(0, 1)}) AS completedAt,
		(SELECT COUNT(*) ${turns(1, 0)}) AS errors
	FROM issues i JOIN users u ON u.id = i.assigned_to_id JOIN issue_statuses s ON s.id = i.status_id
	WHERE i.created_on >= '${MONTH.from}' AND i.created_on < '${MONTH.to}'
	ORDER BY i.id`;

const told = ({ recordId, handler, status, assignedAt, dueAt, completedAt, errors }) => ({
	recordId,
	handler,
	status,
	assignedAt,
	dueAt,
	completedAt,
	errors,
});

test('Redmine: a month of issues is what its database says', { skip }, async () => {
	const { evidence, coverage } = await evidenceThroughNode(own, 'workLogEvidence', {
		credential,
		data: access(keys.evidence),
		parameters: { system: 'redmine', stream: 'issues' },
	});
	const wanted = rowsOf(join(redmine.folder, 'redmine.sqlite3'), WANTED);
	assert.equal(wanted.length, 40);
	assert.equal(wanted.filter(({ status }) => status === 'done').length, 30);
	assert.equal(wanted.filter(({ errors }) => errors === 1).length, 4);
	const found = evidence.map(told).sort((a, b) => a.recordId - b.recordId);
	assert.deepEqual(found, wanted);
	const { complete, received, expected, gap } = coverage;
	assert.deepEqual(
		{ complete, received, expected, gap },
		{ complete: true, received: 40, expected: 40, gap: null },
	);
});

test(
	'Redmine: the least rights that the docs name pass the credential test',
	{ skip },
	async () => {
		const { status, message } = await testCredential(own, credential, access(keys.evidence));
		assert.equal(status, 'OK', message);
		assert.match(message, /could read issue statuses, issues, their journals and assignees/);
	},
);

test('Redmine: without View Issues the credential test names the right', { skip }, async () => {
	const { status, message } = await testCredential(own, credential, access(keys.blind));
	assert.equal(status, 'Error');
	assert.match(message, /may not read this \(HTTP 403\).*the right View Issues for all issues/);
});

test('Redmine: a wrong key is told as one', { skip }, async () => {
	const { status, message } = await testCredential(own, credential, access('0'.repeat(40)));
	assert.equal(status, 'Error');
	assert.match(message, /does not accept the API key/);
	assert.doesNotMatch(message, /0{40}/);
});

const SINCE = { status_id: '*', updated_on: '>=2026-08-30T16:00:00Z', sort: 'id:asc' };
const REQUESTS = [
	{ path: '/issues.json', query: { ...SINCE, limit: '100' } },
	{ path: '/issues.json', query: { ...SINCE, limit: '500', issue_id: '>=11' } },
	{ path: '/issues.json' },
	{ path: '/issues.json', query: { issue_id: '1', status_id: '*' } },
	{ path: '/issues.json', query: { status_id: '999' } },
	{ path: '/issues.json', query: { updated_on: '>=bogus' } },
	{ path: '/issues/1.json', query: { include: 'journals' } },
	{ path: '/issues/2.json' },
	{ path: '/issues/99999.json' },
	{ path: '/issue_statuses.json' },
	{ path: '/users/5.json' },
	{ path: '/users/99999.json' },
	{ path: '/projects.json', query: { limit: '100' } },
	{ path: '/trackers.json' },
	{ path: '/nothing.json' },
	{ path: '/issues.json', headers: { 'x-redmine-api-key': '0'.repeat(40) } },
];

test('Redmine: the sandbox answers as it does', { skip }, async (t) => {
	const { system, credentials, sign } = fixtureOf();
	const server = await serve(system());
	const sandbox = { url: server.url, headers: sign(credentials).headers };
	const real = { url: redmine.url, headers: { 'x-redmine-api-key': keys.evidence } };
	for (const request of REQUESTS)
		await t.test(
			`${request.path} ${JSON.stringify(request.query ?? '')}`,
			async () => await assertSameShape(sandbox, real, request),
		);
	await t.test('without the right to view issues', async () => {
		const blind = await serve(system({ mayView: false }));
		await assertSameShape(
			{ ...sandbox, url: blind.url },
			{ ...real, headers: { 'x-redmine-api-key': keys.blind } },
			{ path: '/issues.json' },
		);
		await blind.stop();
	});
	await server.stop();
});
