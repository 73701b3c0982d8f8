import type { Lookup, System } from '../../engine/stream';
import type { ParameterChoice } from '../../engine/system';
import { lacking } from '../../engine/problem';
import { readMeta, readWorkflow, type Field } from './site';

/** Parts of a form that hold no value. Code: frappe/model/__init__.py, no_value_fields and table_fields */
const withoutValue = new Set([
	...['Section Break', 'Column Break', 'Tab Break', 'HTML', 'Table', 'Table MultiSelect', 'Button'],
	...['Image', 'Fold', 'Heading', 'Password'],
]);

const choiceOf = ({ fieldname, label, fieldtype }: Field): ParameterChoice[] =>
	fieldname ? [{ value: fieldname, label: label || fieldname, description: fieldtype ?? '' }] : [];

const claimFields: Lookup = async (session) =>
	(await readMeta(session)).form
		.filter(({ fieldtype }) => !withoutValue.has(fieldtype ?? ''))
		.flatMap(choiceOf);

const userFields: Lookup = async (session) =>
	(await readMeta(session)).form
		.filter(({ fieldtype, options }) => fieldtype === 'Link' && options === 'User')
		.flatMap(choiceOf);

const workflowStates: Lookup = async (session) => {
	const workflow = await readWorkflow(session);
	if (!workflow)
		throw lacking(
			'Frappe workflow of Expense Claim',
			'there is none that is active',
			'Leave Workflow State empty, or activate a Workflow',
		);
	return workflow.states.map((state) => ({ value: state, label: state }));
};

export const lookups: NonNullable<System['lookups']> = { claimFields, userFields, workflowStates };
