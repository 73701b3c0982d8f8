// Paying by Gusto as built, over HTTP, against the sandbox.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { describe, test } from 'node:test';
import { COMPONENT, data, payFixture, payroll } from '../../demo/sandbox/gusto/payFixture.mjs';
import { axiosPort } from '../pay/axiosPort.mjs';
import { paying } from './paying.mjs';

const { checkAccess } = createRequire(import.meta.url)('../../dist/src/index.js');

const gusto = async (given, use) => await paying(payFixture, given, use);
const withPayrolls = (...payrolls) => ({ options: { data: data(payrolls) } });
const paid = ['2790.00 paid', '2790.48 paid', '2790.87 paid'];
const open = payroll(2, '2026-10-30');
const calculated = payroll(2, '2026-10-30', { calculated_at: '2026-10-28T00:00:00Z' });
const message = ({ problems }) => problems.map((it) => it.message).join(' ');
const writes = ({ requests }) =>
	requests.filter(({ method, target }) => method === 'PUT' && !target.includes('/prepare'));

describe('a payroll', () => {
	test('gets one amount a person, and keeps the bonus of another application', async () =>
		await gusto({}, async ({ sync, reconcile, system, ledger, server }) => {
			assert.equal((await sync()).batch.status, 'sent');
			assert.equal((await reconcile()).batch.status, 'reconciled');
			assert.deepEqual(ledger(), paid);
			assert.deepEqual(system.payrolls[1].people[2].fixed[0], { name: 'Bonus', amount: '150.00' });
			assert.equal(writes(server).length, 3);
		}));

	test('of another month does not pay again what the journal has as paid', async () =>
		await gusto(
			withPayrolls(open, payroll(3, '2026-11-30')),
			async ({ sync, preview, ledger, system }) => {
				const { lines } = await sync();
				system.payrolls[0].processed = true;
				const moved = { payrollDate: '2026-11-30', earlierPay: lines };
				const shown = await preview(moved);
				assert.equal(shown.batch.status, 'stopped');
				assert.match(message(shown), /E001: revision 0 paid 2790\.00 USD by the journal, and/);
				assert.equal((await sync(moved)).batch.status, 'stopped');
				assert.deepEqual(ledger(), []); // the fixture's ledger is that of the last payroll
			},
		));

	test('that somebody changes meanwhile is read anew: the version before is refused', async () =>
		await gusto({}, async ({ sync, system, ports, ledger, server }) => {
			const http = async (request) => {
				const answer = await ports.http(request);
				if (request.method === 'PUT' && writes(server).length === 1)
					system.set(1, 2, 'Commission', '10.00');
				return answer;
			};
			assert.equal((await sync({}, { ...ports, http })).batch.status, 'sent');
			assert.deepEqual(
				system.payrolls[1].people[2].fixed.map(({ name }) => name),
				['Bonus', 'Commission', COMPONENT],
			);
			assert.equal(writes(server).length, 4);
			assert.equal(ledger().length, 3);
		}));

	test('that another application has set to another amount meanwhile is left as it is, and told', async () =>
		await gusto({}, async ({ sync, system, ports, server }) => {
			const http = async (request) => {
				const answer = await ports.http(request);
				if (request.method === 'PUT' && writes(server).length === 1)
					system.set(1, 2, COMPONENT, '1.00');
				return answer;
			};
			const { batch, lines } = await sync({}, { ...ports, http });
			assert.equal(batch.status, 'incomplete');
			assert.deepEqual(
				lines.map(({ status }) => status),
				['confirmed', 'confirmed', 'mismatch'],
			);
			assert.equal(system.payrolls[1].people[2].fixed.at(-1).amount, '1.00');
		}));

	test('that is locked by another change is tried again', async () =>
		await gusto({ options: { conflicts: 3 } }, async ({ sync, ledger }) => {
			assert.equal((await sync()).batch.status, 'sent');
			assert.deepEqual(ledger(), paid);
		}));

	test('that is calculated stays so in a preview', async () =>
		await gusto(withPayrolls(calculated), async ({ preview, sync, system, ledger }) => {
			assert.equal((await preview()).batch.status, 'ready');
			assert.ok(system.payrolls[0].calculated_at);
			assert.equal((await sync()).batch.status, 'sent');
			assert.deepEqual(ledger(), paid);
		}));

	test('of a month is read beside the others of it', async () =>
		await gusto(withPayrolls(payroll(1, '2026-10-15'), open), async ({ preview, sync, system }) => {
			assert.match(message(await preview()), /2 open payrolls .* 2026-10-15, 2026-10-30/);
			const payrollDate = '2026-10-15';
			assert.equal((await sync({ payrollDate })).batch.status, 'sent');
			system.payrolls[0].processed = true;
			const again = await sync({});
			assert.deepEqual([again.batch.status, again.lines[0].status], ['sent', 'unchanged']);
		}));

	test('is taken back as long as it is open', async () =>
		await gusto({}, async (site) => {
			const done = await site.sync();
			assert.equal((await site.reverse(done)).reversal.status, 'reversed');
			assert.deepEqual(site.ledger(), []);
			const paidAgain = await site.sync();
			site.system.payrolls[1].processed = true;
			const { reversal, problems } = await site.reverse(paidAgain);
			assert.equal(reversal.status, 'incomplete');
			assert.match(message({ problems }), /processed/);
		}));
});

