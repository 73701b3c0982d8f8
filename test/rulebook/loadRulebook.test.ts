import { parseDay } from '../../src/domain/kernel/civil';
import { one, ratio } from '../../src/domain/kernel/ratio';
import type { Rulebook } from '../../src/domain/scores/rulebook';
import { loadRulebook } from '../../src/rulebook/loadRulebook';
import { changed } from './changed';
import { desk } from './desk';
import good from './good.json';

function load(json: unknown): Rulebook {
	const loaded = loadRulebook(json);
	if (!loaded.ok) throw new Error(loaded.problems.map((one) => one.message).join('\n'));
	return loaded.value;
}

const withIndicator = (index: number, fields: { readonly [field: string]: unknown }) => {
	const path = `roles[1].indicators[${index}]`;
	const set = Object.entries(fields).map(([field, value]) => [`${path}.${field}`, value]);
	return load(changed(desk, [], Object.fromEntries(set))).roles[1]?.indicators[index];
};

const withWork = (fields: { readonly [field: string]: unknown }) =>
	load(changed(desk, [], { 'roles[0].work[0]': { activity: 'record', source: 'crm', ...fields } }))
		.roles[0]?.work[0];

const percent = (n: bigint) => ratio(n, 100n);

describe('a good rulebook', () => {
	it.each(Object.entries(good))('%s loads, as an object and as text', (_, json) => {
		expect(load(json)).toEqual(load(JSON.stringify(json)));
	});

	it('keeps its head', () => {
		const { id, version, timeZone, minPresentDays } = load(desk);
		expect({ id, version, timeZone, minPresentDays }).toEqual({
			id: 'desk',
			version: '2026-10',
			timeZone: 'Asia/Shanghai',
			minPresentDays: 5,
		});
	});

	it('asks for 5 days present where it says nothing, and for none where it says 0', () => {
		expect(load(changed(desk, ['minPresentDays'], {})).minPresentDays).toBe(5);
		expect(load(changed(desk, [], { minPresentDays: 0 })).minPresentDays).toBe(0);
	});

	it('names by id what has no label, and by the other language what has one', () => {
		const [first, second] = load(changed(desk, [], { 'roles[0].label': { zh: '运营' } })).roles;
		expect(first?.label).toEqual({ en: '运营', zh: '运营' });
		expect(second?.label).toEqual({ en: 'service', zh: 'service' });
	});

	it('may do without a calendar where no limit counts working time', () => {
		const json = changed(desk, ['calendar', 'roles[1]'], {
			roles: [desk.roles[0]],
		});
		expect(load(json).calendar).toBeUndefined();
	});

	it('may give all points by data', () => {
		const set = { 'roles[0].indicators[0].points': 50 };
		expect(load(changed(desk, ['roles[0].leader'], set)).roles[0]?.leader).toEqual([]);
	});

	it('takes null and empty text for absent', () => {
		const set = { 'roles[0].work[0].target': null, 'roles[0].work[0].belongsTo': '', policy: null };
		expect(load(changed(desk, [], set)).roles[0]?.work[0]).toMatchObject({
			target: undefined,
			belongsTo: 'due',
		});
	});

	it('adds points up exactly: 33.4 + 33.3 + 33.3', () => {
		const set = {
			'roles[0].indicators[0].points': 33.4,
			'roles[0].indicators[1].points': 33.3,
			'roles[0].indicators[2].points': 3.3,
		};
		expect(load(changed(desk, [], set)).roles[0]?.indicators.map((i) => i.points)).toEqual([
			ratio(167n, 5n),
			ratio(333n, 10n),
			ratio(33n, 10n),
		]);
	});
});

describe('work', () => {
	it.each([
		[{ hours: 24 }, { kind: 'hours', ms: 86_400_000 }],
		[{ hours: 0.5 }, { kind: 'hours', ms: 1_800_000 }],
		[{ workingHours: 0.1666667 }, { kind: 'workingHours', ms: 600_000 }],
		[{ workingHours: 1e-7 }, { kind: 'workingHours', ms: 0 }],
		[{ workingDays: 3 }, { kind: 'workingDays', days: 3 }],
	])('with the limit %j is due after %j', (limit, expected) => {
		expect(withWork({ limit })?.limit).toEqual(expected);
	});

	it('has no target and no limit unless it says so, and belongs to the month in which it is due', () => {
		expect(withWork({})).toEqual({
			activity: 'record',
			source: 'crm',
			target: undefined,
			limit: undefined,
			belongsTo: 'due',
		});
		expect(withWork({ target: 0, belongsTo: 'completed' })).toMatchObject({
			target: 0n,
			belongsTo: 'completed',
		});
	});
});

