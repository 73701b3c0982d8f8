import type { ExpressionString } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

const required = (displayName: string) => ({
	type: NodeConnectionTypes.Main,
	displayName,
	required: true,
});
const optional = (displayName: string) => ({ type: NodeConnectionTypes.Main, displayName });

const isBasePay = '$parameter["resource"] === "basePay"';
const isReversal = '$parameter["operation"] === "reverse"';

/** What the canvas shows: the expression reads the panel's choice. */
const byOperation = (basePay: object[], reversal: object[], batch: object[]): ExpressionString =>
	`={{ ${isBasePay} ? ${JSON.stringify(basePay)} : ${isReversal} ? ${JSON.stringify(reversal)} : ${JSON.stringify(batch)} }}`;

export const inputs = byOperation(
	[required('Employees')],
	[required('Pay Lines')],
	[
		required('Scorecards'),
		required('Base Pay'),
		optional('Exceptions'),
		required('Summary'),
		optional('Earlier Pay'),
	],
);

export const outputs = byOperation(
	[optional('Base Pay'), optional('Problems')],
	[optional('Lines'), optional('Problems'), optional('Reversal')],
	[optional('Lines'), optional('Problems'), optional('Batch')],
);
