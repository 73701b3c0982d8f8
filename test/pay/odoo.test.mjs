// Payroll by inputs of Odoo payslips, as built, against the sandbox of both payrolls and both ways of calling.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { payGroups } from '../../demo/sandbox/odoo/payroll.mjs';
import { withOdoo } from './odoo.mjs';
import { people } from './threePeople.mjs';

const variants = [
	{ payroll: 'oca', release: 14 },
	{ payroll: 'oca', release: 17 },
	{ payroll: 'enterprise', release: 18 },
	{ payroll: 'enterprise', release: 19 },
];
const [oca, , , enterprise] = variants;
const paid = people.map(({ amount }, at) => `${101 + at} PERFPAY ${Number(amount)}`);
const codesOf = ({ problems }) => problems.map(({ code, employeeId }) => `${code} ${employeeId}`);
const blocking = ({ problems }) => codesOf({ problems: problems.filter(({ blocks }) => blocks) });
const wordsOf = ({ problems }) =>
	problems.map(({ message, remedy }) => `${message}. ${remedy}`).join('\n');

for (const variant of variants)
	describe(`${variant.payroll}, Odoo ${variant.release}`, () => {
		it('pays everybody once, to the cent, and takes it back', async () =>
			await withOdoo(variant, async ({ sync, reconcile, reverse, inputs }) => {
				const first = await sync();
				assert.deepEqual([first.batch.status, codesOf(first)], ['sent', ['pay.recompute null']]);
				assert.deepEqual(inputs(), paid);
				const again = await sync();
				assert.deepEqual([again.batch.status, codesOf(again)], ['sent', []]);
				assert.ok(again.lines.every(({ status }) => status === 'unchanged'));
				assert.deepEqual(inputs(), paid);
				assert.equal((await reconcile()).batch.status, 'reconciled');
				assert.equal((await reverse(first)).reversal.status, 'reversed');
				assert.deepEqual(inputs(), []);
			}));

		it('pays a correction under a code of its own: of two with one code a rule may see one', async () =>
			await withOdoo(variant, async ({ sync, reconcile, inputs }) => {
				await sync();
				const { lines: earlierPay } = await reconcile();
				const later = { totals: { E001: 95, E002: 90 }, revision: 1, earlierPay };
				const { batch } = await sync({ ...later, negativeDifferences: 'deduct' });
				assert.equal(batch.status, 'sent');
				// 3000.00 × 95 % = 2850.00 and 3012.50 × 90 % = 2711.25, of which 2790.00 and 2790.48 were paid
				assert.deepEqual(inputs(), [...paid, '101 PERFPAY_1 60', '102 PERFPAY_1 -79.23'].sort());
			}));

		it('finds each person by work e-mail, and the wage that holds at the end of the month', async () =>
			await withOdoo(variant, async ({ base }) => {
				const { basePay, problems } = await base();
				assert.deepEqual(problems, []);
				assert.deepEqual(
					basePay.map((one) => `${one.employeeId} ${one.remoteEmployeeId} ${one.base} ${one.from}`),
					people.map(({ employeeId, base: wage }, at) =>
						[employeeId, 101 + at, wage, '2026-01-01'].join(' '),
					),
				);
			}));
	});

describe('the inputs of 0 that the OCA puts on a payslip', () => {
	it('take the pay: there is no second input with the code', async () =>
		await withOdoo(oca, async ({ sync, rows }) => {
			const before = rows('hr.payslip.input').length;
			await sync();
			assert.equal(rows('hr.payslip.input').length, before);
		}));

	it('are not needed', async () =>
		await withOdoo(
			{ ...oca, change: (rows) => rows('hr.payslip.input').splice(0) },
			async ({ sync, inputs, rows }) => {
				assert.equal((await sync()).batch.status, 'sent');
				assert.deepEqual(inputs(), paid);
				assert.deepEqual(
					rows('hr.payslip.input').map((one) => one.contract_id),
					[601, 602, 603],
				);
			},
		));
});

const slipOf = (rows) => rows('hr.payslip').find((slip) => slip.employee_id === 101);
const byHand = (rows) =>
	rows('hr.payslip.input').push({
		...{ id: 9001, name: 'Bonus', payslip_id: slipOf(rows).id, input_type_id: 31, amount: 5 },
	});

