import type { ExpressionString } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

const connection = (displayName: string, required = false) => ({
	type: NodeConnectionTypes.Main,
	displayName,
	...(required ? { required } : {}),
});

const log = connection('Log', true);
const employees = connection('Employees', true);
const processes = connection('Processes');

const inputsOf = {
	getOpenWork: [log, connection('Employees'), processes],
	getEvidence: [log, processes],
	getProcesses: [connection('Employees'), processes],
};
const toRecord = [connection('Input', true), log, employees, processes];

const outputsOf = {
	getOpenWork: ['Open Work', 'Ignored', 'Marks'].map((name) => connection(name)),
	getEvidence: ['Evidence', 'Coverage'].map((name) => connection(name)),
	getProcesses: [connection('Processes')],
};
const recorded = ['Events', 'Refused'].map((name) => connection(name));

/** What the canvas shows: the expression reads the panel's choice. */
const ofOperation = (known: object, otherwise: object[]): ExpressionString =>
	`={{ ${JSON.stringify(known)}[$parameter["operation"]] ?? ${JSON.stringify(otherwise)} }}`;

export const inputs = ofOperation(inputsOf, toRecord);
export const outputs = ofOperation(outputsOf, recorded);