describe('measures and curves', () => {
	it('of the good rulebook are these', () => {
		const lines = load(desk).roles.flatMap((role) => role.indicators);
		expect(lines.map(({ measure, curve }) => [measure, curve])).toEqual([
			[{ kind: 'completed' }, { kind: 'attainment', cap: one, target: undefined }],
			[
				{ kind: 'onTime', of: 'due' },
				{ kind: 'share', cap: one },
			],
			[
				{ kind: 'errors' },
				{ kind: 'perDefect', cap: one, allowance: percent(1n), step: percent(10n) },
			],
			[
				{ kind: 'responded', limit: { kind: 'workingHours', ms: 3_600_000 } },
				{
					kind: 'bands',
					by: 'atLeast',
					cap: one,
					target: undefined,
					bands: [
						{ edge: percent(95n), gives: one },
						{ edge: percent(90n), gives: percent(80n) },
						{ edge: percent(0n), gives: percent(0n) },
					],
				},
			],
			[
				{ kind: 'resolved' },
				{
					kind: 'interpolate',
					cap: one,
					target: undefined,
					points: [
						{ at: percent(80n), gives: percent(0n) },
						{ at: percent(95n), gives: one },
					],
				},
			],
			[
				{ kind: 'value', field: 'stars', aggregate: 'mean' },
				{ kind: 'passFail', by: 'atLeast', cap: one, edge: percent(80n), target: ratio(5n) },
			],
			[
				{ kind: 'errors' },
				{ kind: 'rateExcess', cap: one, target: percent(1n), perPoint: percent(10n) },
			],
		]);
	});

	it.each([
		[
			'a cap',
			{ type: 'rateExcess', target: '0.5%', perPoint: '2.5%', cap: '120%' },
			{ cap: ratio(6n, 5n), target: ratio(1n, 200n), perPoint: ratio(1n, 40n) },
		],
		['no allowance', { type: 'perDefect', step: '10%' }, { allowance: percent(0n) }],
		['a pass mark', { type: 'passFail', atMost: '2%' }, { by: 'atMost', edge: percent(2n) }],
		[
			'bands',
			{
				type: 'bands',
				bands: [
					{ atMost: '1%', gives: '100%' },
					{ atMost: '100%', gives: '0%' },
				],
			},
			{
				by: 'atMost',
				bands: [
					{ edge: percent(1n), gives: one },
					{ edge: one, gives: percent(0n) },
				],
			},
		],
	])('on an error rate: %s', (_, curve, expected) => {
		expect(withIndicator(3, { curve })?.curve).toMatchObject(expected);
	});

	it('of onTime may be of completed items, and a value is summed unless it says mean', () => {
		const set = { 'roles[0].indicators[1].of': 'completed' };
		expect(load(changed(desk, [], set)).roles[0]?.indicators[1]?.measure).toEqual({
			kind: 'onTime',
			of: 'completed',
		});
		expect(withIndicator(2, { aggregate: null })?.measure).toMatchObject({ aggregate: 'sum' });
	});
});

describe('a calendar', () => {
	const own = { weekend: [5], years: { '2026': { workdays: ['2026-10-02'] } } };

	it("of one's own has its days and hours, sorted", () => {
		const hours = [
			['13:30', '24:00'],
			['00:00', '12:00'],
		];
		const { calendar } = load(changed(desk, [], { calendar: { ...own, hours } }));
		expect(calendar).toEqual({
			weekend: new Set([5]),
			years: new Map([
				[2026, { holidays: new Set(), workdays: new Set([parseDay('2026-10-02')]) }],
			]),
			hours: [
				{ from: 0, to: 720 },
				{ from: 810, to: 1440 },
			],
		});
	});

	it('needs no hours where only working days count', () => {
		const set = {
			calendar: own,
			roles: [desk.roles[0]],
			'roles[0].work[0].limit': { workingDays: 1 },
		};
		expect(load(changed(desk, [], set)).calendar?.hours).toBeUndefined();
	});

	it('that is shipped for China is the one of the office', () => {
		expect(load(desk).calendar).toEqual(load(good.office).calendar);
	});

	it('that is shipped for weekdays covers 2000 to 2100 without holidays', () => {
		const years = load(changed(desk, [], { calendar: 'weekdays' })).calendar?.years;
		expect([...(years?.keys() ?? [])]).toEqual(Array.from({ length: 101 }, (_, i) => 2000 + i));
		expect(years?.get(2026)?.holidays.size).toBe(0);
	});
});

it('text that is no JSON is refused as a whole', () => {
	const loaded = loadRulebook('{ "rulebook": 1,');
	expect(loaded).toMatchObject({
		ok: false,
		problems: [
			{
				code: 'rulebook.json',
				path: '',
				message: expect.stringMatching(
					/^The rulebook is no JSON \(.+\), expected a JSON object[.]$/,
				),
				remedy: 'Correct the text at that place, or paste a rulebook that was exported.',
			},
		],
	});
});