describe('what stands against it is told before anything is written', () => {
	const cases = [
		{
			says: 'no payslip',
			change: (rows) => rows('hr.payslip').shift(),
			code: 'pay.slipMissing E001',
			words: /Make the payslips of the month in Odoo first/,
		},
		{
			says: 'a payslip of another month',
			change: (rows) =>
				Object.assign(slipOf(rows), { date_from: '2026-09-01', date_to: '2026-09-30' }),
			code: 'pay.slipMissing E001',
			words: /no payslip over 2026-10-31/,
		},
		{
			says: 'a confirmed payslip',
			change: (rows) => Object.assign(slipOf(rows), { state: 'validated' }),
			code: 'pay.slipSubmitted E001',
			words: /"Salary Slip - Person 1 - October 2026" of employee 101 is validated already/,
		},
		{
			says: 'a cancelled payslip',
			change: (rows) => Object.assign(slipOf(rows), { state: 'cancel' }),
			code: 'pay.slipMissing E001',
			words: /no payslip/,
		},
		{
			says: 'two payslips',
			change: (rows) => rows('hr.payslip').push({ ...slipOf(rows), id: 9000, name: 'Bonus Slip' }),
			code: 'pay.slipSeveral E001',
			words: /two open payslips.*"Bonus Slip".*Cancel or delete one/,
		},
		{
			says: 'no contract',
			change: (rows) => Object.assign(slipOf(rows), { version_id: false }),
			code: 'pay.noContract E001',
			words: /running contract/,
		},
		{
			says: 'another currency',
			change: (rows) => Object.assign(rows('res.currency')[0], { name: 'EUR' }),
			code: 'pay.otherCurrency E001',
			words: /is in EUR, this pay is in CNY/,
		},
		{
			says: 'an amount that was entered by hand',
			change: byHand,
			code: 'pay.paidByHand E001',
			words: /Input 9001 holds 5 CNY/,
		},
		{
			says: 'no type of input',
			change: (rows) => rows('hr.payslip.input.type').splice(0),
			code: 'pay.componentMissing null',
			words: /no type of payslip input with the code "PERFPAY".*Other Input Types/,
		},
		{
			says: 'no input of a rule',
			payroll: 'oca',
			release: 16,
			change: (rows) => rows('hr.rule.input').splice(0),
			code: 'pay.componentMissing null',
			words: /No salary rule in Odoo has an input with the code "PERFPAY"/,
		},
		{
			says: 'no right',
			groups: ['base.group_user'],
			code: 'pay.refused null',
			words: /may not read this.*Give the user the highest role in Payroll/,
		},
		{
			says: 'no payroll',
			change: (_rows, models) => {
				delete models['hr.payslip'];
				delete models['hr.payslip.input'];
			},
			code: 'pay.refused null',
			words: /lacks a model.*Install Payroll/,
		},
	];
	for (const { says, code, words, ...variant } of cases)
		it(
			says,
			async () =>
				await withOdoo({ ...enterprise, ...variant }, async ({ sync, inputs, rows }) => {
					const before = rows === undefined ? [] : says === 'no payroll' ? [] : inputs();
					const told = await sync();
					assert.equal(told.batch.status, 'stopped');
					assert.ok(blocking(told).includes(code), JSON.stringify(told.problems));
					assert.match(wordsOf(told), words);
					if (says !== 'no payroll') assert.deepEqual(inputs(), before);
				}),
		);

	it('a correction has no code of its own', async () =>
		await withOdoo(
			{ ...enterprise, change: (rows) => rows('hr.payslip.input.type').pop() },
			async ({ sync, reconcile }) => {
				await sync();
				const { lines: earlierPay } = await reconcile();
				const told = await sync({ totals: { E001: 95 }, revision: 1, earlierPay });
				assert.deepEqual(blocking(told), ['pay.componentMissing null']);
				assert.match(wordsOf(told), /the code "PERFPAY_1"/);
			},
		));
});

