import { z } from 'zod';
import { readJson } from '../../engine/call';
import { block } from '../../engine/hindrance';
import type { Ports } from '../../engine/http';
import type { Hindrance, PayAnswer, PaySettings } from '../../engine/payrollSystem';
import { allRows, request } from './rows';
import { explain } from './serverMessages';

const component = z.object({
	name: z.string(),
	type: z.string().nullish(),
	disabled: z.number().nullish(),
	variable_based_on_taxable_salary: z.number().nullish(),
});
type Component = z.infer<typeof component>;

const field = z.object({
	fieldname: z.string().nullish(),
	fieldtype: z.string().nullish(),
	unique: z.union([z.number(), z.boolean()]).nullish(),
});
type Field = z.infer<typeof field>;

const ofOtherType = (name: string, found: string, type: 'Earning' | 'Deduction'): Hindrance => {
	const message = `The Salary Component "${name}" is of type ${found}`;
	return type === 'Earning'
		? block('componentNotEarning', message, 'Pay by a component that is an Earning')
		: block('componentNotDeduction', message, 'Deduct by a component that is a Deduction');
};

function ofComponent(
	rows: readonly Component[],
	name: string,
	type: 'Earning' | 'Deduction',
): readonly Hindrance[] {
	const row = rows.find((it) => it.name.toLowerCase() === name.toLowerCase());
	if (row === undefined || row.name !== name)
		return [
			block(
				'componentMissing',
				row === undefined
					? `Frappe HR has no Salary Component "${name}"`
					: `Frappe HR writes the Salary Component "${row.name}", not "${name}"`,
				`Add it in Frappe HR as ${type === 'Earning' ? 'an Earning' : 'a Deduction'}, or write the component as it is named there`,
			),
		];
	if (row.disabled)
		return [
			block(
				'componentDisabled',
				`The Salary Component "${name}" is disabled`,
				'Enable it in Frappe HR, or pay by another',
			),
		];
	if (row.type && row.type !== type) return [ofOtherType(name, row.type, type)];
	if (row.variable_based_on_taxable_salary)
		return [
			block(
				'componentIsTax',
				`The Salary Component "${name}" is variable based on taxable salary`,
				'Pay by a component that is not a tax component',
			),
		];
	return [];
}

function ofKeyField(fields: readonly Field[], name: string): readonly Hindrance[] {
	const found = fields.find((it) => it.fieldname === name);
	if (found === undefined)
		return [
			block(
				'keyFieldMissing',
				`Additional Salary in Frappe HR has no field "${name}" for the key of a line`,
				`Add a unique Data field "${name}" on Additional Salary: Customize Form, new row, type Data, tick Unique and No Copy`,
			),
		];
	if (found.fieldtype === 'Data' && found.unique) return [];
	return [
		block(
			'keyFieldNotUnique',
			`The field "${name}" on Additional Salary is ${found.unique ? '' : 'not unique and '}of type ${found.fieldtype ?? 'unknown'}`,
			`Make it a unique Data field in Customize Form, so that Frappe itself refuses to pay a line twice`,
		),
	];
}

/** The custom fields of Additional Salary of that name; who may not read Custom Field reads the form's own description. */
async function keyFields(
	settings: PaySettings,
	ports: Ports,
): Promise<PayAnswer<readonly Field[]>> {
	const listed = await allRows(
		{
			docType: 'Custom Field',
			fields: ['name', 'fieldname', 'fieldtype', 'unique'],
			filters: [
				['dt', '=', 'Additional Salary'],
				['fieldname', '=', settings.keyField],
			],
			wire: field.extend({ name: z.string() }),
		},
		settings,
		ports,
	);
	if (listed.ok || listed.problem.status !== 403) return listed;
	const described = await readJson(
		{
			about: 'Frappe HR description of Additional Salary',
			request: {
				...request(
					settings,
					'GET',
					`${settings.baseUrl}/api/method/frappe.desk.form.load.getdoctype`,
				),
				query: { doctype: 'Additional Salary' },
			},
			wire: z.object({
				docs: z.array(z.object({ name: z.string(), fields: z.array(field).default([]) })),
			}),
			explain,
		},
		ports,
	);
	if (!described.ok) return described;
	const form = described.value.docs.find((doc) => doc.name === 'Additional Salary');
	return { ok: true, value: form?.fields ?? [] };
}

/** Whether the component and the field of the key are fit to pay by. */
export async function ready(
	settings: PaySettings,
	ports: Ports,
): Promise<PayAnswer<readonly Hindrance[]>> {
	const fields = await keyFields(settings, ports);
	if (!fields.ok) return fields;
	const components = await allRows(
		{
			docType: 'Salary Component',
			fields: ['name', 'type', 'disabled', 'variable_based_on_taxable_salary'],
			filters: [['name', 'in', [settings.component, settings.deduction].filter(Boolean)]],
			wire: component,
		},
		settings,
		ports,
	);
	if (!components.ok) return components;
	const found = [
		...ofKeyField(fields.value, settings.keyField),
		...ofComponent(components.value, settings.component, 'Earning'),
		...(settings.deduction === ''
			? []
			: ofComponent(components.value, settings.deduction, 'Deduction')),
	];
	return { ok: true, value: found };
}
