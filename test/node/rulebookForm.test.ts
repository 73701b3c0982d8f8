import type { IDataObject } from 'n8n-workflow';
import { formRulebook, type RulebookForm } from '../../nodes/PerformanceScore/formRulebook';
import { toIndicator, type IndicatorRow } from '../../nodes/PerformanceScore/indicatorJson';
import { panelField } from '../../nodes/PerformanceScore/panelField';
import { PerformanceScore } from '../../nodes/PerformanceScore/PerformanceScore.node';
import { rulebookForm } from '../../nodes/PerformanceScore/rulebookForm';
import { loadRulebook } from '../../src/index';
import { runNode, type Outcome } from './engine';
import { coverage, employees, evidence, parameters, ratings } from './officeOfTwo';

/** The rulebook of the small office, as the panel holds it. */
const form: IDataObject = {
	rulebookSource: 'form',
	timeZone: 'Asia/Shanghai',
	rulebookId: 'small',
	rulebookVersion: '2026-10',
	grades: {
		grade: [
			{ from: 80, id: 'good' },
			{ from: 0, id: 'improve' },
		],
	},
	rolesForm: {
		role: [
			{
				id: 'operations',
				work: {
					item: [{ activity: 'record', source: 'crm', target: 2, limitKind: 'hours', within: 24 }],
				},
				indicators: {
					item: [
						{
							id: 'quantity',
							activity: 'record',
							measure: 'completed',
							curve: 'proportional',
							points: 20,
						},
						{
							id: 'timeliness',
							activity: 'record',
							measure: 'onTime',
							curve: 'proportional',
							points: 20,
						},
						{
							id: 'quality',
							activity: 'record',
							measure: 'errors',
							curve: 'perDefect',
							allowance: '0%',
							step: '10%',
							points: 30,
						},
					],
				},
				leader: {
					item: [
						{ id: 'attitude', points: 15 },
						{ id: 'collaboration', points: 15 },
					],
				},
			},
		],
	},
};

const score = async (change: IDataObject): Promise<Outcome> =>
	await runNode({
		type: new PerformanceScore(),
		inputs: [[...evidence, coverage], employees, ratings],
		parameters: { ...parameters, rulebook: '', ...change },
	});

const steps = [
	{ edge: '90%', gives: '100%' },
	{ edge: '0%', gives: '0%' },
];

const totals = ({ outputs }: Outcome): object[] =>
	(outputs[0] ?? []).map(({ json }) => [json.employeeId, json.total]);

describe('the rulebook as a form', () => {
	it('builds the rulebook from the form, with the same result as its JSON', async () => {
		const fromForm = await score(form);
		expect(fromForm.error).toBeUndefined();
		expect(totals(fromForm)).toEqual([
			['E1', 95],
			['E2', 75],
		]);
	});

	it('names the field of the form in which a problem lies', async () => {
		const rolesForm = JSON.parse(
			JSON.stringify(form.rolesForm).replace('"source":"crm"', '"source":""'),
		);
		const { error } = await score({ ...form, rolesForm });
		expect(`${error?.message} ${error?.description}`).toMatch(/Role 1 › Work 1 › Source/);
	});

	it.each<Partial<IndicatorRow> & { json: object }>([
		{ measure: 'completed', cap: '120%', json: { curve: { type: 'attainment', cap: '120%' } } },
		{ measure: 'onTime', of: 'completed', json: { of: 'completed', curve: { type: 'share' } } },
		{ measure: 'resolved', json: { curve: { type: 'share' } } },
		{
			measure: 'responded',
			limitKind: 'hours',
			within: 4,
			json: { limit: { hours: 4 }, curve: { type: 'share' } },
		},
		{
			measure: 'value',
			field: 'amount',
			aggregate: 'sum',
			valueTarget: 1000,
			json: { field: 'amount', aggregate: 'sum', curve: { type: 'attainment', target: 1000 } },
		},
		{
			measure: 'errors',
			curve: 'perDefect',
			allowance: '1%',
			step: '10%',
			json: { curve: { type: 'perDefect', allowance: '1%', step: '10%' } },
		},
		{
			measure: 'errors',
			curve: 'rateExcess',
			errorTarget: '2%',
			perPoint: '10%',
			json: { curve: { type: 'rateExcess', target: '2%', perPoint: '10%' } },
		},
		{
			measure: 'onTime',
			of: 'due',
			curve: 'bands',
			bands: { item: steps },
			json: {
				of: 'due',
				curve: {
					type: 'bands',
					bands: [
						{ from: '90%', gives: '100%' },
						{ from: '0%', gives: '0%' },
					],
				},
			},
		},
		{
			measure: 'errors',
			curve: 'bands',
			bands: { item: [{ edge: '100%', gives: '0%' }] },
			json: { curve: { type: 'bands', bands: [{ atMost: '100%', gives: '0%' }] } },
		},
		{
			measure: 'completed',
			curve: 'interpolate',
			line: { item: [...steps].reverse() },
			json: {
				curve: {
					type: 'interpolate',
					points: [
						['0%', '0%'],
						['90%', '100%'],
					],
				},
			},
		},
		{
			measure: 'completed',
			curve: 'passFail',
			passMark: '95%',
			json: { curve: { type: 'passFail', atLeast: '95%' } },
		},
		{
			measure: 'errors',
			curve: 'passFail',
			passMark: '5%',
			json: { curve: { type: 'passFail', atMost: '5%' } },
		},
	])('takes an indicator $measure by $curve as $json', ({ json, ...row }) => {
		const given = { id: 'a', activity: 'record', points: 100, curve: 'proportional', ...row };
		const indicator = toIndicator(given as IndicatorRow);
		const { measure } = given;
		expect(indicator).toEqual({ id: 'a', activity: 'record', measure, points: 100, ...json });
		const work = [{ activity: 'record', source: 'crm', target: 2, limit: { hours: 24 } }];
		const grades = [{ from: 0, id: 'all' }];
		const role = { id: 'r', work, indicators: [indicator], leader: [] };
		expect(
			loadRulebook({ rulebook: 1, id: 'b', version: '1', timeZone: 'UTC', grades, roles: [role] }),
		).toMatchObject({ ok: true });
	});

	it('begins with a role and grades that can be used as they are', () => {
		const [roles, grades] = rulebookForm.map((property) => property.default);
		const rulebook = formRulebook({
			...{ id: 'b', version: '1', timeZone: 'Asia/Shanghai', calendar: 'CN', minPresentDays: 5 },
			...{ roles: roles as RulebookForm['roles'], grades: grades as RulebookForm['grades'] },
		});
		expect(loadRulebook(rulebook)).toMatchObject({ ok: true });
	});

	it.each([
		['roles[0].indicators[2].curve.bands[1].gives', 'Role 1 › Indicator 3 › Band 2 › Gives'],
		['roles[0].indicators[2].curve.step', 'Role 1 › Indicator 3 › Step'],
		['roles[1].work[0].limit.workingDays', 'Role 2 › Work 1 › Hours or Days'],
		['roles[0].leader[1].points', "Role 1 › Leader's Criterion 2 › Points"],
		['grades[3]', 'Grade 4'],
		['timeZone', 'Time Zone'],
		['', ''],
	])('calls %s in the panel %s', (path, field) => {
		expect(panelField(path)).toBe(field);
	});
});
