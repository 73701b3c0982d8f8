// The forms with which leaders rate their people and people say what they did, filled in over HTTP in a real n8n.
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { addPerson } from '../../demo/n8n/client.mjs';
import { visitor } from '../../demo/n8n/forms.mjs';
import { PERIOD } from './company.mjs';
import { clock } from './clock.mjs';
import { linkOf, openForms } from './openForms.mjs';

const LEADER = 'L03'; // heads administration
const OWN = 'E037';
const time = clock('2026-11-28T02:00:00Z');
let n8n;
let page;

before(async () => {
	const order = ['set-up', 'monthly-scoring', 'ratings-and-claims'];
	n8n = await openForms(order, { env: time.env });
	const { tables } = n8n;
	const request = { ...record('supportTicket', 'support', 'zendesk'), resolved: true };
	const minutes = (n) => ({ firstResponseAt: `2026-10-12T02:${n}:00.000Z` });
	await tables.insert('pp_evidence_v1', [
		{ ...request, recordId: 'Z-1', employeeId: OWN, ...minutes('08') },
		{ ...request, recordId: 'Z-2', employeeId: OWN, ...minutes('12'), resolved: false },
		{ ...request, recordId: 'Z-3', employeeId: 'E038', ...minutes('59') },
		...Array.from({ length: 80 }, (_, index) => ({
			...record('customerRecord', 'crm', 'hubspot'),
			...{ recordId: `H-${index}`, employeeId: 'E003' },
		})),
	]);
	await tables.insert('pp_coverage_v1', [
		{ ...covered('crm', 'hubspot', 'customerRecord'), received: 80 },
		{ ...covered('support', 'zendesk', 'supportTicket'), received: 3 },
	]);
});
after(async () => {
	await n8n?.stop();
	time.remove();
});

const record = (activity, source, system) => ({
	...{ kind: 'evidence', period: PERIOD, source, system, activity, status: 'done', errors: 0 },
	...{ assignedAt: '2026-10-12T02:00:00.000Z', completedAt: '2026-10-12T04:00:00.000Z' },
	...{ pauses: '[]', fields: '{}', fetchedAt: '2026-11-01T00:00:00.000Z' },
});
const covered = (source, system, activity) => ({
	...{ kind: 'coverage', period: PERIOD, source, system, activity, complete: true, pages: 1 },
	asOf: '2026-11-01T00:00:00.000Z',
});

beforeEach(async () => {
	for (const table of ['ratings', 'claims', 'approvals']) await n8n.tables.clear(`pp_${table}_v1`);
});

const opened = async (path, employeeId, month = PERIOD) => {
	const first = await visitor(n8n.client).open(path, { link: await linkOf(n8n, employeeId) });
	return await first.submit({ Month: month });
};
const choose = async (list, employeeId, label = 'Person') =>
	await list.submit({ [label]: `${employeeId} · chosen` });
const give = async (form, attitude, collaboration, comment = '') =>
	await form.submit({ Attitude: attitude, Collaboration: collaboration, Comment: comment });
const kept = async () =>
	(await n8n.tables.rows('pp_ratings_v1')).map(
		(row) => `${row.raterId} ${row.employeeId} ${row.criterion} ${row.points} ${row.comment}`,
	);
const approval = (decision) =>
	n8n.tables.insert('pp_approvals_v1', [
		{
			period: PERIOD,
			hash: 'abc',
			decision,
			by: 'chief@example.com',
			name: 'The Chief',
			at: 'now',
		},
	]);

test('who has no link of their own sees nothing', async () => {
	for (const link of ['', 'E037', LEADER, 'f'.repeat(64)]) {
		const first = await visitor(n8n.client).open('pp-rate', { link });
		const { title, text } = await first.submit({ Month: PERIOD });
		assert.equal(title, 'Not now');
		assert.match(text, /This link is nobody’s, or it was taken back/);
	}
});

test('a leader sees only their own people, and the records beside before giving points', async () => {
	const list = await opened('pp-rate', LEADER);
	const people = await n8n.tables.rows('pp_people_v1');
	const own = people.filter(({ leaderId }) => leaderId === LEADER);
	assert.deepEqual(list.fields[0].options, [
		...own.map(({ employeeId, name }) => `${employeeId} · ${name}`),
		'Finish',
	]);
	page = await choose(list, OWN);
	assert.match(page.text, /Requests 2/);
	assert.match(page.text, /First response, on average 10 minutes/);
	assert.match(page.text, /Resolved 50 %/);

	const back = await give(page, '13', '12.5', 'Helps everybody');
	assert.match(back.text, /Saved: .* 13 \+ 12\.5/);
	assert.deepEqual(await kept(), [
		`${LEADER} ${OWN} attitude 13 Helps everybody`,
		`${LEADER} ${OWN} collaboration 12.5 Helps everybody`,
	]);
	const end = await back.submit({ Person: 'Finish' });
	assert.match(end.text, new RegExp(`1 of your ${own.length} people are rated`));
});

