// Payroll against the sandbox of Feishu payroll, over real sockets: one row a person and month, saved all or none.
// Run: npm run build && node --test test/pay/feishu.test.mjs
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { after, describe, it } from 'node:test';
import { payFixture } from '../../demo/sandbox/feishu/payFixture.mjs';
import { scopes } from '../../demo/sandbox/feishu/scopes.mjs';
import { codes, openPaySite, scored, statuses } from './paySite.mjs';

const { checkAccess, getBasePay } = createRequire(import.meta.url)('../../dist/src/index.js');

const fixture = payFixture();
const { remoteOf, request: terms } = fixture;
const SOURCE = terms.parameters.paySource;
const AMOUNT = terms.parameters.payAmountField;
const KEY = terms.parameters.payKeyField;
const first = remoteOf('E001');

const open = [];
const site = async (given) => {
	const one = await openPaySite(fixture, given);
	open.push(one.server);
	return one;
};
after(async () => await Promise.all(open.map(async (server) => await server.stop())));

const rowOf = ({ system }, id = first, period = '2026-10') =>
	system.rows.get(`${SOURCE}/${id}/${period}`);
const saves = ({ server }) => server.requests.filter(({ target }) => target.includes('/save'));

/** Changes the sandbox's data before it is opened. */
const changed = (change) => {
	const data = fixture.data();
	change(data.payroll);
	return { data };
};

describe('pay in Feishu', () => {
	it('is one row a person, with its amount and its key, saved fifty at once', async () => {
		const place = await site({ count: 60 });
		const { batch, lines, problems } = await place.pay();
		assert.deepEqual([batch.status, problems], ['sent', []]);
		assert.equal(saves(place).length, 2);
		assert.equal(place.system.rows.size, 60);
		const { status, values } = rowOf(place);
		assert.deepEqual(
			[status, values[AMOUNT], values[KEY]],
			[1, '2790.00', `${lines[0].key}=2790.00`],
		);
		assert.deepEqual(batch.inPayroll.sums, { CNY: batch.currencies.CNY.sumOfAmount });
	});

	it('is not written again by a second sync, and reconciles', async () => {
		const place = await site();
		await place.pay();
		const before = saves(place).length;
		const again = await place.pay();
		assert.deepEqual(statuses(again), ['unchanged', 'unchanged', 'unchanged']);
		assert.equal(saves(place).length, before);
		assert.equal((await place.reconcile(place.request())).batch.status, 'reconciled');
	});

	it('goes into the month of the payroll date, and is found there when the date is moved', async () => {
		const place = await site();
		await place.pay(place.request(place.people, { payrollDate: '2026-11-30' }));
		assert.equal(rowOf(place, first, '2026-11').values[AMOUNT], '2790.00');
		const moved = await place.pay();
		assert.deepEqual(
			new Set(codes(moved)),
			new Set(place.people.map(({ employeeId }) => `pay.amountDiffers ${employeeId}`)),
		);
		assert.match(moved.problems[0].message, /payroll date 2026-10-31 expected, 2026-11-30 found/);
		assert.equal(rowOf(place), undefined);
	});

	it('of one person that Feishu refuses is paid to nobody of the write, and the person is named', async () => {
		const refusing = changed(({ employments }) => (employments[first].mayWrite = false));
		const place = await site({ options: refusing });
		const { batch, lines, problems } = await place.pay();
		assert.equal(batch.status, 'incomplete');
		assert.deepEqual(statuses({ lines }), ['failed', 'failed', 'failed']);
		const told = new RegExp(
			`${first}: the app may not write for this person.*none of these 3 people`,
		);
		assert.ok(
			problems.every(({ message }) => told.test(message)),
			problems[0].message,
		);
		assert.equal(place.system.rows.size, 0);
	});

	it('waits while somebody else writes to the source', async () => {
		const place = await site({ options: { lockedSaves: 2 } });
		assert.equal((await place.pay()).batch.status, 'sent');
		assert.equal(saves(place).length, 3);
	});

	it('stops where the row is paid by hand, and leaves it as it is', async () => {
		const place = await site();
		const values = { employment_id: first, payroll_period: '2026-10', [AMOUNT]: '500.00' };
		place.system.rows.set(`${SOURCE}/${first}/2026-10`, { status: 1, source: SOURCE, values });
		const stopped = await place.preview(place.request());
		assert.equal(stopped.batch.status, 'stopped');
		assert.ok(codes(stopped).includes('pay.paidByHand E001'));
	});

	it('tells an amount that somebody changed', async () => {
		const place = await site();
		await place.pay();
		rowOf(place).values[AMOUNT] = '3790.00';
		const found = await place.reconcile(place.request());
		assert.deepEqual(codes(found), ['pay.amountDiffers E001']);
		assert.match(found.problems[0].message, /2790\.00 expected, 3790\.00 found: \+1000\.00/);
	});

	it('tells a row that somebody stopped', async () => {
		const place = await site();
		await place.pay();
		rowOf(place).status = 2;
		assert.deepEqual(codes(await place.reconcile(place.request())), ['pay.disabled E001']);
	});
});

