import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { PerformanceScore } from '../../nodes/PerformanceScore/PerformanceScore.node';
import { runNode, type Input, type Outcome, type Run } from './engine';
import { coverage, employees, evidence, parameters, ratings, rulebook } from './officeOfTwo';

const type = new PerformanceScore();

const score = async (
	change: { inputs?: readonly Input[]; parameters?: IDataObject } & Pick<Run, 'onError'> = {},
): Promise<Outcome> =>
	await runNode({
		type,
		inputs: change.inputs ?? [[...evidence, coverage], employees, ratings],
		parameters: { ...parameters, ...change.parameters },
		...(change.onError === undefined ? {} : { onError: change.onError }),
	});

const totals = ({ outputs }: Outcome): object[] =>
	(outputs[0] ?? []).map(({ json }) => [json.employeeId, json.total]);
const codes = ({ outputs }: Outcome): object[] =>
	(outputs[1] ?? []).map(({ json }) => [json.code, json.employeeId]);
const summary = ({ outputs }: Outcome): IDataObject | undefined => outputs[2]?.[0]?.json;

const asPreset = (item: IDataObject) => ({ ...item, activity: 'customerRecord' });

// Ann: 20 + 20 + 30 + 25. Bob: 1 of 2 → 10, on time 1 of 2 → 10, no error → 30, and 25.
const both = [
	['E1', 95],
	['E2', 75],
];

