import type { ExpressionString } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

const required = (displayName: string) => ({
	type: NodeConnectionTypes.Main,
	displayName,
	required: true,
});
const optional = (displayName: string) => ({ type: NodeConnectionTypes.Main, displayName });

const isBasePay = '$parameter["resource"] === "basePay"';
const isPage = '$parameter["operation"] === "show"';
const isReversal = '$parameter["operation"] === "reverse"';

/** What the canvas shows: the expression reads the panel's choice. */
const outputsOf = (of: {
	readonly [kind in 'basePay' | 'page' | 'reversal' | 'batch']: object[];
}): ExpressionString =>
	`={{ ${isBasePay} ? ${JSON.stringify(of.basePay)} : ${isPage} ? ${JSON.stringify(of.page)} : ${isReversal} ? ${JSON.stringify(of.reversal)} : ${JSON.stringify(of.batch)} }}`;

const ofBatch = [
	required('Scorecards'),
	required('Base Pay'),
	optional('Exceptions'),
	required('Summary'),
	optional('Earlier Pay'),
];

const ofPage = [required('Batch'), required('Pay Lines'), optional('Employees')];

/** What a payroll system that takes files holds comes in as rows. */
export const inputs: ExpressionString = `={{ ${isBasePay} ? ${JSON.stringify([required('Employees')])} : ${isPage} ? ${JSON.stringify(ofPage)} : ${isReversal} ? ${JSON.stringify([required('Pay Lines')])} : ${JSON.stringify(ofBatch)}.concat($parameter["system"] === "file" ? ${JSON.stringify([optional('Payroll Rows')])} : []) }}`;

export const outputs = outputsOf({
	basePay: [optional('Base Pay'), optional('Problems')],
	page: [optional('Page')],
	reversal: [optional('Lines'), optional('Problems'), optional('Reversal')],
	batch: [optional('Lines'), optional('Problems'), optional('Batch')],
});
