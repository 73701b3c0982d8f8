// Payroll against a system of one's own with a JSON API, over real sockets.
// Run: npm run build && node --test test/pay/rest.test.mjs
import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { payFixture } from '../../demo/sandbox/rest/payFixture.mjs';
import { codes, openPaySite, scored, statuses } from './paySite.mjs';

const fixture = payFixture();
const { parameters } = fixture.request;

const open = [];
const site = async (given) => {
	const one = await openPaySite(fixture, given);
	open.push(one.server);
	return one;
};
after(async () => await Promise.all(open.map(async (server) => await server.stop())));

const set = (place, change) =>
	place.request(place.people, { parameters: { ...parameters, ...change } });
const writes = ({ server }) => server.requests.filter(({ method }) => method === 'POST');
const paid = ({ system }) =>
	[...system.payments.values()].map(({ employee, amount, status }) =>
		[employee.id, amount, status].join(' '),
	);

describe('pay by a JSON API of one’s own', () => {
	it('is created as the panel says, read over pages, and not written again', async () => {
		const place = await site({ count: 60 });
		const first = await place.pay();
		assert.deepEqual([first.batch.status, first.problems], ['sent', []]);
		const [payment] = place.system.payments.values();
		assert.deepEqual(payment, {
			...{ id: 1, reference: first.lines[0].key, employee: { id: 'emp-E001' } },
			...{ amount: '2790.00', currency: 'CNY', month: '2026-10', type: 'Performance Pay' },
			status: 'open',
		});
		const again = await place.pay();
		assert.deepEqual(new Set(statuses(again)), new Set(['unchanged']));
		assert.equal(writes(place).length, 60);
		assert.equal((await place.reconcile(place.request())).batch.status, 'reconciled');
	});

	it('carries the difference of a correction, below zero too', async () => {
		const place = await site();
		const first = await place.pay();
		const lower = await place.pay(
			place.request(scored(place.people, 'E001', '90'), {
				...{ revision: 1, earlierPay: first.lines, negativeDifferences: 'deduct' },
			}),
		);
		assert.deepEqual([lower.batch.status, lower.lines[0].amount], ['sent', '-90.00']);
		assert.ok(paid(place).includes('emp-E001 -90.00 open'));
	});

	it('names whom the system refuses, and pays the others', async () => {
		const place = await site({
			options: { payroll: { people: ['emp-E001', 'emp-E003'] } },
		});
		const { batch, lines, problems } = await place.pay();
		assert.equal(batch.status, 'incomplete');
		assert.deepEqual(statuses({ lines }), ['confirmed', 'failed', 'confirmed']);
		assert.match(problems[0].message, /emp-E002.*HTTP 422/);
	});

	it('is taken back, and told where there is no way to', async () => {
		const place = await site();
		const first = await place.pay();
		assert.equal((await place.reverse(first)).reversal.status, 'reversed');
		assert.ok(paid(place).every((one) => one.endsWith('void')));

		const other = await site();
		const asked = set(other, { takeBackPath: '' });
		const batch = await other.pay(asked);
		const byHand = await other.reverse(batch, { parameters: asked.parameters });
		assert.equal(byHand.reversal.status, 'incomplete');
		assert.match(byHand.problems[0].message, /no way to take it back is set.*by hand/);
	});
});