test('points that cannot be are explained in the form, and nothing is kept until they are right', async () => {
	page = await choose(await opened('pp-rate', LEADER), OWN);
	page = await give(page, '16', '', 'A {{ 6 * 7 }} <b>$&</b>');
	assert.match(page.text, /Attitude: "16" is not a number from 0 to 15/);
	assert.match(page.text, /Collaboration: "" is not a number/);
	assert.deepEqual(await kept(), []);
	const list = await give(page, '15', '0', 'A {{ 6 * 7 }} <b>$&</b>');
	assert.equal((await kept()).length, 2);
	page = await choose(list, OWN);
	assert.ok(page.text.includes('A {{ 6 * 7 }} <b>$&</b>'), page.text);
	await give(page, '14', '0');
	assert.deepEqual(await kept(), [
		`${LEADER} ${OWN} attitude 14 `,
		`${LEADER} ${OWN} collaboration 0 `,
	]);
});

test('nobody rates themselves or the people of another leader', async () => {
	await n8n.tables.update('pp_people_v1', { employeeId: 'E001' }, { leaderId: 'E001' });
	await n8n.tables.update('pp_people_v1', { employeeId: 'E002' }, { leaderId: 'E001' });
	const list = await opened('pp-rate', 'E001');
	assert.deepEqual(
		list.fields[0].options.map((one) => one.split(' ')[0]),
		['E002', 'Finish'],
	);
	const self = await choose(list, 'E001');
	assert.match(self.text, /You cannot rate yourself/);
	const other = await choose(self, OWN);
	assert.match(other.text, /Choose one of your own people/);
	assert.deepEqual(await kept(), []);
});

test('once the pay is approved there are no second thoughts, not even in a form that was open', async () => {
	page = await choose(await opened('pp-rate', LEADER), OWN);
	await approval('Approve');
	const late = await give(page, '15', '15');
	assert.equal(late.title, 'Not now');
	assert.match(late.text, /The pay of 2026-10 was approved by The Chief/);
	assert.match((await opened('pp-rate', LEADER)).text, /was approved by The Chief/);
	assert.match((await opened('pp-claim', 'E003')).text, /was approved by The Chief/);
	assert.deepEqual(await kept(), []);
	await approval('Reject');
	assert.equal((await opened('pp-rate', LEADER)).fields.length, 1);
	await n8n.tables.insert('pp_batches_v1', [
		{ period: PERIOD, entry: 'abc', status: 'reconciled' },
	]);
	assert.match((await opened('pp-rate', LEADER)).text, /The pay of 2026-10 was paid/);
	await n8n.tables.clear('pp_batches_v1');
});

test('whose link is taken back keeps nothing in a form that was open', async () => {
	const link = await linkOf(n8n, LEADER);
	page = await choose(await opened('pp-rate', LEADER), OWN);
	const claim = await opened('pp-claim', LEADER);
	await n8n.tables.update('pp_links_v1', { token: link }, { revoked: true });
	for (const end of [
		await give(page, '15', '15'),
		await claim.submit({ Work: 'Customer records', 'How many': '100' }),
	])
		assert.match(end.text, /This link is nobody’s, or it was taken back/);
	assert.deepEqual([await kept(), await n8n.tables.rows('pp_claims_v1')], [[], []]);
	await n8n.tables.update('pp_links_v1', { token: link }, { revoked: false });
});

test('where it cannot be read whether the pay is approved, nothing is kept', async () => {
	page = await choose(await opened('pp-rate', LEADER), OWN);
	await n8n.tables.rename('pp_approvals_v1', 'elsewhere');
	const end = await give(page, '15', '15');
	await n8n.tables.rename('elsewhere', 'pp_approvals_v1');
	assert.match(end.text, /Whether the pay of 2026-10 is approved could not be read/);
	assert.deepEqual(await kept(), []);
});

test('a form stays with the month that it was opened for, whenever it is sent', async () => {
	page = await choose(await opened('pp-rate', LEADER, ''), OWN);
	assert.match(page.text, /2026-10/);
	await time.set('2026-12-01T02:00:00Z');
	await give(page, '15', '15');
	await time.set('2026-11-28T02:00:00Z');
	const rows = await n8n.tables.rows('pp_ratings_v1');
	assert.deepEqual(
		rows.map(({ period, criterion }) => `${period} ${criterion}`),
		['2026-10 attitude', '2026-10 collaboration'],
	);
});

