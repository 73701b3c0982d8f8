import * as fc from 'fast-check';

const limit = fc.constantFrom<object | undefined>(
	{ hours: 24 },
	{ hours: 0.5 },
	{ hours: 70 },
	{ workingHours: 8 },
	{ workingHours: 2.5 },
	{ workingDays: 1 },
	{ workingDays: 3 },
	undefined,
);

const cap = fc.constantFrom({}, {}, { cap: '120%' }, { cap: '100%' });

const shareCurve = fc.oneof(
	fc.constantFrom<object>(
		{
			type: 'bands',
			bands: [
				{ from: '95%', gives: '100%' },
				{ from: '50%', gives: '70%' },
				{ from: '0%', gives: '0%' },
			],
		},
		{
			type: 'interpolate',
			points: [
				['20%', '10%'],
				['60%', '50%'],
				['100%', '110%'],
			],
		},
		{ type: 'passFail', atLeast: '60%' },
	),
);

const errorCurve = fc.constantFrom<object>(
	{ type: 'perDefect', allowance: '1%', step: '10%' },
	{ type: 'perDefect', allowance: '20%', step: '12.5%' },
	{ type: 'rateExcess', target: '1%', perPoint: '10%' },
	{
		type: 'bands',
		bands: [
			{ atMost: '0%', gives: '100%' },
			{ atMost: '10%', gives: '60%' },
			{ atMost: '100%', gives: '5%' },
		],
	},
	{ type: 'passFail', atMost: '5%' },
	{
		type: 'interpolate',
		points: [
			['0%', '100%'],
			['50%', '0%'],
		],
	},
);

const either = (own: string): fc.Arbitrary<object> =>
	fc
		.tuple(fc.oneof(fc.constant<object>({ type: own }), shareCurve), cap)
		.map(([curve, more]) => ({ ...curve, ...more }));

const answerLimit = fc.constantFrom({ hours: 1 }, { workingHours: 4 }, { workingDays: 1 });

const indicator: fc.Arbitrary<object> = fc.oneof(
	either('attainment').map((curve) => ({ measure: 'completed', curve })),
	either('share').map((curve) => ({ measure: 'onTime', curve })),
	either('share').map((curve) => ({ measure: 'onTime', of: 'completed', curve })),
	fc
		.tuple(errorCurve, cap)
		.map(([curve, more]) => ({ measure: 'errors', curve: { ...curve, ...more } })),
	either('share').map((curve) => ({ measure: 'resolved', curve })),
	fc
		.tuple(either('share'), answerLimit)
		.map(([curve, within]) => ({ measure: 'responded', curve, limit: within })),
	fc
		.tuple(either('attainment'), fc.constantFrom('sum', 'mean', undefined))
		.map(([curve, aggregate]) => ({
			measure: 'value',
			field: 'amount',
			...(aggregate === undefined ? {} : { aggregate }),
			curve: { ...curve, target: 20 },
		})),
);

const work = (activity: string): fc.Arbitrary<object> =>
	fc
		.record({
			target: fc.constantFrom(undefined, 5, 12),
			limit,
			belongsTo: fc.constantFrom(undefined, 'due', 'completed'),
		})
		.map((one) => ({
			activity,
			source: 'crm',
			...Object.fromEntries(Object.entries(one).filter(([, value]) => value !== undefined)),
		}));

const role = (id: string): fc.Arbitrary<object> =>
	fc
		.tuple(
			work('a'),
			work('b'),
			fc.boolean(),
			fc.array(fc.tuple(indicator, fc.constantFrom('a', 'b')), { minLength: 1, maxLength: 4 }),
		)
		.map(([a, b, both, indicators]) => {
			const each = Math.floor(70 / indicators.length);
			return {
				id,
				work: both ? [a, b] : [a],
				indicators: indicators.map(([one, activity], index) => ({
					id: `i${index}`,
					activity: both ? activity : 'a',
					...one,
					points: index === 0 ? 70 - each * (indicators.length - 1) : each,
				})),
				leader: [
					{ id: 'attitude', points: 15 },
					{ id: 'helpfulness', points: 15 },
				],
			};
		});

const calendar = {
	weekend: [6, 7],
	years: {
		2026: { holidays: ['2026-10-01', '2026-10-02', '2026-10-05'], workdays: ['2026-10-10'] },
	},
	hours: [
		['09:00', '12:00'],
		['13:30', '18:00'],
	],
};

/** Rulebooks with every measure on every curve that it may go through, every clock and both zones. */
export const rulebooks: fc.Arbitrary<object> = fc
	.tuple(fc.constantFrom('Asia/Shanghai', 'Europe/Berlin'), role('first'), role('second'))
	.map(([timeZone, first, second]) => ({
		...{ rulebook: 1, id: 'random', version: '1', timeZone, calendar },
		grades: [
			{ from: 90, id: 'top', label: { en: 'Top', zh: '优' } },
			{ from: 60.5, id: 'fine', label: { en: 'Fine', zh: '良' } },
			{ from: 0, id: 'low', label: { en: 'Low', zh: '差' } },
		],
		roles: [first, second],
	}));
