// Paying by Xero as built, over HTTP, against the sandbox, which Xero's own description is held against by Prism.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { describe, test } from 'node:test';
import { data, payFixture, rates } from '../../demo/sandbox/xero/payFixture.mjs';
import { axiosPort, portsOver } from '../pay/axiosPort.mjs';
import { paying } from './paying.mjs';
import { throughPrism } from './prism.mjs';

const { checkAccess } = createRequire(import.meta.url)('../../dist/src/index.js');

const ROOT = '/payroll.xro/1.0';
const xero = async (given, use) => await paying(payFixture, given, use);
const paid = ['2790.00 paid', '2790.48 paid', '2790.87 paid'];
const [draft] = data().runs.filter(({ PayRunStatus: status }) => status === 'DRAFT');
const posted = { ...draft, PayRunStatus: 'POSTED' };
const withRuns = (...runs) => ({ options: { data: { ...data(), runs } } });
const withRates = (change) => ({ options: { data: { ...data(), rates: rates.map(change) } } });
const isPay = ({ Name: name }) => name === 'Performance Pay';
const message = ({ problems }) => problems.map((it) => it.message).join(' ');

/** An HTTP port that goes through Prism, and what did not fit. */
const describedPort = async ({ server, fixture }) => {
	const { ask, found } = await throughPrism('xero-payroll-au.json', `${server.url}${ROOT}`);
	const { Authorization: authorization } = fixture.sign(fixture.credentials).headers;
	const http = async ({ method, url, query, headers, body }) => {
		const path = new URL(url).pathname.replace(ROOT, '');
		const json = body === undefined ? {} : { 'content-type': 'application/json' };
		const answer = await ask({
			...{ method, path, query, body },
			headers: { ...headers, ...json, authorization },
		});
		return { ...answer, body: JSON.stringify(answer.body) };
	};
	return { ports: portsOver(http), found };
};

describe("what is sent and answered fits Xero's description", () => {
	test('in a sync and a reconciliation', async () =>
		await xero({}, async (site) => {
			const { ports, found } = await describedPort(site);
			const { batch } = await site.sync({}, ports);
			assert.equal(batch.status, 'sent');
			assert.equal((await site.reconcile({}, ports)).batch.status, 'reconciled');
			assert.deepEqual(found, []);
			assert.deepEqual(site.ledger(), paid);
		}));

	test('and Prism would tell: of a body that is no list, and of no organisation', async () =>
		await xero({}, async ({ server }) => {
			const { ask, found } = await throughPrism('xero-payroll-au.json', `${server.url}${ROOT}`);
			const path = `/Payslip/${draft.slips[0].PayslipID}`;
			const headers = { authorization: 'Bearer x', 'content-type': 'application/json' };
			await ask({ method: 'POST', path, headers, body: { EarningsLines: [] } });
			const said = found.filter(({ where }) => where === 'request').map(({ at }) => at);
			assert.deepEqual(said.sort(), ['body', 'header']);
		}));
});

