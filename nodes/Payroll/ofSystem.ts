import type { INodeProperties } from 'n8n-workflow';
import type { PayrollPanel } from '../../src/index';
import { payrollSystems } from '../../src/index';
import { toProperty } from '../_shared/parameterProperty';
import { forBasePay, forBatch, forPayroll } from './forOperation';

type Look = Omit<INodeProperties, 'displayOptions'>;
type Show = { readonly show: { readonly [name: string]: string[] } };

const asksPayroll: Show = {
	show: { operation: ['get', 'preview', 'export', 'reconcile', 'reverse', 'sync'] },
};
const notReversed: Show = {
	show: { operation: ['get', 'preview', 'export', 'reconcile', 'sync'] },
};

/** One setting, with what each payroll system that has it takes from the start. */
const ofSystems = (
	has: (system: PayrollPanel) => boolean,
	look: (system: PayrollPanel) => Look,
	{ show }: Show,
): INodeProperties[] =>
	payrollSystems.filter(has).map((system) => ({
		...look(system),
		displayOptions: { show: { system: [system.id], ...show } },
	}));

export const notices = ofSystems(
	({ notice }) => notice !== undefined,
	({ notice = '' }) => ({ displayName: notice, name: 'notice', type: 'notice', default: '' }),
	asksPayroll,
);

const presetComponent = ({ component: preset }: PayrollPanel): string => preset;

export const component = ofSystems(
	() => true,
	(system) => ({
		displayName: 'Component',
		name: 'component',
		type: 'string',
		required: true,
		default: presetComponent(system),
		placeholder: 'e.g. Performance Pay',
		description: 'The pay component as payroll names it',
	}),
	forBatch,
);

export const company = ofSystems(
	({ uses }) => uses.includes('company'),
	() => ({
		displayName: 'Company',
		name: 'company',
		type: 'string',
		default: '',
		placeholder: 'e.g. XX Wealth',
		description: "The company as payroll names it. Empty means each person's own.",
	}),
	notReversed,
);

const aPayrollDate = (): Look => ({
	displayName: 'Payroll Date',
	name: 'payrollDate',
	type: 'string',
	default: '',
	placeholder: 'e.g. 2026-10-31',
	description:
		'The day on which payroll counts the payment. Empty means the last day of the period.',
});

/** Without keys a batch is found by its month, in a reversal too. */
export const payrollDate = [
	...ofSystems((it) => it.uses.includes('payrollDate') && !it.keyless, aPayrollDate, forBatch),
	...ofSystems(
		(it) => it.uses.includes('payrollDate') && it.keyless === true,
		aPayrollDate,
		forPayroll,
	),
];

const presetKeyField = ({ keyField: preset }: PayrollPanel): string => preset;

export const keyField = ofSystems(
	({ uses }) => uses.includes('keyField'),
	(system) => ({
		displayName: 'Key Field',
		name: 'keyField',
		type: 'string',
		required: true,
		default: presetKeyField(system),
		placeholder: 'e.g. custom_performance_pay_key',
		description: 'The field in payroll that carries the key of each payment',
	}),
	forPayroll,
);

const firstBaseField = ({ baseFields }: PayrollPanel): string => baseFields[0]?.value ?? '';

export const baseField = ofSystems(
	({ baseFields }) => baseFields.length > 0,
	(system) => ({
		displayName: 'Base Field',
		name: 'baseField',
		type: 'options',
		options: system.baseFields.map(({ value, label }) => ({ name: label, value })),
		default: firstBaseField(system),
		description: 'Which amount of the person is the base of performance pay',
	}),
	forBasePay,
);

/** What only one system asks for. */
export const own = payrollSystems.flatMap((system) =>
	system.parameters.map((parameter) =>
		toProperty(system, parameter, { show: { system: [system.id], ...asksPayroll.show } }),
	),
);
