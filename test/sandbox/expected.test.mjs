// The expected results against numbers that a person can check by hand.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { expected, expectedTotals } from '../../demo/company/expected.mjs';

const of = (id) => expected.get(id);

describe('expected results', () => {
	it('hold the article’s two examples', () => {
		assert.deepEqual(
			{
				system: of('E001').system,
				total: of('E001').total,
				grade: of('E001').grade,
				amount: of('E001').amount,
			},
			{ system: '68.00', total: '93.00', grade: 'excellent', amount: '2790.00' },
		);
		assert.deepEqual(
			{
				system: of('E002').system,
				total: of('E002').total,
				grade: of('E002').grade,
				amount: of('E002').amount,
			},
			{ system: '57.00', total: '75.00', grade: 'improve', amount: '2250.00' },
		);
	});

	it('round once, half up: 20 + 20·76/80 + 30 = 69; 20 + 20·256/260 + 30 = 69.6923…', () => {
		assert.equal(of('E003').system, '69.00');
		assert.equal(of('E025').system, '69.69');
	});

	it('give part of the points between 80 % and 95 % resolved: 20·39/60 + 20·(56/60 − 0.8)/0.15 + 30', () => {
		assert.equal(of('E037').system, '60.78');
	});

	it('pay to the cent: 2800.50 × 91 % = 2548.455 → 2548.46', () => {
		assert.equal(of('E007').total, '91.00');
		assert.equal(of('E007').amount, '2548.46');
	});

	it('lower the target for a part of the month: 27 of floor(50·10/18) = 27', () => {
		assert.equal(of('E020').system, '69.26');
	});

	it('block five, each for its reason', () => {
		const blocked = [...expected.values()].filter(({ blocked: code }) => code !== undefined);
		assert.deepEqual(
			blocked.map(({ employeeId, blocked: code }) => [employeeId, code]),
			[
				['E012', 'ratingMissing'],
				['E040', 'ratingInvalid'],
				['E046', 'nothingApplies'],
				['E047', 'nothingApplies'],
				['E050', 'tooFewDays'],
			],
		);
	});

	it('spread like the article’s first month: 5 below 85, 12 above 95', () => {
		const totals = [...expected.values()].flatMap(({ total }) =>
			total === undefined ? [] : [Number(total)],
		);
		assert.equal(totals.filter((total) => total < 85).length, 5);
		assert.equal(totals.filter((total) => total > 95).length, 12);
	});

	it('add up', () => {
		assert.equal(expectedTotals.scored + expectedTotals.blocked, 60);
		assert.equal(expectedTotals.paid, 54);
		const cents = [...expected.values()].reduce(
			(sum, { amount }) => sum + Math.round(Number(amount ?? 0) * 100),
			0,
		);
		assert.equal(expectedTotals.sumOfAmount, (cents / 100).toFixed(2));
	});
});
