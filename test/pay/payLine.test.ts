import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { formatMoney, parseMoney } from '../../src/domain/kernel/money';
import { batchHash, controlTotals, inOrder, type BatchTerms } from '../../src/domain/pay/batch';
import { keyText, payAmount, payLine, type PayLine } from '../../src/domain/pay/payLine';
import { sha256 } from './month';

const money = (text: string, currency = 'CNY') =>
	parseMoney(text, currency) ?? { units: -1n, currency: 'no money' };
const name = {
	tenant: 'xx',
	period: '2026-10',
	employeeId: 'E007',
	component: 'performancePay',
	revision: 0,
};

describe('pay of a line', () => {
	it.each([
		{ base: '3000.00', total: 9300n, pays: '2790.00', why: "the article's first case" },
		{ base: '3000.00', total: 7500n, pays: '2250.00', why: "the article's second case" },
		{ base: '3000.00', total: 10_000n, pays: '3000.00', why: 'all points' },
		{ base: '3000.00', total: 0n, pays: '0.00', why: 'no points' },
		{ base: '0.00', total: 9300n, pays: '0.00', why: 'no base' },
		{ base: '0.01', total: 5000n, pays: '0.01', why: 'half a cent goes up' },
		{ base: '0.01', total: 4999n, pays: '0.00', why: 'less than half goes down' },
		{ base: '0.03', total: 5000n, pays: '0.02', why: 'one and a half cents go up' },
		{ base: '100.05', total: 9000n, pays: '90.05', why: '90.045 goes up' },
		{ base: '1000.10', total: 9255n, pays: '925.59', why: '925.59255 goes down' },
		{ base: '3000.00', total: 12_000n, pays: '3600.00', why: 'more than 100 points' },
		{ base: '90071992547409.93', total: 9999n, pays: '90062985348155.19', why: 'beyond floats' },
	])('$why: $base at $total hundredths pays $pays', ({ base, total, pays }) =>
		expect(formatMoney(payAmount(money(base), total))).toBe(pays),
	);

	it.each([
		{ base: '300001', currency: 'JPY', total: 9250n, pays: '277501' },
		{ base: '300.001', currency: 'KWD', total: 9250n, pays: '277.501' },
		{ base: '1', currency: 'JPY', total: 5000n, pays: '1' },
		{ base: '0.001', currency: 'KWD', total: 4999n, pays: '0.000' },
	])('rounds to the unit of $currency: $base → $pays', ({ base, currency, total, pays }) =>
		expect(formatMoney(payAmount(money(base, currency), total))).toBe(pays),
	);

	// Independent: by the digits of the exact product, not by a division.
	const byDigits = (units: bigint, total: bigint): bigint => {
		const digits = (units * total).toString().padStart(5, '0');
		const whole = BigInt(digits.slice(0, -4));
		return digits.charCodeAt(digits.length - 4) >= '5'.charCodeAt(0) ? whole + 1n : whole;
	};

	it('rounds 500,005 pairs that fall on half a cent up, as an exact calculation does', () => {
		let pairs = 0;
		let differ = 0;
		for (let odd = 1n; pairs < 500_005; odd += 2n) {
			// units × total ends in 5000: odd × 125 units at 40, odd × 5 at 1000 hundredths, …
			for (const [units, total] of [
				[odd, 5000n],
				[odd * 5n, 1000n],
				[odd * 125n, 40n],
				[odd * 625n, 8n],
				[odd * 5n, 7000n],
			] as const) {
				if (pairs === 500_005) break;
				pairs += 1;
				const half = (units * total) % 10_000n === 5000n;
				const { units: pays } = payAmount({ units, currency: 'CNY' }, total);
				if (!half || pays !== byDigits(units, total)) differ += 1;
			}
		}
		expect({ pairs, differ }).toEqual({ pairs: 500_005, differ: 0 });
	});

	it('agrees with the exact calculation for any base and total, and never falls as they rise', () =>
		fc.assert(
			fc.property(fc.bigInt(0n, 10n ** 15n), fc.bigInt(0n, 12_000n), (units, total) => {
				const pays = (u: bigint, t: bigint) => payAmount({ units: u, currency: 'CNY' }, t).units;
				expect(pays(units, total)).toBe(byDigits(units, total));
				expect(pays(units, total + 1n) >= pays(units, total)).toBe(true);
				expect(pays(units + 1n, total) >= pays(units, total)).toBe(true);
			}),
		));
});

describe('the key of a line', () => {
	it('is the SHA-256 of the five that name a payment, without spaces', () => {
		expect(keyText(name)).toBe('["xx","2026-10","E007","performancePay",0]');
		// printf '["xx","2026-10","E007","performancePay",0]' | sha256sum
		const line = payLine(
			name,
			{ remoteEmployeeId: 'HR-7', base: money('1.00'), total: 1n },
			sha256,
		);
		expect(line.key).toBe('b95cf2012f12f97c146fc3972503ca404d5cfc973ae9acb60ddd2984db5765fa');
	});

	it('is of the bytes in UTF-8, and escapes as JSON does', () => {
		expect(keyText({ ...name, tenant: '财富 "A"' })).toBe(
			'["财富 \\"A\\"","2026-10","E007","performancePay",0]',
		);
	});

	it.each([
		['tenant', { tenant: 'yy' }],
		['period', { period: '2026-11' }],
		['employee', { employeeId: 'E008' }],
		['component', { component: 'bonus' }],
		['revision', { revision: 1 }],
	])('is another one for another %s', (_, change) =>
		expect(keyText({ ...name, ...change })).not.toBe(keyText(name)),
	);
});