describe('a payslip', () => {
	test('keeps every other line, and gets ours in the place of one without an amount', async () =>
		await xero({}, async ({ sync, system }) => {
			await sync();
			const slips = system.runs[1].slips.slice(0, 4).map(({ EarningsLines: lines }) => lines);
			assert.deepEqual(slips[0], [
				{ ...draft.slips[0].EarningsLines[0] },
				{ EarningsRateID: rates[1].EarningsRateID, FixedAmount: 2790 },
			]);
			assert.equal(slips[2].length, 2);
			assert.deepEqual(slips[3], draft.slips[3].EarningsLines, 'nobody else is touched');
		}));

	test('keeps what a clerk enters while the others are paid', async () =>
		await xero({}, async ({ sync, system, ports, ledger }) => {
			const [line] = draft.slips[1].EarningsLines;
			const entered = [line, { EarningsRateID: line.EarningsRateID, NumberOfUnits: 4 }];
			const http = async (request) => {
				const answer = await ports.http(request);
				if (request.method === 'POST' && request.url.endsWith('01'))
					system.edit(draft.slips[1].PayslipID, entered);
				return answer;
			};
			await sync({}, { ...ports, http });
			assert.deepEqual(system.runs[1].slips[1].EarningsLines.slice(0, 2), entered);
			assert.equal(ledger().length, 3);
		}));

	test('is written once, by a key that is of the line and of its state', async () =>
		await xero({}, async ({ sync, ports, server }) => {
			const keys = [];
			const http = async (request) => {
				keys.push(request.headers?.['idempotency-key'] ?? []);
				return await ports.http(request);
			};
			const { lines } = await sync({}, { ...ports, http });
			const own = lines.map(({ key }) => `${key}-${Date.parse('2026-11-02T01:00:00Z')}`);
			assert.deepEqual(keys.flat(), own);
			const before = server.requests.length;
			const again = await sync({});
			assert.deepEqual(
				again.lines.map(({ status }) => status),
				['unchanged', 'unchanged', 'unchanged'],
			);
			const sent = server.requests.slice(before).filter(({ method }) => method === 'POST');
			assert.equal(sent.length, 0);
		}));

	test('that Xero does not take is told, though it answers 200; the others are paid', async () =>
		await xero({}, async ({ sync, server, ledger }) => {
			server.faults.add({ match: 'POST ', kind: 'refused', after: 1 });
			const { batch, problems, lines } = await sync();
			assert.equal(batch.status, 'incomplete');
			assert.equal(lines[1].status, 'failed');
			assert.match(problems[0].message, /E002 is not paid.*locked by another user/);
			assert.deepEqual(ledger(), [paid[0], paid[2]]);
		}));
});

describe('is refused before anything is written', () => {
	const cases = [
		['no organisation', { parameters: {} }, {}, /No organisation is named/],
		['a wrong name', { component: 'Bonus' }, {}, /no earnings rate "Bonus"/],
		['another spelling', { component: 'performance pay' }, {}, /writes the .*"Performance Pay"/],
		[
			'another currency',
			{ currency: 'NZD', basePay: undefined },
			{},
			/pays in AUD, this pay is in NZD/,
		],
		['no run of that month', { payrollDate: '2026-12-31' }, {}, /no draft pay run .* in 2026-12$/],
		['a posted run', {}, withRuns(posted), /no draft pay run .*2026-10; posted are .*2026-10-30/],
		[
			'a second draft',
			{},
			withRuns(draft, { ...draft, PayRunID: 'x' }),
			/2 payslips in draft pay runs/,
		],
		[
			'nobody in the run',
			{},
			withRuns({ ...draft, slips: draft.slips.slice(1) }),
			/E001: .* has no payslip in a draft pay run that is paid in 2026-10/,
		],
		[
			'an hourly rate',
			{},
			withRates((it) => (isPay(it) ? { ...it, RateType: 'RATEPERUNIT' } : it)),
			/of the rate type RATEPERUNIT/,
		],
		[
			'an archived rate',
			{},
			withRates((it) => (isPay(it) ? { ...it, CurrentRecord: false } : it)),
			/not current any more/,
		],
		['two rates', {}, withRates((it) => ({ ...it, Name: 'Performance Pay' })), /3 earnings rates/],
		[
			'another organisation',
			{ parameters: { organisation: 'x' } },
			{},
			/does not reach this organisation/,
		],
		['a scope', {}, { options: { granted: ['payroll.settings.read'] } }, /lacks a scope/],
	];
	for (const [what, changed, given, words] of cases)
		test(
			what,
			async () =>
				await xero(given, async ({ preview, requestOf, server }) => {
					const { basePay } = requestOf();
					const paidIn = basePay.map((it) => ({ ...it, currency: changed.currency ?? 'AUD' }));
					const { batch, problems } = await preview({ ...changed, basePay: paidIn });
					assert.equal(batch.status, 'stopped');
					assert.match(message({ problems }), words);
					assert.ok(server.requests.every(({ method }) => method === 'GET'));
				}),
		);

	test('and the organisations that are connected are named with their IDs', async () =>
		await xero({}, async ({ preview, fixture }) => {
			const { problems } = await preview({ parameters: {} });
			assert.match(problems[0].remedy, /XX Pty Ltd: 45e4708e/);
			assert.ok(problems[0].remedy.endsWith(fixture.request.parameters.organisation));
		}));

	test('a correction without a rate of its own', async () =>
		await xero({}, async ({ preview, fixture }) => {
			const { organisation } = fixture.request.parameters;
			await assert.rejects(
				preview({ revision: 1, parameters: { organisation } }),
				/no component for corrections is named/,
			);
		}));
});

