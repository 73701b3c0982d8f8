import { loadRulebook } from '../../src/rulebook/loadRulebook';
import { presetRulebook } from '../../src/rulebook/presetRulebook';

const choice = { id: 'own', version: '1', timeZone: 'Asia/Shanghai', calendar: 'CN' };

/** The problems of a role that has one indicator of 20 points with one example. */
function problemsOf(indicator: object, given: object, points: string): readonly string[] {
	const examples = [{ says: 'this month', given, points }];
	const role = {
		id: 'one',
		work: [{ activity: 'item', source: 'crm', target: 999 }],
		indicators: [{ id: 'line', activity: 'item', points: 20, ...indicator, examples }],
		leader: [{ id: 'attitude', points: 80 }],
	};
	return problems({ ...presetRulebook({ ...choice, roles: [] }), roles: [role] });
}

function problems(rulebook: unknown): readonly string[] {
	const loaded = loadRulebook(rulebook);
	return loaded.ok ? [] : loaded.problems.map(({ message }) => message);
}

const perDefect = { type: 'perDefect', allowance: '1%', step: '10%' };
const rateExcess = { type: 'rateExcess', target: '1%', perPoint: '10%' };
const toThousand = { type: 'attainment', target: 1000 };
const bands = {
	type: 'bands',
	bands: [
		{ from: '95%', gives: '100%' },
		{ from: '0%', gives: '30%' },
	],
};
const line = {
	type: 'interpolate',
	points: [
		['80%', '0%'],
		['95%', '100%'],
	],
};

it.each([
	[{ measure: 'completed', curve: { type: 'attainment' } }, { done: 40, target: 50 }, '16'],
	[
		{ measure: 'completed', curve: { type: 'attainment', cap: '120%' } },
		{ done: 80, target: 50 },
		'24',
	],
	[{ measure: 'onTime', curve: { type: 'share' } }, { onTime: 50, due: 80, target: 50 }, '12.5'],
	[{ measure: 'onTime', curve: { type: 'share' } }, { onTime: 45, due: 45, target: 50 }, '18'],
	[
		{ measure: 'onTime', of: 'completed', curve: { type: 'share' } },
		{ onTime: 36, done: 40, due: 50 },
		'18',
	],
	[{ measure: 'onTime', curve: bands }, { onTime: 94, due: 100 }, '6'],
	[{ measure: 'errors', curve: perDefect }, { errors: 3, done: 120, target: 120 }, '16'],
	[{ measure: 'errors', curve: rateExcess }, { errors: 3, done: 100 }, '16'],
	[{ measure: 'resolved', curve: line }, { good: 36, of: 40 }, '40/3'],
	[
		{ measure: 'responded', limit: { hours: 1 }, curve: { type: 'share' } },
		{ good: 36, of: 40 },
		'18.0',
	],
	[{ measure: 'value', field: 'amount', curve: toThousand }, { sum: 750, of: 2 }, '15'],
	[
		{ measure: 'value', field: 'hours', aggregate: 'mean', curve: toThousand },
		{ sum: 750.5, of: 2 },
		'7.505',
	],
])('%j: %j gives %s', (indicator, given, points) => {
	expect(problemsOf(indicator, given, points)).toEqual([]);
	expect(problemsOf(indicator, given, '19.99')).toHaveLength(1);
});

it('has no target but the one given with an example', () => {
	const quality = { measure: 'errors', curve: perDefect };
	expect(problemsOf(quality, { errors: 1, done: 99 }, '18')).toEqual([]);
	expect(problemsOf(quality, { errors: 1, done: 99, target: 100 }, '20')).toEqual([]);
});

describe('the examples of a preset', () => {
	const extended = (quality: object) => {
		const roles = [{ extends: 'operations', indicators: { quality } }];
		return problems({ ...presetRulebook({ ...choice, roles: [] }), roles });
	};

	it('are shown in its JSON, and fail where a rule is changed there', () => {
		const rulebook = presetRulebook({ ...choice, roles: ['operations'] });
		const changed = JSON.stringify(rulebook).replace('"step":"10%"', '"step":"20%"');
		expect(problems(JSON.parse(changed))).toEqual([
			expect.stringMatching(/1 error: .*": points is "27", expected "24", which the rule gives/),
		]);
	});

	it('go where a role that extends it changes the rule', () => {
		expect(extended({ curve: { ...perDefect, step: '20%' } })).toEqual([]);
	});

	it('give way to examples of its own', () => {
		const example = { says: '1 error', given: { errors: 1, done: 50 }, points: '24' };
		expect(extended({ curve: { ...perDefect, step: '20%' }, examples: [example] })).toEqual([]);
		expect(extended({ examples: [example] })).toHaveLength(1);
	});
});
