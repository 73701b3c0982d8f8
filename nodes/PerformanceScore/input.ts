import type { IExecuteFunctions } from 'n8n-workflow';
import type { ScoreInput } from '../../src/index';
import type { InputPlace } from '../_shared/inputs';
import { recordsOf, rowsOf } from '../_shared/inputs';
import { refusal } from '../_shared/problems';
import { recordsOfFiles } from './evidenceFiles';
import { readRulebook } from './readRulebook';

const evidence: InputPlace = { index: 0, name: 'Evidence' };
const employees: InputPlace = { index: 1, name: 'Employees' };
const ratings: InputPlace = { index: 2, name: 'Ratings' };

/** What the node scores, and the item of the input Employees that a person came with. */
export interface NodeScoreInput {
	readonly input: ScoreInput;
	readonly itemOf: (employeeId: string | null) => number | undefined;
}

/** Panel and inputs as the use case's argument. Evidence stays where it is: it is read item by item. */
export function readScoreInput(context: IExecuteFunctions): NodeScoreInput {
	const text = (name: string): string => String(context.getNodeParameter(name, 0, '') ?? '').trim();
	const people = [...rowsOf(context, employees)];
	if (people.length === 0) throw nobody();
	const items = new Map(people.map(({ json, item }) => [String(json.employeeId), item]));
	return {
		itemOf: (employeeId) => (employeeId === null ? undefined : items.get(employeeId)),
		input: {
			period: text('period'),
			asOf: text('asOf'),
			rulebook: readRulebook(context),
			employees: people.map(({ json }) => json),
			evidence: readEvidence(context),
			ratings: recordsOf(context, ratings),
		},
	};
}

/** Evidence with coverage and claims among it, from the items or from the files that they carry. */
function readEvidence(context: IExecuteFunctions): ScoreInput['evidence'] {
	const source = String(context.getNodeParameter('evidenceSource', 0, 'items'));
	if (source === 'items') return recordsOf(context, evidence);
	if (source === 'binary') return recordsOfFiles(context, evidence);
	throw refusal(
		'evidence.source',
		'evidenceSource',
		`"${source}" is no source of evidence`,
		'Choose Items or NDJSON Files: items or binary.',
	);
}

function nobody(): Error {
	return refusal(
		'employees.none',
		'',
		'No employee came in on the input "Employees"',
		'Connect a source of employees, one item each, with employeeId, role and accounts; if it is connected, look at what it gave.',
	);
}
