import type { INodeProperties } from 'n8n-workflow';
import type { Parameter } from '../../src/index';

type Look = Pick<INodeProperties, 'type' | 'default'> & Partial<INodeProperties>;
type Shown = NonNullable<INodeProperties['displayOptions']>;

/** The panel's method that reads a list of a system; one for all parameters that choose from it. */
export const methodOf = ({ id }: { readonly id: string }, lookup: string): string =>
	`${id}${lookup.charAt(0).toUpperCase()}${lookup.slice(1)}`;

const textOf = ({ default: value }: Parameter): string =>
	typeof value === 'object' ? '' : String(value);

const plain = (parameter: Parameter): Look => ({ type: 'string', default: textOf(parameter) });

/** Picked by its name, or entered by its ID; a plain text of an older workflow is an ID. */
const oneOf = (parameter: Parameter, searchListMethod: string): Look => ({
	type: 'resourceLocator',
	default: { mode: textOf(parameter) === '' ? 'list' : 'id', value: textOf(parameter) },
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod, searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			...(parameter.placeholder === undefined ? {} : { placeholder: parameter.placeholder }),
		},
	],
});

const severalOf = (parameter: Parameter, loadOptionsMethod: string): Look => ({
	type: 'multiOptions',
	default: Array.isArray(parameter.default) ? [...parameter.default] : [],
	typeOptions: {
		loadOptionsMethod,
		...(parameter.dependsOn && { loadOptionsDependsOn: [`${parameter.dependsOn}.value`] }),
	},
	description: `${parameter.description}. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.`,
});

/** Which fields to keep, each with its name in the evidence; none from the start. */
const fieldsOf = (resourceMapperMethod: string): Look => ({
	type: 'resourceMapper',
	default: { mappingMode: 'defineBelow', value: null },
	noDataExpression: true,
	typeOptions: {
		resourceMapper: {
			resourceMapperMethod,
			mode: 'add',
			valuesLabel: 'Name in the Evidence',
			fieldWords: { singular: 'field', plural: 'fields' },
			addAllFields: false,
			multiKeyMatch: false,
			supportAutoMap: false,
		},
	},
});

const looks: {
	readonly [kind in Parameter['kind']]: (parameter: Parameter, method: string | undefined) => Look;
} = {
	text: (parameter, method) => (method ? oneOf(parameter, method) : plain(parameter)),
	list: (parameter, method) => (method ? severalOf(parameter, method) : plain(parameter)),
	fields: (parameter, method) => (method ? fieldsOf(method) : plain(parameter)),
	number: ({ default: value }) => ({ type: 'number', default: Number(value) }),
	boolean: ({ default: value }) => ({ type: 'boolean', default: value === true }),
	choice: ({ default: value, choices = [] }) => ({
		type: 'options',
		default: String(value),
		options: choices.map((choice) => ({
			name: choice.label,
			value: choice.value,
			description: choice.description,
		})),
	}),
};

/** A parameter of a connector as n8n's panel shows it. */
export function toProperty(
	system: { readonly id: string },
	parameter: Parameter,
	{ show }: Shown,
): INodeProperties {
	const { name, label, description, kind, lookup, required, placeholder, showFor } = parameter;
	const look = looks[kind](parameter, lookup === undefined ? undefined : methodOf(system, lookup));
	return {
		displayName: label,
		name,
		displayOptions: {
			show: { ...show, ...(showFor && { [showFor.parameter]: [...showFor.values] }) },
		},
		description,
		...look,
		...(required === undefined ? {} : { required }),
		...(placeholder === undefined || look.type !== 'string' ? {} : { placeholder }),
	};
}