test('the day that Settings names freezes the month, too', async () => {
	await n8n.settings('ratings-and-claims', { freezeDay: 1 });
	assert.match((await opened('pp-rate', LEADER)).text, /The day until which 2026-10 could be/);
	await n8n.settings('ratings-and-claims', { freezeDay: 0 });
});

test('a month that is none, or not yet, is told as such', async () => {
	for (const month of ['2026-13', 'October', '2199-01'])
		assert.match(
			(await opened('pp-rate', LEADER, month)).text,
			/is not a month that can be rated\. Write it as 2026-10/,
		);
});

test('what somebody says stands beside the records, and never instead of them', async () => {
	page = await opened('pp-claim', 'E003');
	page = await page.submit({ Work: 'Customer records', 'How many': '-3' });
	assert.match(page.text, /"-3" is not a whole number of 0 or more/);
	const end = await page.submit({ Work: 'Customer records', 'How many': '100' });
	assert.match(end.text, /You say 100 × Customer records\. The records have 80\./);
	const [claim, ...more] = await n8n.tables.rows('pp_claims_v1');
	assert.deepEqual(more, []);
	assert.deepEqual(
		[claim.employeeId, claim.activity, claim.count],
		['E003', 'customerRecord', 100],
	);

	for (const criterion of ['attitude', 'collaboration'])
		await n8n.tables.insert('pp_ratings_v1', [
			{ period: PERIOD, employeeId: 'E003', raterId: 'L01', criterion, points: 12, weight: 1 },
		]);
	assert.equal((await n8n.byHand('monthly-scoring')).status, 'success');
	const card = (await n8n.tables.rows('pp_scorecards_v1')).find((one) => one.employeeId === 'E003');
	const [difference] = JSON.parse(card.scorecard).differences;
	assert.deepEqual([difference.used, difference.other, difference.otherFrom], [80, 100, 'claim']);
});

test('somebody whose language is Chinese reads and answers in Chinese', async () => {
	await n8n.tables.update('pp_links_v1', { employeeId: LEADER }, { language: 'zh' });
	page = await choose(await opened('pp-rate', LEADER), OWN, '员工');
	assert.match(page.text, /客服系统记录.*平均响应时间 10 分钟/);
	page = await page.submit({ 工作态度: '二十', 协作能力: '12' });
	assert.match(page.text, /工作态度：“二十”不是 0 至 15 之间/);
	page = await page.submit({ 工作态度: '12', 协作能力: '12' });
	assert.match(page.text, /已保存/);
	await n8n.tables.update('pp_links_v1', { employeeId: LEADER }, { language: 'en' });
});

test('who signs in to n8n is known by e-mail; where Settings ask for it, a link opens nothing', async () => {
	const chief = {
		email: 'wu@example.com',
		firstName: 'Wu',
		lastName: 'X',
		password: 'Performance-1',
	};
	await addPerson(n8n.client, chief);
	const signedIn = visitor(n8n.client);
	await signedIn.signIn(chief);
	const asked = async () => await (await signedIn.open('pp-rate-signed')).submit({ Month: PERIOD });
	assert.match((await asked()).text, /wu@example\.com of your n8n account is nobody’s here/);
	await n8n.tables.update('pp_links_v1', { employeeId: LEADER }, { email: 'Wu@Example.com' });
	assert.match((await asked()).text, /Choose a person/);
	await assert.rejects(visitor(n8n.client).open('pp-rate-signed'), /Nobody is signed in/);

	await n8n.settings('ratings-and-claims', { proof: 'signIn' });
	assert.match((await opened('pp-rate', LEADER)).text, /Here everybody signs in to n8n/);
	assert.match((await asked()).text, /Choose a person/);
	await n8n.settings('ratings-and-claims', { proof: 'link' });
});

test('a link that was taken back opens nothing, and the next set-up makes a new one', async () => {
	const old = await linkOf(n8n, LEADER);
	await n8n.tables.update('pp_links_v1', { token: old }, { revoked: true });
	const first = await visitor(n8n.client).open('pp-rate', { link: old });
	assert.match((await first.submit({ Month: PERIOD })).text, /it was taken back/);
	assert.equal((await n8n.byHand('set-up')).status, 'success');
	const renewed = await linkOf(n8n, LEADER);
	assert.match(renewed, /^[0-9a-f]{64}$/);
	assert.notEqual(renewed, old);
	assert.match((await opened('pp-rate', LEADER)).text, /Choose a person/);
});