const line = (employeeId: string, base: string, total: bigint, currency = 'CNY'): PayLine =>
	payLine(
		{ ...name, employeeId },
		{ remoteEmployeeId: `HR-${employeeId}`, base: money(base, currency), total },
		sha256,
	);

describe('control totals', () => {
	it("are the article's", () => {
		const totals = controlTotals(
			[line('E2', '3000.00', 7500n), line('E10', '3000.00', 9300n)],
			sha256,
		);
		expect(totals).toEqual({
			count: 2,
			sumOfTotals: 16_800n,
			employeesDigest: createHash('sha256').update('["E10","E2"]').digest('hex'),
			currencies: [
				{
					sumOfBase: money('6000.00'),
					sumOfAmount: money('5040.00'),
					highest: money('2790.00'),
					lowest: money('2250.00'),
				},
			],
		});
	});

	it('add no currency to another', () => {
		const { currencies } = controlTotals(
			[line('E1', '3000.00', 9300n), line('E2', '3000', 9300n, 'JPY')],
			sha256,
		);
		expect(currencies.map((it) => formatMoney(it.sumOfAmount))).toEqual(['2790.00', '2790']);
	});

	const anyLine = fc.tuple(fc.bigInt(0n, 10n ** 9n), fc.bigInt(0n, 12_000n));
	it('are the sum of the rounded lines, for any lines, in any order', () =>
		fc.assert(
			fc.property(fc.array(anyLine, { minLength: 1, maxLength: 40 }), (pairs) => {
				const lines = pairs.map(([units, total], at) =>
					payLine(
						{ ...name, employeeId: `E${at}` },
						{ remoteEmployeeId: `HR-${at}`, base: { units, currency: 'CNY' }, total },
						sha256,
					),
				);
				const totals = controlTotals(lines, sha256);
				const sum = lines.reduce((so, it) => so + it.amount.units, 0n);
				expect(totals.currencies[0]?.sumOfAmount.units).toBe(sum);
				expect(controlTotals([...lines].reverse(), sha256)).toEqual(totals);
			}),
		));
});

describe('the hash of a batch', () => {
	const terms: BatchTerms = {
		tenant: 'xx',
		period: '2026-10',
		component: 'performancePay',
		revision: 0,
		system: 'frappe',
		company: 'XX',
		payrollDate: '2026-10-31',
		keyField: 'key',
		blockedPeople: 'payNobody',
		site: 'https://hr.example',
		deduction: '',
		rules: {
			openObjections: 'payNobody',
			negativeDifferences: 'refuse',
			sumChangeLimit: '',
			personChangeLimit: '3000',
			acceptedChanges: ['E1'],
		},
		resultHash: 'r',
		rulebookHash: 'b',
	};
	const lines = [line('E1', '3000.00', 9300n), line('E2', '3000.00', 7500n)];
	const hash = batchHash(terms, lines, sha256);

	it('is the same in any order of the lines', () => {
		expect(batchHash(terms, [...lines].reverse(), sha256)).toBe(hash);
		expect(inOrder([...lines].reverse())).toEqual(lines);
	});

	const plain = Object.keys(terms).filter((field) => field !== 'rules');
	it.each(plain as (keyof BatchTerms)[])('is another one for another %s', (field) => {
		const change = field === 'revision' ? 1 : 'x';
		expect(batchHash({ ...terms, [field]: change }, lines, sha256)).not.toBe(hash);
	});

	it.each(Object.keys(terms.rules))('is another one for another rule of %s', (field) => {
		const rules = { ...terms.rules, [field]: field === 'acceptedChanges' ? ['E2'] : 'x' };
		expect(batchHash({ ...terms, rules }, lines, sha256)).not.toBe(hash);
	});

	it.each([
		['a cent of base', [line('E1', '3000.01', 9300n), line('E2', '3000.00', 7500n)]],
		['a hundredth of a point', [line('E1', '3000.00', 9301n), line('E2', '3000.00', 7500n)]],
		['a person less', lines.slice(1)],
		['a person more', [...lines, line('E3', '1.00', 1n)]],
		['another currency', [line('E1', '3000.00', 9300n, 'USD'), line('E2', '3000.00', 7500n)]],
		[
			'another person in payroll',
			[...lines.slice(1), { ...line('E1', '3000.00', 9300n), remoteEmployeeId: 'HR-9' }],
		],
	])('is another one for %s', (_, other) => expect(batchHash(terms, other, sha256)).not.toBe(hash));
});