describe('corrections', () => {
	/** The same people with so many points more, each of 30.00. */
	const correct = async ({ sync, reconcile, people }, revision, earlierPay) => {
		const raised = people.map((one) => ({ ...one, total: String(Number(one.total) + revision) }));
		const changed = { revision, earlierPay, people: raised };
		await sync(changed);
		return await reconcile(changed);
	};

	test('go by their own rate, the second one beside the first, and are taken back alone', async () =>
		await xero({ count: 1 }, async (site) => {
			await site.sync();
			const zero = await site.reconcile();
			const one = await correct(site, 1, zero.lines);
			assert.deepEqual([one.batch.status, message(one)], ['reconciled', '']);
			const two = await correct(site, 2, [...zero.lines, ...one.lines]);
			assert.deepEqual([two.batch.status, message(two)], ['reconciled', '']);
			assert.deepEqual(site.ledger(), ['2790.00 paid', '30.00 paid', '30.00 paid']);
			const lines = [...zero.lines, ...one.lines, ...two.lines];
			const { reversal } = await site.reverse({ ...two, lines });
			assert.equal(reversal.status, 'reversed');
			assert.deepEqual(site.ledger(), ['2790.00 paid', '30.00 paid']);
		}));
});

describe('a batch', () => {
	test('of another payroll date is taken back by that date, and the ordinary lines stay', async () =>
		await xero(withRuns({ ...draft, PaymentDate: '2026-11-30' }), async (site) => {
			const payrollDate = '2026-11-15';
			const done = await site.sync({ payrollDate });
			assert.equal(done.batch.status, 'sent');
			assert.equal((await site.reverse(done, { payrollDate })).reversal.status, 'reversed');
			const [{ slips }] = site.system.runs;
			assert.deepEqual(slips[0].EarningsLines, draft.slips[0].EarningsLines);
		}));

	test('of a posted run is not taken back, and it is told what to do', async () =>
		await xero({ count: 1 }, async (site) => {
			const done = await site.sync();
			site.system.post();
			const { reversal, problems } = await site.reverse(done);
			assert.equal(reversal.status, 'incomplete');
			assert.match(message({ problems }), /draft status.*reverted to draft/);
			assert.equal((await site.sync()).batch.status, 'sent', 'and it still counts');
		}));
});

describe('the limits', () => {
	test('of a minute are waited for, as long as Xero says', async () =>
		await xero({}, async ({ sync, waits, server, ledger }) => {
			server.faults.add({ match: '/Payslip/', kind: '429', times: 2, after: 10 });
			assert.equal((await sync()).batch.status, 'sent');
			assert.deepEqual([waits, ledger()], [[7000, 7000], paid]);
		}));

	test('of a minute that do not end are told', async () =>
		await xero({ options: { perMinute: 3 } }, async ({ preview }) => {
			assert.match(message(await preview()), /too many requests \(HTTP 429\); 5 attempts/);
		}));

	test('of a day are told', async () =>
		await xero({ options: { perDay: 2 } }, async ({ preview }) => {
			assert.match(message(await preview()), /of a day that Xero allows are used up/);
		}));
});

describe('the test of the credential', () => {
	const check = async (options, token = 'xero-pay-token-1') => {
		let access;
		await xero({ options }, async ({ server }) => {
			const http = axiosPort({ headers: { Authorization: `Bearer ${token}` } });
			access = await checkAccess({ system: 'xero', baseUrl: server.url }, http);
		});
		return access;
	};

	test('reads what paying reads', async () => {
		const { ok, message: said } = await check({});
		assert.ok(ok, said);
		assert.match(said, /could read earnings rates, pay runs, payslips/);
	});

	test('names each thing that it may not read', async () => {
		const { ok, message: said } = await check({ granted: ['payroll.payruns'] });
		assert.equal(ok, false);
		assert.match(said, /Xero earnings rates: .*Xero payslips: /);
		assert.match(said, /payroll\.settings\.read payroll\.payruns\.read payroll\.payslip/);
	});

	test('tells a wrong token without it', async () => {
		const { ok, message: said } = await check({}, 'wrong-token-9');
		assert.equal(ok, false);
		assert.match(said, /does not accept the token/);
		assert.doesNotMatch(said, /wrong-token-9/);
	});
});
