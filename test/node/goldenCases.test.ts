import type { IDataObject } from 'n8n-workflow';
import { PerformanceScore } from '../../nodes/PerformanceScore/PerformanceScore.node';
import { scorePeriod } from '../../src/index';
import { cases } from '../golden/cases.cjs';
import { runNode } from './engine';

const items = (records: unknown): IDataObject[] => [...((records ?? []) as IDataObject[])];
const json = ({ json: record }: { json: IDataObject }): IDataObject => record;

describe('every golden case through Performance Score in the engine', () => {
	it.each(cases.map((one) => [one.name, one] as const))('%s', async (_, given) => {
		const { evidence, coverage, claims, employees, ratings, rulebook, ...parameters } = given.input;
		const { outputs, error } = await runNode({
			type: new PerformanceScore(),
			inputs: [
				[...items(evidence), ...items(coverage), ...items(claims)],
				items(employees),
				items(ratings),
			],
			parameters: {
				...parameters,
				rulebookSource: 'json',
				rulebook: JSON.stringify(rulebook),
			},
		});
		expect(error).toBeUndefined();
		const [scorecards, exceptions, summary] = outputs.map((each) => each.map(json));
		expect(
			Object.fromEntries((scorecards ?? []).map((card) => [card['employeeId'], card])),
		).toMatchObject(
			Object.fromEntries(
				Object.entries(given.expect.scorecards).map(([id, { total, grade }]) => [
					id,
					{ total, grade },
				]),
			),
		);
		const library = await scorePeriod(given.input);
		expect(scorecards).toEqual(library.scorecards);
		const marked = (kind: string, record: object) => ({
			kind,
			period: given.input.period,
			...record,
		});
		expect(exceptions).toEqual(library.exceptions.map((one) => marked('exception', one)));
		expect(summary).toEqual([marked('summary', library.summary)]);
	});
});
