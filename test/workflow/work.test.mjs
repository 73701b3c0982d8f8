// Processes and tasks as people do them: their page, a form for each step, over HTTP in a real n8n.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addPerson } from '../../demo/n8n/client.mjs';
import { visitor } from '../../demo/n8n/forms.mjs';
import { caller, keyOf } from '../../demo/n8n/month.mjs';
import { clock } from './clock.mjs';
import { desk } from './desk.mjs';
import { openForms } from './openForms.mjs';

const STARTER = 'E001'; // operations, led by L01
const BUYER = 'E037'; // administration, led by L03
const PAPER = { What: 'Paper', Quantity: '10', 'What it is about': 'Printer paper' };
const time = clock('2026-10-14T01:00:00Z'); // Wednesday, nine in Shanghai
let n8n;
let people;

before(async () => {
	n8n = await openForms(['set-up', 'processes-and-tasks'], { env: time.env });
	const ids = [STARTER, 'L01', BUYER, 'L03', 'E038', 'E002'];
	people = Object.fromEntries(await Promise.all(ids.map(async (id) => [id, await desk(n8n, id)])));
});
after(async () => {
	await n8n?.stop();
	time.remove();
});

const events = async (instanceId) =>
	(await n8n.tables.rows('pp_workevents_v1')).filter((row) => row.instanceId === instanceId);
const numberIn = ({ text }) => /(PR|T)-\d{4}-\d{2}-[\w-]+/.exec(text)[0];
const started = async (title, more = {}) =>
	numberIn(
		await people[STARTER].start('Office procurement', {
			...PAPER,
			'What it is about': title,
			...more,
		}),
	);
const buyer = async () =>
	`${BUYER} · ${(await n8n.tables.rows('pp_people_v1')).find((one) => one.employeeId === BUYER).name}`;
const agreed = async (title) =>
	await people.L01.work(title, { Opinion: 'Qualified', 'Next: Purchase': await buyer() });

test('a page that is opened with no link of somebody shows nothing', async () => {
	for (const link of ['', STARTER, 'f'.repeat(64)]) {
		const answer = await fetch(`${n8n.client.url}/webhook/pp-my-work?link=${link}`);
		const html = await answer.text();
		assert.match(html, /This link is nobody’s/);
		assert.doesNotMatch(html, /class="do"/);
	}
});