describe('a write without an answer', () => {
	it('that is not found stays unknown until the next sync, which looks first', async () => {
		const place = await site();
		place.server.faults.add({ kind: '500', match: 'POST /payments', times: 1 });
		const first = await place.pay();
		assert.deepEqual(statuses(first), ['unknown', 'confirmed', 'confirmed']);
		assert.equal(writes(place).length, 3);
		assert.equal((await place.pay()).batch.status, 'sent');
		assert.equal(writes(place).length, 4);
	});

	it('is written again at once where the system refuses a double key', async () => {
		const place = await site({ options: { unique: true } });
		place.server.faults.add({ kind: '500', match: 'POST /payments', times: 1 });
		assert.equal((await place.pay(set(place, { refusesDoubles: true }))).batch.status, 'sent');
	});

	for (const status of ['sent', 'unknown', 'confirmed'])
		it(`is not sent again once the journal has it as ${status}, until somebody has looked`, async () => {
			const place = await site();
			const { lines } = await place.pay();
			place.system.payments.delete(1); // E001's is hidden, or gone
			const journal = { earlierPay: lines.map((line) => ({ ...line, status })) };
			const asked = place.request(place.people, journal);
			const paidOnly = status === 'confirmed' ? 'pay.paidElsewhere' : 'pay.sentUnseen';
			assert.deepEqual(codes(await place.pay(asked)), [`${paidOnly} E001`]);

			const open = await place.reconcile(asked);
			assert.deepEqual(statuses(open), ['unknown', 'confirmed', 'confirmed']);
			assert.deepEqual(codes(open), ['pay.sentUnseen E001']);
			assert.match(open.problems[0].remedy, /Look for it in payroll itself/);
			const still = place.request(place.people, { earlierPay: open.lines });
			assert.deepEqual(codes(await place.pay(still)), ['pay.sentUnseen E001']);
			assert.equal(writes(place).length, 3);

			const looked = await place.reconcile({ ...still, notInPayroll: ['E001'] });
			assert.deepEqual(statuses(looked), ['failed', 'confirmed', 'confirmed']);
			const settled = place.request(place.people, { earlierPay: looked.lines });
			assert.equal((await place.pay(settled)).batch.status, 'sent');
			assert.equal(writes(place).length, 4);
		});

	it('is not called taken back while nobody has looked', async () => {
		const place = await site();
		const { batch, lines } = await place.pay();
		place.system.payments.delete(1); // E001's is hidden, or gone
		const unknown = lines.map((line, index) =>
			index === 0 ? { ...line, status: 'unknown' } : line,
		);
		const back = await place.reverse({ batch, lines: unknown });
		assert.deepEqual(statuses(back), ['unknown', 'reversed', 'reversed']);
		assert.deepEqual(codes(back), ['pay.sentUnseen E001']);
		assert.equal(back.reversal.status, 'incomplete');

		const request = place.request(place.people, { earlierPay: unknown });
		const looked = await place.reconcile({ ...request, notInPayroll: ['E001'] });
		const again = await place.reverse({ batch, lines: looked.lines });
		assert.deepEqual([again.reversal.status, codes(again)], ['reversed', []]);
	});

	it('does not promise that nothing comes twice', async () => {
		const place = await site();
		place.server.faults.add({ kind: '500', match: 'POST /payments', times: 1 });
		const [told] = (await place.pay()).problems;
		assert.equal(
			told.remedy,
			'Reconcile, which looks again. If payroll does not have it, name the person there in Not in Payroll; then run the sync again',
		);
	});

	it('that did arrive is found, and not written again', async () => {
		const place = await site();
		place.server.faults.add({ kind: 'lost500', match: 'POST /payments', times: 1 });
		assert.equal((await place.pay()).batch.status, 'sent');
		assert.equal(writes(place).length, 3);
	});
});

describe('the settings of a JSON API', () => {
	for (const { why, change, told } of [
		{ why: 'a body that is no JSON', change: { createBody: '{ key }' }, told: /is not JSON/ },
		{
			why: 'a body without the key',
			change: { createBody: '{ "employee": "{employee}", "amount": {amount} }' },
			told: /Create Body lacks \{key\}/,
		},
		{
			why: 'a placeholder that stands for nothing',
			change: { createPath: '/payments/{salary}' },
			told: /Create Path holds \{salary\}/,
		},
		{
			why: 'an address that would take the credential elsewhere',
			change: { createPath: 'https://elsewhere.example/payments' },
			told: /is a whole address/,
		},
		{ why: 'states without one that is paid', change: { paidValues: '' }, told: /no state means/ },
		{ why: 'no currency', change: { assumedCurrency: 'yuan' }, told: /"yuan" is not a currency/ },
	])
		it(`stop at ${why}, before anything is sent`, async () => {
			const place = await site();
			const { batch, problems } = await place.preview(set(place, change));
			assert.equal(batch.status, 'stopped');
			assert.equal(problems[0].code, 'pay.setting');
			assert.match(problems[0].message, told);
			assert.equal(place.server.requests.length, 0);
		});

	it('stop at an entry that does not hold what they name', async () => {
		const place = await site();
		await place.pay();
		const { batch, problems } = await place.preview(set(place, { amountAt: 'sum' }));
		assert.equal(batch.status, 'stopped');
		assert.match(`${problems[0].message} ${problems[0].remedy}`, /nothing at 'sum'.*Amount at/);
	});

	it('stop a payment of another currency where entries name none', async () => {
		const place = await site();
		const asked = set(place, { currencyAt: '', assumedCurrency: 'EUR' });
		const ids = place.people.map(({ employeeId }) => `pay.otherCurrency ${employeeId}`);
		assert.deepEqual(codes(await place.preview(asked)), ids);
	});
});