describe('a correction in Feishu', () => {
	const correction = (place, revision, total, earlier, change = {}) =>
		place.request(scored(place.people, 'E001', total), {
			...{ revision, earlierPay: earlier.flatMap(({ lines }) => lines), ...change },
		});

	it('makes the row the running total, and keeps what each revision paid', async () => {
		const place = await site();
		const paid = [await place.pay()];
		paid.push(await place.pay(correction(place, 1, '95', paid)));
		const back = { negativeDifferences: 'deduct' };
		paid.push(await place.pay(correction(place, 2, '90', paid, back)));
		assert.deepEqual(
			paid.map(({ batch }) => batch.status),
			['sent', 'sent', 'sent'],
		);
		const { values } = rowOf(place);
		assert.equal(values[AMOUNT], '2700.00');
		const [key0, key1, key2] = paid.map(({ lines }) => lines[0].key);
		assert.equal(values[KEY], `${key0}=2790.00 ${key1}=60.00 ${key2}=-150.00`);
		const all = correction(place, 2, '90', paid, back);
		assert.equal((await place.reconcile(all)).batch.status, 'reconciled');
	});

	it('is not paid twice when the answer is lost', async () => {
		const place = await site();
		const paid = [await place.pay()];
		place.server.faults.add({ kind: 'lost500', match: '/save', times: 1 });
		paid.push(await place.pay(correction(place, 1, '95', paid)));
		assert.equal(paid[1].batch.status, 'sent');
		assert.equal(rowOf(place).values[AMOUNT], '2850.00');
	});

	it('stops where the row is no longer what was paid', async () => {
		const place = await site();
		const paid = [await place.pay()];
		rowOf(place).values[AMOUNT] = '1000.00';
		const stopped = await place.preview(correction(place, 1, '95', paid));
		assert.deepEqual(codes(stopped), ['pay.earlierDiffers E001']);
	});
});

describe('a reversal in Feishu', () => {
	it('stops the rows, sets them to nothing, and keeps their keys', async () => {
		const place = await site();
		const paid = await place.pay();
		const { reversal, lines } = await place.reverse(paid);
		assert.equal(reversal.status, 'reversed');
		assert.deepEqual(statuses({ lines }), ['reversed', 'reversed', 'reversed']);
		const { status, values } = rowOf(place);
		assert.deepEqual(
			[status, values[AMOUNT], values[KEY]],
			[2, '0.00', `${paid.lines[0].key}~2790.00`],
		);
		assert.equal((await place.reverse(paid)).reversal.status, 'reversed');
	});

	it('of a correction leaves what was paid before', async () => {
		const place = await site();
		const paid = await place.pay();
		const better = place.request(scored(place.people, 'E001', '95'), {
			revision: 1,
			earlierPay: paid.lines,
		});
		const more = await place.pay(better);
		assert.equal(
			(await place.reverse({ ...more, lines: [...paid.lines, ...more.lines] })).reversal.status,
			'reversed',
		);
		assert.deepEqual([rowOf(place).status, rowOf(place).values[AMOUNT]], [1, '2790.00']);
	});

	it('is followed by the next revision, which pays the whole and enables the row again', async () => {
		const place = await site();
		const paid = await place.pay();
		const { lines } = await place.reverse(paid);
		const again = await place.pay(place.request(place.people, { revision: 1, earlierPay: lines }));
		assert.equal(again.batch.status, 'sent', JSON.stringify(again.problems));
		assert.deepEqual([rowOf(place).status, rowOf(place).values[AMOUNT]], [1, '2790.00']);
	});
});

