import type { IDataObject } from 'n8n-workflow';
import { panelField } from '../../nodes/PerformanceScore/formRulebook';
import { PerformanceScore } from '../../nodes/PerformanceScore/PerformanceScore.node';
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
						{ id: 'quantity', activity: 'record', measure: 'completed', points: 20 },
						{ id: 'timeliness', activity: 'record', measure: 'onTime', points: 20 },
						{
							id: 'quality',
							activity: 'record',
							measure: 'errors',
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

	it.each([
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