describe('is refused before anything is written', () => {
	const processed = payroll(2, '2026-10-30', { processed: true });
	const people = open.people.map((it, at) => ({ ...it, excluded: at === 0 }));
	const cases = [
		['no company', { parameters: {} }, {}, /No company is named/],
		['a wrong name', { component: 'Prize' }, {}, /no earning type "Prize"/],
		[
			'another spelling',
			{ component: 'bonus' },
			{},
			/writes the earning type "Bonus", not "bonus"/,
		],
		['a processed payroll', {}, withPayrolls(processed), /no open payroll .*processed are .*10-30/],
		['no payroll of that month', { payrollDate: '2026-12-31' }, {}, /no open payroll .*2026-12$/],
		['somebody skipped', {}, withPayrolls({ ...open, people }), /E001: .* is skipped/],
		['nobody there', {}, withPayrolls({ ...open, people: people.slice(1) }), /E001: .* is not in/],
		['another company', { parameters: { company: 'x' } }, {}, /not there, or not for this token/],
		['a scope', {}, { options: { granted: ['payrolls:write'] } }, /may not do this \(HTTP 403\)/],
	];
	for (const [what, changed, given, words] of cases)
		test(
			what,
			async () =>
				await gusto(given, async ({ preview, server }) => {
					const { batch, problems } = await preview(changed);
					assert.equal(batch.status, 'stopped');
					assert.match(message({ problems }), words);
					assert.equal(writes(server).length, 0);
				}),
		);

	test('another currency', async () =>
		await gusto({}, async ({ preview, requestOf }) => {
			const basePay = requestOf().basePay.map((it) => ({ ...it, currency: 'CAD' }));
			assert.match(message(await preview({ basePay })), /pays in USD, this pay is in CAD/);
		}));

	test('and the company that the credential reaches is named', async () =>
		await gusto({}, async ({ preview, fixture }) => {
			const { problems } = await preview({ parameters: {} });
			assert.ok(problems[0].remedy.includes(fixture.request.parameters.company));
		}));
});

describe('a correction', () => {
	const correct = async ({ sync, reconcile, people }, revision, earlierPay) => {
		const raised = people.map((one) => ({ ...one, total: String(Number(one.total) + revision) }));
		const changed = { revision, earlierPay, people: raised };
		const done = await sync(changed);
		return done.batch.status === 'sent' ? await reconcile(changed) : done;
	};

	test('goes by its own earning type; a second one would replace it, and is refused', async () =>
		await gusto({ count: 1 }, async (site) => {
			await site.sync();
			const zero = await site.reconcile();
			const one = await correct(site, 1, zero.lines);
			assert.deepEqual([one.batch.status, message(one)], ['reconciled', '']);
			assert.deepEqual(site.ledger(), ['2790.00 paid', '30.00 paid']);
			const two = await correct(site, 2, [...zero.lines, ...one.lines]);
			assert.match(message(two), /has a correction in that payroll already/);
			assert.deepEqual(site.ledger(), ['2790.00 paid', '30.00 paid']);
		}));
});

describe('the test of the credential', () => {
	const check = async (options, token = 'gusto-pay-token-1') => {
		let access;
		await gusto({ options }, async ({ server }) => {
			const http = axiosPort({ headers: { Authorization: `Bearer ${token}` } });
			access = await checkAccess({ system: 'gusto', baseUrl: server.url }, http);
		});
		return access;
	};

	test('reads what paying reads', async () => {
		const { ok, message: said } = await check({});
		assert.ok(ok, said);
		assert.match(said, /could read earning types, payrolls/);
	});

	test('names what it may not read', async () => {
		const { ok, message: said } = await check({ granted: ['payrolls:write'] });
		assert.equal(ok, false);
		assert.match(said, /Gusto earning types: .*Gusto payrolls: .*payrolls:read/);
	});

	test('tells a wrong token without it', async () => {
		const { ok, message: said } = await check({}, 'wrong-token-9');
		assert.equal(ok, false);
		assert.match(said, /does not accept the token/);
		assert.doesNotMatch(said, /wrong-token-9/);
	});
});