describe('Feishu is looked at before anything is written', () => {
	const field = (payroll, code) => payroll.sources[0].fields.find((it) => it.code === code);
	for (const { why, change, finds, told, parameters = {} } of [
		{
			why: 'another source',
			parameters: { paySource: 'none__c' },
			finds: ['pay.sourceMissing null'],
			told: /no external data source "none__c"/,
		},
		{
			why: 'a stopped source',
			change: ({ sources }) => (sources[0].active_status = 2),
			finds: ['pay.sourceStopped null'],
			told: /is stopped/,
		},
		{
			why: 'a source by days',
			change: ({ sources }) => (sources[0].data_period_type = 2),
			finds: ['pay.sourceNotMonthly null'],
			told: /by day/,
		},
		{
			why: 'no such fields',
			parameters: { payAmountField: 'a__c', payKeyField: 'b__c' },
			finds: ['pay.amountFieldMissing null', 'pay.keyFieldMissing null'],
			told: /no field "a__c"/,
		},
		{
			why: 'a text for the amount and a stopped text for the key',
			parameters: { payAmountField: KEY, payKeyField: 'note__c' },
			finds: ['pay.amountFieldUnfit null', 'pay.keyFieldUnfit null'],
			told: /is not an amount or a number/,
		},
		{
			why: 'a field that rounds',
			change: (payroll) => (field(payroll, AMOUNT).decimal_places = 1),
			finds: ['pay.amountFieldRounds null'],
			told: /would round/,
		},
		{
			why: 'another currency in an amount',
			parameters: { payCurrency: 'SGD' },
			finds: ['pay.sourceCurrency null'],
			told: /only CNY/,
		},
		{
			why: 'pay in another currency than the source',
			change: (payroll) => (field(payroll, AMOUNT).field_type = 2),
			parameters: { payCurrency: 'SGD' },
			finds: ['E001', 'E002', 'E003'].map((id) => `pay.otherCurrency ${id}`),
			told: /is paid in CNY, and the data source counts in SGD/,
		},
		{
			why: 'an employment that the app cannot see',
			change: ({ employments }) => delete employments[first],
			finds: ['pay.personMissing E001'],
			told: /no employment id/,
		},
		{
			why: 'somebody who is not employed any more',
			change: ({ employments }) => (employments[first].status = 'terminated'),
			finds: ['pay.left E001'],
			told: /is not employed now: its status is terminated/,
		},
	])
		it(`and stops at ${why}`, async () => {
			const place = await site({ options: changed(change ?? (() => undefined)) });
			const asked = place.request(place.people, {
				parameters: { ...terms.parameters, ...parameters },
			});
			const stopped = await place.preview(asked);
			assert.equal(stopped.batch.status, 'stopped');
			assert.deepEqual(codes(stopped), finds);
			assert.match(stopped.problems[0].message, told);
			assert.equal(saves(place).length, 0);
		});

	it('and says which permission is missing', async () => {
		const place = await site({ options: { scopes: [] } });
		const { problems } = await place.preview(place.request());
		assert.match(problems[0].message, /payroll:external_datasource_configuration:read/);
	});
});

describe('base pay in Feishu', () => {
	const asked = (place, accounts, parameters = { payBaseItem: fixture.baseItem }) =>
		getBasePay(
			{
				...{ system: 'feishu', baseUrl: place.server.url, period: '2026-10' },
				parameters: { ...terms.parameters, ...parameters },
				employees: accounts.map((account, at) => ({
					...{ employeeId: `E00${at + 1}`, accounts: { feishu: [account] } },
				})),
			},
			place.ports,
		);

	it('is the item of the archive of whom an e-mail, an employment, open or user ID names', async () => {
		const place = await site();
		const accounts = ['E001@x.example', remoteOf('E002'), 'ou_E003', 'e004'];
		const { basePay, problems } = await asked(place, accounts);
		assert.deepEqual(problems, []);
		assert.deepEqual(
			basePay.map(({ remoteEmployeeId, base, currency, from }) =>
				[remoteEmployeeId, base, currency, from].join(' '),
			),
			['3000.00', '3012.50', '3025.00', '3037.50'].map(
				(base, at) => `${remoteOf(`E00${at + 1}`)} ${base} CNY 2026-01-01`,
			),
		);
	});

	it('names whom Feishu does not know, and who has no such item', async () => {
		const place = await site();
		const unknown = await asked(place, ['nobody@x.example']);
		assert.deepEqual(codes(unknown), ['pay.payrollPersonMissing E001']);
		const other = await asked(place, ['e001@x.example'], { payBaseItem: '1' });
		assert.deepEqual(codes(other), ['pay.baseMissing E001']);
	});

	it('asks for the item to be chosen', async () => {
		const place = await site();
		const { problems } = await asked(place, ['e001@x.example'], {});
		assert.match(`${problems[0].message} ${problems[0].remedy}`, /no item is chosen.*Base Item/);
	});
});

describe('the test of a Feishu credential', () => {
	const tested = async (allowed) => {
		const { server, ports } = await site({ options: { scopes: allowed } });
		return await checkAccess({ system: 'feishu', baseUrl: server.url }, ports.http);
	};
	const paying = [scopes.sources, scopes.readRows, scopes.writeRows, scopes.employees];

	it('is content with an app for paying, and names the permission that evidence would take', async () => {
		const { ok, message } = await tested(paying);
		assert.equal(ok, true);
		assert.match(message, /For evidence: .*lacks the permission approval:approval:readonly/);
		assert.match(message, /For payroll: .*could read external data sources, rows of external data/);
	});

	it('names each permission of paying that is missing', async () => {
		const { ok, message } = await tested([]);
		assert.equal(ok, false);
		for (const scope of [scopes.sources, scopes.readRows, scopes.employees])
			assert.ok(message.includes(`lacks the permission ${scope}`), message);
	});
});
