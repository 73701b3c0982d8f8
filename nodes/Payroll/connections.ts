import type { ExpressionString } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

const required = (displayName: string) => ({
	type: NodeConnectionTypes.Main,
	displayName,
	required: true,
});
const optional = (displayName: string) => ({ type: NodeConnectionTypes.Main, displayName });

/** What the canvas shows for each resource: the expression reads the panel's choice. */
const byResource = (basePay: object[], performancePay: object[]): ExpressionString =>
	`={{ $parameter["resource"] === "basePay" ? ${JSON.stringify(basePay)} : ${JSON.stringify(performancePay)} }}`;

export const inputs = byResource(
	[required('Employees')],
	[required('Scorecards'), required('Base Pay'), optional('Exceptions'), required('Summary')],
);

export const outputs = byResource(
	[optional('Base Pay'), optional('Problems')],
	[optional('Lines'), optional('Problems'), optional('Batch')],
);