describe('Performance Score in the engine', () => {
	it('scores three inputs in one run, each item with its kind and period', async () => {
		const outcome = await score();
		expect(outcome.error).toBeUndefined();
		expect(outcome.times).toBe(1);
		expect(totals(outcome)).toEqual(both);
		expect(codes(outcome)).toEqual([]);
		expect(summary(outcome)).toMatchObject({
			kind: 'summary',
			period: '2026-10',
			employees: 2,
			scored: 2,
			blocked: 0,
		});
		for (const { json } of outcome.outputs[0] ?? [])
			expect(json).toMatchObject({ kind: 'scorecard', period: '2026-10' });
	});

	it('changes a preset in part', async () => {
		const change = (presetChanges: IDataObject) =>
			score({
				inputs: [[...evidence, coverage].map(asPreset), employees, ratings],
				parameters: {
					rulebookSource: 'preset',
					roles: ['operations'],
					rulebookId: 'ours',
					timeZone: 'Asia/Shanghai',
					presetChanges,
				},
			});
		const target = { of: 'operations/activities/customerRecord', to: { target: 1, hours: 24 } };
		// Of a target of 1 Bob's one record is all: 20 points for quantity and 20 for being on time.
		const easier = await change({ work: [target] });
		expect(easier.error).toBeUndefined();
		expect(totals(easier)).toEqual([
			['E1', 95],
			['E2', 95],
		]);
		const uneven = { of: 'operations/indicators/quantity', points: 21 };
		const { error } = await change({ points: [uneven] });
		expect(error?.message).toContain('has 101 points in all');
		const even = { of: 'operations/indicators/timeliness', points: 19 };
		expect((await change({ points: [uneven, even] })).error).toBeUndefined();
	});

	it('takes a target from demand: the orders of the month, each of which needs a record', async () => {
		const order = (recordId: string) => ({ ...evidence[0], recordId, activity: 'order' });
		const orders = ['A', 'B', 'C', 'D'].map(order);
		const demand =
			"={{ $('Source 0').all().filter(({ json }) => json.activity === 'order').length / 2 }}";
		const outcome = await score({
			inputs: [[...[...evidence, coverage].map(asPreset), ...orders], employees, ratings],
			parameters: {
				...{ rulebookSource: 'preset', roles: ['operations'], rulebookId: 'ours' },
				timeZone: 'Asia/Shanghai',
				presetChanges: {
					work: [{ of: 'operations/activities/customerRecord', to: { target: demand, hours: 24 } }],
				},
			},
		});
		expect(outcome.error).toBeUndefined();
		// 4 orders among two people: a target of 2, as in the office of two.
		expect(totals(outcome)).toEqual(both);
	});

	it('pairs a scorecard with the item of its employee, and says who is blocked', async () => {
		const [ann, bob] = employees as [IDataObject, IDataObject];
		const outcome = await score({
			inputs: [[...evidence, coverage], [{}, bob, ann], ratings.slice(0, 2)],
		});
		expect(outcome.outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 2, input: 1 },
		]);
		expect(codes(outcome)).toEqual(
			[
				['ratingMissing', 'E2'],
				['ratingMissing', 'E2'],
			].slice(0, codes(outcome).length),
		);
		expect(outcome.outputs[1]?.[0]).toMatchObject({
			json: { kind: 'exception', period: '2026-10', blocks: true },
			pairedItem: { item: 1, input: 1 },
		});
		expect(outcome.outputs[2]?.[0]?.pairedItem).toBeDefined();
		expect(outcome.hints).toEqual([
			expect.objectContaining({
				message: '1 of 2 people has no scorecard: see Exceptions',
				type: 'warning',
			}),
		]);
	});

	it.each<{ why: string; inputs: readonly Input[]; expected: object[] }>([
		{
			why: 'nothing connected to Ratings',
			inputs: [[...evidence, coverage], employees],
			expected: [],
		},
		{ why: 'no item on Ratings', inputs: [[...evidence, coverage], employees, []], expected: [] },
		{ why: 'only {} on Ratings', inputs: [[...evidence, coverage], employees, [{}]], expected: [] },
		{ why: 'nothing connected to Evidence', inputs: [undefined, employees, ratings], expected: [] },
		{ why: 'only {} on Evidence', inputs: [[{}], employees, ratings], expected: [] },
		{
			why: '{} among the items',
			inputs: [
				[{}, ...evidence, {}, coverage],
				[{}, ...employees],
				[...ratings, {}],
			],
			expected: both,
		},
	])('$why: what is missing stops who needs it, and no more', async ({ inputs, expected }) => {
		const outcome = await score({ inputs });
		expect(outcome.error).toBeUndefined();
		expect(totals(outcome)).toEqual(expected);
		expect(summary(outcome)).toMatchObject({ employees: 2, scored: expected.length });
	});

	it.each([
		{ why: 'not connected', inputs: [evidence] },
		{ why: 'empty', inputs: [evidence, [{}], ratings] },
	])('Employees $why: says so', async ({ inputs }) => {
		const { error } = await score({ inputs });
		expect(error?.message).toBe('No employee came in on the input "Employees"');
		expect(error?.description).toMatch(/^Connect a source of employees/);
	});

	it.each([
		{ input: 0, name: 'Evidence' },
		{ input: 1, name: 'Employees' },
		{ input: 2, name: 'Ratings' },
	])('refuses an error item on $name and names it', async ({ input, name }) => {
		const inputs: Input[] = [[...evidence, coverage], employees, ratings];
		inputs[input] = [...(inputs[input] ?? []).slice(0, 1), { error: 'no <answer>' }];
		const { error } = await score({ inputs });
		expect(error?.message).toBe(
			`Input "${name}": item 2 is the error of a node before, not a record`,
		);
		expect(error?.description).toMatch(/^It says: no <answer>\. /);
		expect(error?.context?.itemIndex).toBe(1);
	});

	it('takes parameters from expressions, and a rulebook from an item', async () => {
		const [first, ...rest] = evidence;
		const outcome = await score({
			inputs: [
				[{ ...first, rules: rulebook, month: '2026-10' }, ...rest, coverage],
				employees,
				ratings,
			],
			parameters: { period: '={{ $json.month }}', rulebook: '={{ $json.rules }}' },
		});
		expect(outcome.error).toBeUndefined();
		expect(totals(outcome)).toEqual(both);
	});

	it.each([
		{
			why: 'a misspelt measure and a wrong sum',
			rulebook: JSON.stringify(rulebook)
				.replace('"completed"', '"complete"')
				.replace('"points":30', '"points":31'),
			message:
				/^roles\[0\].*101 points.* \(and 1 more problem: roles\[0\].indicators\[0\].measure\)$/,
			description: /^1\. .*<br>\n2\. .*indicators\[0\]\.measure.*"completed"/,
		},
		{
			why: 'not JSON',
			rulebook: '{ "rulebook": 1, }',
			message: /^Rulebook \(JSON\): The rulebook cannot be read: it is not JSON \(/,
			description: /^Give a JSON object with rulebook/,
		},
		{
			why: 'empty',
			rulebook: '={{ "" }}',
			message: /it is empty$/,
			description: /^Give a JSON object with rulebook/,
		},
	])(
		'a rulebook that is $why: message and remedy',
		async ({ rulebook: text, message, description }) => {
			const { error, outputs } = await score({ parameters: { rulebook: text } });
			expect(error?.message).toMatch(message);
			expect(error?.description).toMatch(description);
			expect(outputs).toEqual([]);
		},
	);

	it('continues on failure with each problem as an exception', async () => {
		const { error, outputs } = await score({
			parameters: { period: '2026-13', asOf: 'yesterday' },
			onError: 'continueRegularOutput',
		});
		expect(error).toBeUndefined();
		expect(outputs[0]).toEqual([]);
		expect(outputs[2]).toEqual([]);
		expect(outputs[1]?.length).toBeGreaterThanOrEqual(2);
		for (const item of outputs[1] ?? [])
			expect(item).toMatchObject<Partial<INodeExecutionData>>({
				json: {
					kind: 'exception',
					period: '2026-13',
					code: expect.any(String),
					blocks: true,
					employeeId: null,
					message: expect.stringMatching(/./),
					remedy: expect.stringMatching(/./),
				},
				pairedItem: { item: 0 },
			});
	});

	it('sends the failure to the error output where there is one', async () => {
		const { error, outputs } = await score({
			parameters: { rulebook: 'no' },
			onError: 'continueErrorOutput',
		});
		expect(error).toBeUndefined();
		expect(outputs.map((items) => items.length)).toEqual([0, 0, 0, 1]);
		expect(outputs[3]?.[0]?.json).toMatchObject({
			error: expect.stringContaining('not JSON'),
			details: { problems: [expect.objectContaining({ code: 'rulebook.json' })] },
		});
	});

	it('scores with a preset, whose defaults need nothing but the roles', async () => {
		const outcome = await score({
			parameters: { rulebookSource: 'preset', roles: ['operations'], rulebook: '' },
		});
		expect(outcome.error).toBeUndefined();
		// The preset scores customerRecord, of which nothing came in.
		expect(codes(outcome)).toEqual([
			['coverageMissing', 'E1'],
			['coverageMissing', 'E2'],
		]);
		expect(outcome.outputs[2]?.[0]?.json).toMatchObject({ blocked: 2 });
	});
});