test('each step is a form of its own, and the record says who, when, until when and what', async () => {
	const wrong = await people[STARTER].start('Office procurement', { ...PAPER, What: '' });
	assert.match(wrong.text, /Fill in "What"/);
	assert.equal((await n8n.tables.rows('pp_workevents_v1')).length, 0);
	const end = await wrong.submit(PAPER);
	assert.equal(end.title, 'Recorded', end.text);
	assert.match(end.text, /It is now with .*: Leader's agreement/);
	const instance = numberIn(end);

	assert.doesNotMatch((await people[BUYER].page()).text, /Printer paper/);
	const agree = await people.L01.open('Printer paper');
	assert.match(agree.text, /About Printer paper .* Due 2026-10-16 00:00 /);
	assert.match(agree.text, /Request · 张敏 · What: Paper, Quantity: 10/);
	const silent = await agree.submit({ Opinion: 'Not qualified' });
	assert.match(silent.text, /it is not qualified, and nothing says why\. Add a comment/);
	await silent.submit({ Opinion: 'Qualified', 'Next: Purchase': await buyer(), Comment: 'Fine' });

	const [row] = await openRows(instance);
	assert.equal(row.shownTo, BUYER);
	assert.match(row.address, new RegExp(`/form/pp-work\\?link=${people[BUYER].link}&item=PR`));
	await time.set('2026-10-15T03:00:00Z');
	const bought = await people[BUYER].work('Printer paper', {
		Supplier: 'Office World',
		'Next: Hand out': await buyer(),
	});
	assert.equal(bought.title, 'Recorded', bought.text);
	await people[BUYER].work('Printer paper', {});
	assert.deepEqual(await openRows(instance), []);

	const rows = await events(instance);
	assert.deepEqual(
		rows.map(({ type, step, by }) => `${type} ${step} ${by}`),
		[
			`started request ${STARTER}`,
			`finished request ${STARTER}`,
			`started agree ${STARTER}`,
			'finished agree L01',
			'started buy L01',
			`finished buy ${BUYER}`,
			`started handOut ${BUYER}`,
			`finished handOut ${BUYER}`,
		],
	);
	const done = rows[5];
	assert.deepEqual(
		[done.handler, done.enteredAt < done.finishedAt, done.dueAt, JSON.parse(done.fields)],
		[BUYER, true, '2026-10-19T16:00:00.000Z', { supplier: 'Office World' }],
	);
	assert.equal(rows[3].opinion, 'qualified');
	assert.equal(rows[3].comment, 'Fine');
});

const openRows = async (instance) =>
	(await n8n.tables.rows('pp_openwork_v1')).filter((row) => row.instanceId === instance);

test('nobody opens what is with somebody else, and nothing of it is shown', async () => {
	const instance = await started('A secret purchase');
	for (const [id, item] of [
		['L03', `${instance}/agree`],
		['L01', `${instance}/buy`],
		['L01', 'PR-2026-10-9999/agree'],
	]) {
		const page = await people[id].form('pp-work', { item });
		assert.equal(page.title, 'Not now');
		assert.match(page.text, /This is not with you, or no longer open/);
		assert.doesNotMatch(page.text, /secret/);
	}
	await agreed('A secret purchase');
});

test('a wildcard in the address of a form opens nothing and leaves the index as it is', async () => {
	const mark = { itemId: 'PR-0/agree', instanceId: 'PR-0', todo: 'step', shownTo: 'nobody' };
	await n8n.tables.insert('pp_openwork_v1', [mark]);
	for (const item of ['*', '%', 'PR-%', 'PR-_', '*/agree']) {
		const page = await people.L01.form('pp-work', { item });
		assert.match(page.text, /This is not with you, or no longer open/);
	}
	assert.equal((await openRows('PR-0')).length, 1, 'only Rebuild by Hand looks at everything');
	const before = (await n8n.tables.rows('pp_openwork_v1')).length;
	await rebuilt();
	assert.deepEqual(await openRows('PR-0'), []);
	assert.equal((await n8n.tables.rows('pp_openwork_v1')).length, before - 1);
});

const rebuilt = async () => {
	const id = n8n.ids.get('processes-and-tasks');
	const run = await n8n.executions.runByHand(id, 'Rebuild by Hand');
	assert.equal(run.status, 'success', run.error?.message);
};

test('a process that nobody could go on with is not begun, and the form says why', async () => {
	const row = (await n8n.tables.rows('pp_people_v1')).find(
		({ employeeId }) => employeeId === 'E002',
	);
	await n8n.tables.update('pp_people_v1', { employeeId: 'E002' }, { leaderId: '' });
	const end = await (await people.E002.form('pp-start')).submit({ Process: 'Office procurement' });
	assert.equal(end.title, 'Not now');
	assert.match(end.text, /Nobody can take the next step, Leader's agreement: you have no leader/);
	await n8n.tables.update('pp_people_v1', { employeeId: 'E002' }, { leaderId: row.leaderId });
});

test('what people type is shown as they typed it, and does nothing else', async () => {
	const title = 'A <b>{{ 6 * 7 }}</b> $& </script> purchase';
	await started(title);
	const { text } = await people.L01.page();
	assert.ok(text.includes(title), text);
	const form = await people.L01.open(title);
	assert.ok(form.text.includes(title), form.text);
	await form.submit({
		Opinion: 'Not qualified',
		'If not qualified': 'It ends here',
		Comment: 'No',
	});
});

test('people who are not scored take part by a row and a link of their own', async () => {
	await n8n.tables.insert('pp_links_v1', [
		{ employeeId: 'B01', name: '何平', role: 'business', leaderId: 'L01', revoked: false },
		{ employeeId: 'C01', name: '罗琳', role: 'legal', revoked: false },
	]);
	assert.equal((await n8n.byHand('set-up')).status, 'success');
	const [business, legal] = [await desk(n8n, 'B01'), await desk(n8n, 'C01')];
	const form = await (await business.form('pp-start')).submit({ Process: 'Contract review' });
	const end = await form.submit({
		...{ 'What it is about': 'Lease', Contract: 'Lease 17', Customer: 'ACME' },
		[labelOf(form, 'Next')]: 'E001 · 张敏',
	});
	assert.equal(end.title, 'Recorded', end.text);
	const review = await people[STARTER].work('Lease', { Opinion: 'Qualified' });
	assert.match(review.text, /It is now with 罗琳/);
	const confirm = await legal.open('Lease');
	const confirmed = await confirm.submit({
		...{ Opinion: 'Qualified', [labelOf(confirm, 'Next')]: 'E001 · 张敏' },
	});
	assert.equal(confirmed.title, 'Recorded', confirmed.text);
	assert.match((await business.page()).text, /Assign a task/, 'business gives tasks to everybody');
});

const labelOf = ({ fields }, start) => fields.find(({ label }) => label.startsWith(start)).label;

test('of two forms that were open for one step, the second is told', async () => {
	const instance = await started('Twice');
	const [one, two] = [await people.L01.open('Twice'), await people.L01.open('Twice')];
	const values = { Opinion: 'Qualified', 'Next: Purchase': await buyer() };
	const ends = await Promise.all([one.submit(values), two.submit(values)]);
	assert.deepEqual(ends.map(({ title }) => title).sort(), ['Not now', 'Recorded']);
	const late = ends.find(({ title }) => title === 'Not now');
	assert.match(late.text, /L01 has finished it already/);
	const { cards } = await people[BUYER].page();
	assert.equal(cards.filter(({ text }) => text.includes('Twice')).length, 1);
	const rows = await events(instance);
	await one.submit(values);
	assert.deepEqual(await events(instance), rows);
});

test('what is not qualified goes back, and is an error once a second person confirms it', async () => {
	const instance = await started('Chairs');
	await people.L01.work('Chairs', {
		Opinion: 'Not qualified',
		'If not qualified': 'Give back to: Request',
		Comment: 'How many?',
	});
	assert.match((await people[STARTER].page()).text, /Chairs.*Request/);
	const [error] = (await openRows(instance)).filter(({ todo }) => todo === 'error');
	assert.equal(error.handler, STARTER);
	assert.equal(
		error.shownTo,
		'',
		'the leader reported it, has no leader, and nobody else is named yet',
	);

	await n8n.tables.update('pp_links_v1', { employeeId: 'L01' }, { leaderId: 'L02' });
	await rebuilt();
	const shown = async () => (await openRows(instance)).find(({ todo }) => todo === 'error').shownTo;
	assert.equal(await shown(), 'L02', "the leader's leader decides where the leader cannot");

	await n8n.settings('processes-and-tasks', { secondPerson: 'L03' });
	await people[STARTER].work('Chairs', { What: 'Six chairs', Quantity: '6' });
	const decide = await people.L03.open('Chairs');
	assert.match(decide.text, /What was wrong How many\?/);
	const end = await decide.submit({ Decision: 'It was an error' });
	assert.equal(end.title, 'Recorded', end.text);
	const types = (await events(instance)).map(({ type, by }) => `${type} ${by}`);
	assert.ok(
		types.includes('errorReported L01') && types.includes('errorConfirmed L03'),
		`${types}`,
	);
	assert.ok(!(await openRows(instance)).some(({ todo }) => todo === 'error'));
});

test('a spot check reports, the leader decides, and whoever erred decides nothing', async () => {
	const instance = await started('Lamps');
	await agreed('Lamps');
	await people[BUYER].work('Lamps', { Supplier: 'Light & Co', 'Next: Hand out': await buyer() });
	const item = `${instance}/buy`;
	const report = await people.E002.form('pp-report', { item });
	const end = await report.submit({ 'What was wrong': 'The wrong lamps' });
	assert.equal(end.title, 'Recorded', end.text);
	const [error] = (await openRows(instance)).filter(({ todo }) => todo === 'error');
	assert.equal(error.shownTo, 'L03');
	const own = await people[BUYER].form('pp-work', { item, more: error.errorId });
	assert.match(own.text, /This is not with you/);
	assert.equal((await people.L03.work('Lamps', { Decision: 'It was none' })).title, 'Recorded');
	assert.ok((await events(instance)).some(({ type }) => type === 'errorRejected'));
});

test('a task comes from a leader, is done in parts, and its quantity counts', async () => {
	const assign = await people.L01.form('pp-assign-task');
	assert.deepEqual(
		assign.fields[0].options.filter((one) => /^E0(01|37)/.test(one)).length,
		1,
		'a leader gives tasks to their own people only',
	);
	const { role } = (await n8n.tables.rows('pp_people_v1')).find(isStarter);
	await n8n.tables.update('pp_people_v1', { employeeId: STARTER }, { role: 'business' });
	const [everybody] = (await people[STARTER].form('pp-assign-task')).fields;
	assert.ok(everybody.options.some((one) => one.startsWith(BUYER)));
	assert.ok(
		!everybody.options.some((one) => one.startsWith(STARTER)),
		'nobody assigns to themselves',
	);
	await n8n.tables.update('pp_people_v1', { employeeId: STARTER }, { role });
	const wrong = await assign.submit({ ...records, 'How many': 'many', Due: 'tomorrow' });
	assert.match(wrong.text, /"many" is not a whole number.*"tomorrow" is no time/);
	const end = await wrong.submit({ ...records, 'How many': '3', Due: '2026-10-20 18:00' });
	assert.equal(end.title, 'Recorded', end.text);
	const task = numberIn(end);

	const page = await people[STARTER].page();
	assert.match(page.text, /October files.*3 left.*Due 2026-10-20 18:00/);
	assert.match((await people.L01.page()).text, /Open work of your people.*October files/);
	const much = await people[STARTER].work('October files', { 'How many are done': '4' });
	assert.match(much.text, /4 are more than the 3 that are left/);
	const part = await much.submit({ 'How many are done': '1' });
	assert.match(part.text, /2 are left/);
	await people[STARTER].work('October files', {});
	const done = (await events(task)).filter(({ type }) => type === 'completed');
	assert.deepEqual(
		done.map(({ quantity }) => quantity),
		[1, 2],
	);
	assert.doesNotMatch((await people[STARTER].page()).text, /October files/);
	assert.match(
		(await people[BUYER].form('pp-assign-task')).text,
		/You have no people to give tasks/,
	);
});

const isStarter = ({ employeeId }) => employeeId === STARTER;

const records = {
	Who: 'E001 · 张敏',
	Work: 'Customer records',
	'What it is about': 'October files',
};

test('a system assigns, with the key only', async () => {
	const tasks = [
		{ by: 'L01', handler: 'E002', activity: 'customerRecord', title: 'From the CRM', quantity: 50 },
		{ by: 'L01', handler: 'E999', activity: 'customerRecord', title: 'For nobody' },
	];
	for (const key of ['no key', n8n.key]) {
		const stranger = await caller(n8n.client, key)('pp-assign', { tasks });
		assert.equal(stranger.status, 403);
		assert.match(stranger.message, /holds under "assign"/);
	}
	const names = (await n8n.tables.rows('pp_keys_v1')).map(({ name }) => name);
	assert.deepEqual(names, ['month close', 'assign'], 'a second set-up makes no key again');
	const assign = caller(n8n.client, await keyOf(n8n.tables, 'assign'));
	const answer = await assign('pp-assign', { tasks });
	assert.equal(answer.status, 422);
	assert.equal(answer.ok, false);
	assert.equal(answer.tasks[0].ok, true, JSON.stringify(answer));
	assert.match(answer.tasks[1].message, /"E999" is no employee/);
	assert.match((await people.E002.page()).text, /From the CRM.*50 left/);
});

test('a system that asks again with the same number gets the same task, and no other', async () => {
	const assign = caller(n8n.client, await keyOf(n8n.tables, 'assign'));
	const task = {
		by: 'L01',
		handler: 'E002',
		activity: 'customerRecord',
		title: 'Once',
		number: 'C-7',
	};
	const first = await assign('pp-assign', { tasks: [task] });
	assert.deepEqual(first.tasks, [{ ok: true, itemId: 'T-2026-10-C-7', again: false }]);
	const again = await assign('pp-assign', { tasks: [task] });
	assert.deepEqual(
		[again.status, again.tasks],
		[200, [{ ok: true, itemId: 'T-2026-10-C-7', again: true }]],
	);
	const short = { ...task, title: 'By number', number: '17' };
	for (const isThere of [false, true]) {
		const { tasks } = await assign('pp-assign', { tasks: [short] });
		assert.deepEqual(tasks, [{ ok: true, itemId: 'T-2026-10-0017', again: isThere }]);
	}
	assert.equal((await events('T-2026-10-0017')).length, 1);
	const other = await assign('pp-assign', { tasks: [{ ...task, title: 'Another' }] });
	assert.equal(other.status, 422);
	assert.match(other.tasks[0].message, /T-2026-10-C-7: this number is taken already/);
	assert.equal((await events('T-2026-10-C-7')).length, 1);
	assert.match((await people.E002.page()).text, /Once.*1 left/);
	for (const [body, told] of [
		[{ tasks: [] }, /names no task/],
		[{}, /names no task/],
		[{ tasks: [{ ...task, number: 'C/8' }] }, /Not a number of a task: C\/8/],
		[{ tasks: [{ ...task, number: '%' }] }, /Not a number of a task: %/],
		[{ tasks: [{ ...task, number: 'C_8' }] }, /Not a number of a task: C_8/],
	]) {
		const answer = await assign('pp-assign', body);
		assert.equal(answer.status, 422);
		assert.match(answer.message, told);
	}
});

test('late work says why; the leader excuses it, and nobody excuses themselves', async () => {
	const instance = await started('Toner');
	await agreed('Toner');
	await time.set('2026-10-21T02:00:00Z');
	assert.match((await people[BUYER].page()).text, /Toner.*late/);
	const silent = await people[BUYER].work('Toner', { Supplier: 'Office World' });
	assert.match(silent.text, /it is late, and nothing says why/);
	const early = await silent.submit({
		Supplier: 'Office World',
		'Finished at': '2026-10-15 09:00',
	});
	assert.match(early.text, /Finished at lies too far back: here it may be 1 × 24 hours/);
	const end = await early.submit({
		Supplier: 'Office World',
		'Next: Hand out': await buyer(),
		'Finished at': '',
		'Why late': 'Supplier out of stock',
	});
	assert.equal(end.title, 'Recorded', end.text);

	const item = `${instance}/buy`;
	const self = await people[BUYER].form('pp-work', { item, more: 'excuse' });
	assert.match(self.text, /This is not with you/);
	const excuse = await people.L03.open('Toner');
	assert.match(excuse.text, /Reason given Supplier out of stock/);
	await excuse.submit({
		'Reason that excuses it': 'Supplier out of stock',
		Evidence: 'Mail of 15 October',
	});
	const row = (await events(instance)).find(({ type }) => type === 'excused');
	assert.deepEqual(
		[row.by, row.handler, row.excuseCode, row.excuseEvidence],
		['L03', BUYER, 'supplierOutOfStock', 'Mail of 15 October'],
	);
	assert.doesNotMatch((await people.L03.page()).text, /Toner.*Excuse a delay/);
});

test('what is overdue and still open is excused from the leader’s list', async () => {
	await time.set('2026-10-15T03:00:00Z');
	const instance = await started('Shelves');
	await agreed('Shelves');
	assert.doesNotMatch((await people.L03.page()).text, /Shelves.*Excuse a delay/);
	const item = `${instance}/buy`;
	const early = await people.L03.form('pp-work', { item, more: 'excuse' });
	assert.match(early.text, /This is not with you/);
	await time.set('2026-10-21T02:00:00Z');
	assert.match((await people.L03.page()).text, /Shelves.*Excuse a delay/);
	const own = await people[BUYER].form('pp-work', { item, more: 'excuse' });
	assert.match(own.text, /This is not with you/);
	const form = await people.L03.form('pp-work', { item, more: 'excuse' });
	assert.match(form.text, /Shelves/);
	const end = await form.submit({
		'Reason that excuses it': 'Supplier out of stock',
		Evidence: 'Mail of 20 October',
	});
	assert.equal(end.title, 'Recorded', end.text);
	const row = (await events(instance)).find(({ type }) => type === 'excused');
	assert.deepEqual([row.by, row.handler, row.excuseCode], ['L03', BUYER, 'supplierOutOfStock']);
});

test('a form that is open records nothing once its link is taken back', async () => {
	await time.set('2026-10-15T03:00:00Z');
	const instance = await started('Blinds');
	const agree = await people.L01.open('Blinds');
	const before = await events(instance);
	await n8n.tables.update('pp_links_v1', { employeeId: 'L01' }, { revoked: true });
	const answer = { Opinion: 'Qualified', 'Next: Purchase': await buyer() };
	const refused = await agree.submit(answer);
	assert.match(refused.text, /This link is nobody’s, or it was taken back/);
	assert.deepEqual(await events(instance), before);
	await n8n.tables.update('pp_links_v1', { employeeId: 'L01' }, { revoked: false });
	assert.equal((await refused.submit(answer)).title, 'Recorded');
});

test('what was done in time and recorded later is no delay to excuse', async () => {
	await time.set('2026-10-15T03:00:00Z');
	await started('Ink');
	await agreed('Ink');
	await time.set('2026-10-21T01:00:00Z'); // nine hours after it was due: Tuesday at 24:00 in Shanghai
	const bought = { Supplier: 'Office World', 'Next: Hand out': await buyer() };
	const silent = await people[BUYER].work('Ink', { ...bought, 'Finished at': '2026-10-20 17:00' });
	assert.match(silent.text, /recorded after it was due as finished before, and nothing says why/);
	const end = await silent.submit({
		...{ ...bought, 'Finished at': '2026-10-20 17:00' },
		Comment: 'Only written down today',
	});
	assert.equal(end.title, 'Recorded', end.text);
	assert.doesNotMatch((await people.L03.page()).text, /Ink.*Excuse a delay/);
});

test('a fifth process needs a row and nothing else, and speaks Chinese to who reads it', async () => {
	await n8n.tables.insert('pp_processes_v1', [
		{ process: 'seal', definition: JSON.stringify(seal) },
	]);
	await n8n.tables.update('pp_links_v1', { employeeId: 'E002' }, { language: 'zh' });
	const end = await people.E002.start(
		'用印申请',
		{ 事项说明: '租赁合同', 用印类型: '公章' },
		'流程',
	);
	assert.equal(end.title, '已记录', end.text);
	assert.match(end.text, /现已转给 .*：用印/);
	const stamp = await people[BUYER].open('租赁合同');
	assert.match(stamp.text, /Seal request · Stamp|Stamp/);
	assert.match((await stamp.submit({ 'Finished at': 'soon' })).text, /"soon" is no time/);
	const page = await people.E002.page();
	assert.match(page.text, /待办/);
});

const seal = {
	...{ process: 1, id: 'seal', version: '1', prefix: 'SL', timeZone: 'Asia/Shanghai' },
	label: { en: 'Seal request', zh: '用印申请' },
	steps: [
		{
			id: 'ask',
			label: { en: 'Request', zh: '申请' },
			by: { anyone: true },
			fields: [
				{
					id: 'kind',
					label: { en: 'Kind', zh: '用印类型' },
					type: 'choice',
					required: true,
					choices: ['公章', '合同章'],
				},
			],
		},
		{ id: 'stamp', label: { en: 'Stamp', zh: '用印' }, by: { employees: [BUYER] } },
	],
};

test('who signs in sees their own page, and where Settings ask for it links open nothing', async () => {
	const own = {
		email: 'min@example.com',
		firstName: 'Min',
		lastName: 'Z',
		password: 'Performance-1',
	};
	await addPerson(n8n.client, own);
	const row = (await n8n.tables.rows('pp_people_v1')).find((one) => one.employeeId === STARTER);
	const accounts = JSON.stringify({ ...JSON.parse(row.accounts), n8n: [own.email] });
	await n8n.tables.update('pp_people_v1', { employeeId: STARTER }, { accounts });
	await n8n.settings('processes-and-tasks', { proof: 'signIn' });
	await started('By sign-in').catch(() => undefined);
	assert.match((await people[STARTER].page()).text, /Here everybody signs in to n8n/);
	assert.match((await people[STARTER].form('pp-start')).text, /Here everybody signs in to n8n/);
	const signedIn = visitor(n8n.client);
	await signedIn.signIn(own);
	const page = await (await signedIn.open('pp-my-work-signed')).submit();
	assert.match(page.text, /张敏.*To do/);
	await n8n.tables.update('pp_people_v1', { employeeId: STARTER }, { accounts: row.accounts });
	await n8n.tables.update('pp_links_v1', { employeeId: STARTER }, { email: 'Min@Example.com' });
	const byLink = await (await signedIn.open('pp-my-work-signed')).submit();
	assert.match(byLink.text, /张敏.*To do/, 'an address is the same in capitals');
	const choice = await (await signedIn.open('pp-start-signed')).submit();
	const end = await (await choice.submit({ Process: 'Office procurement' })).submit(PAPER);
	assert.equal(end.title, 'Recorded', end.text);
	const [open] = await openRows(numberIn(end));
	assert.match(open.address, /\/form\/pp-work-signed\?item=PR/);
	await n8n.settings('processes-and-tasks', { proof: 'link' });
});