describe('what became of the pay', () => {
	it('is told of a payslip that was cancelled, and the next sync writes nothing', async () =>
		await withOdoo(enterprise, async ({ sync, reconcile, rows, inputs }) => {
			await sync();
			slipOf(rows).state = 'cancel';
			assert.deepEqual(blocking(await reconcile()), ['pay.cancelled E001']);
			await sync();
			assert.deepEqual(inputs(), paid);
		}));

	it('is told of a payslip that was refunded: the refund holds a copy', async () =>
		await withOdoo(enterprise, async ({ sync, reconcile, rows }) => {
			await sync();
			const slip = slipOf(rows);
			const input = rows('hr.payslip.input').find((one) => one.payslip_id === slip.id);
			rows('hr.payslip').push({ ...slip, id: 9000, credit_note: true });
			rows('hr.payslip.input').push({ ...input, id: 9001, payslip_id: 9000 });
			assert.deepEqual(blocking(await reconcile()), ['pay.cancelled E001']);
		}));

	it('is told of a payslip that was copied: it would be paid twice', async () =>
		await withOdoo(enterprise, async ({ sync, reconcile, rows }) => {
			await sync();
			const slip = slipOf(rows);
			const input = rows('hr.payslip.input').find((one) => one.payslip_id === slip.id);
			rows('hr.payslip').push({ ...slip, id: 9000 });
			rows('hr.payslip.input').push({ ...input, id: 9001, payslip_id: 9000 });
			assert.deepEqual(blocking(await reconcile()), ['pay.duplicate E001']);
		}));

	it('is not taken off a confirmed payslip, and the message says what to do', async () =>
		await withOdoo(enterprise, async ({ sync, reverse, rows, inputs }) => {
			const first = await sync();
			slipOf(rows).state = 'validated';
			const told = await reverse(first);
			assert.equal(told.reversal.status, 'incomplete');
			assert.deepEqual(codesOf(told), ['pay.notReversed E001']);
			assert.match(wordsOf(told), /not open any more.*Set the payslip back to draft/);
			assert.deepEqual(inputs(), paid.slice(0, 1));
		}));

	it('counts on a payslip that was computed and confirmed since', async () =>
		await withOdoo(oca, async ({ sync, reconcile, rows }) => {
			for (const slip of rows('hr.payslip')) slip.state = 'verify';
			assert.equal((await sync()).batch.status, 'sent');
			for (const slip of rows('hr.payslip')) slip.state = 'done';
			assert.equal((await reconcile()).batch.status, 'reconciled');
		}));
});

describe('rights', () => {
	for (const variant of [oca, enterprise])
		it(`${variant.payroll}: who may not write is told so at once, and no outcome is unknown`, async () => {
			const change = (_rows, models) => (models['hr.payslip.input'].writers = []);
			await withOdoo({ ...variant, change }, async ({ sync, inputs }) => {
				const { lines, problems } = await sync();
				assert.deepEqual(
					lines.map(({ status }) => status),
					['failed', 'preview', 'preview'],
				);
				assert.match(wordsOf({ problems }), /may not .*highest role in Payroll/);
				assert.deepEqual(inputs(), []);
			});
		});

	it('are named by the test of the credential, for both purposes', async () =>
		await withOdoo(enterprise, async ({ check }) => {
			const { ok, message } = await check();
			assert.equal(ok, true);
			assert.match(
				message,
				/For payroll: Odoo: could read employees, wages, payslips, payslip inp/,
			);
		}));

	it('that are missing are all named', async () => {
		const groups = payGroups('enterprise').slice(0, 2);
		await withOdoo({ ...enterprise, groups }, async ({ check }) => {
			const { ok, message } = await check();
			assert.equal(ok, false);
			for (const what of ['versions of employees', 'payslips', 'payslip inputs'])
				assert.match(message, new RegExp(`Odoo ${what}.*may not read this`));
			assert.match(message, /Give the user the highest role in Payroll/);
		});
	});
});

describe('a wage', () => {
	const more = (row, values) => (rows) =>
		rows('hr.version').push({ ...rows('hr.version')[0], id: 9000, ...row, ...values });
	const wageOf = async (change) =>
		await withOdoo({ ...enterprise, change }, async ({ base }) => {
			const { basePay, problems } = await base();
			return [basePay[0]?.employeeId === 'E001' ? basePay[0].base : '–', ...codesOf({ problems })];
		});

	it('is that of the latest version that has begun', async () => {
		assert.deepEqual(await wageOf(more({ date_version: '2026-10-31', wage: 3500 })), ['3500.00']);
		assert.deepEqual(await wageOf(more({ date_version: '2026-11-01', wage: 3500 })), ['3000.00']);
	});

	it('ends with the contract', async () =>
		assert.deepEqual(
			await wageOf((rows) =>
				Object.assign(rows('hr.version')[0], { contract_date_end: '2026-10-30' }),
			),
			['–', 'pay.baseMissing E001'],
		));

	it('does not come of a contract that is new or cancelled', async () =>
		await withOdoo(
			{ ...oca, change: (rows) => Object.assign(rows('hr.contract')[0], { state: 'draft' }) },
			async ({ base }) => assert.deepEqual(codesOf(await base()), ['pay.baseMissing E001']),
		));
});
