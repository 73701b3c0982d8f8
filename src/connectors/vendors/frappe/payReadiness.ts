import { z } from 'zod';
import { readJson } from '../../engine/call';
import { block } from '../../engine/hindrance';
import type { Ports } from '../../engine/http';
import type { Hindrance, PayAnswer, PaySettings } from '../../engine/payrollSystem';
import { component, ofComponent } from './payComponent';
import { allRows, request } from './rows';
import { explain } from './serverMessages';

const field = z.object({
	fieldname: z.string().nullish(),
	fieldtype: z.string().nullish(),
	unique: z.union([z.number(), z.boolean()]).nullish(),
});
type Field = z.infer<typeof field>;

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
			fields: Object.keys(component.shape),
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
