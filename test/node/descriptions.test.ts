import type { IDataObject, INodeProperties, INodeType } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';
import crmCodex from '../../nodes/CrmEvidence/CrmEvidence.node.json';
import { CrmEvidence } from '../../nodes/CrmEvidence/CrmEvidence.node';
import financeCodex from '../../nodes/FinanceEvidence/FinanceEvidence.node.json';
import { FinanceEvidence } from '../../nodes/FinanceEvidence/FinanceEvidence.node';
import payrollCodex from '../../nodes/Payroll/Payroll.node.json';
import { Payroll } from '../../nodes/Payroll/Payroll.node';
import scoreCodex from '../../nodes/PerformanceScore/PerformanceScore.node.json';
import { PerformanceScore } from '../../nodes/PerformanceScore/PerformanceScore.node';
import supportCodex from '../../nodes/SupportEvidence/SupportEvidence.node.json';
import { SupportEvidence } from '../../nodes/SupportEvidence/SupportEvidence.node';
import workLogCodex from '../../nodes/WorkLogEvidence/WorkLogEvidence.node.json';
import { WorkLogEvidence } from '../../nodes/WorkLogEvidence/WorkLogEvidence.node';
import packageJson from '../../package.json';
import { payrollSystems, systems } from '../../src/index';
import { onCanvas, shownHints } from './canvas';

const evidenceOutputs = ['Evidence', 'Coverage'];
const nodes: readonly {
	name: string;
	node: INodeType;
	codex: { node: string; categories: string[]; alias: string[] };
	inputs: string[];
	outputs: string[];
}[] = [
	{
		name: 'crmEvidence',
		node: new CrmEvidence(),
		codex: crmCodex,
		inputs: ['main'],
		outputs: evidenceOutputs,
	},
	{
		name: 'financeEvidence',
		node: new FinanceEvidence(),
		codex: financeCodex,
		inputs: ['main'],
		outputs: evidenceOutputs,
	},
	{
		name: 'supportEvidence',
		node: new SupportEvidence(),
		codex: supportCodex,
		inputs: ['main'],
		outputs: evidenceOutputs,
	},
	{
		name: 'workLogEvidence',
		node: new WorkLogEvidence(),
		codex: workLogCodex,
		inputs: ['main'],
		outputs: evidenceOutputs,
	},
	{
		name: 'performanceScore',
		node: new PerformanceScore(),
		codex: scoreCodex,
		inputs: ['Evidence', 'Employees', 'Ratings'],
		outputs: ['Scorecards', 'Exceptions', 'Summary'],
	},
	{
		name: 'payroll',
		node: new Payroll(),
		codex: payrollCodex,
		inputs: ['Scorecards', 'Base Pay', 'Exceptions', 'Summary', 'Earlier Pay'],
		outputs: ['Lines', 'Problems', 'Batch'],
	},
];

const labels = (connections: readonly (string | { displayName?: string })[]): string[] =>
	connections.map((one) => (typeof one === 'string' ? one : (one.displayName ?? '')));

const connectionsOf = (type: INodeType, parameters: IDataObject = {}) => {
	const { workflow, node } = onCanvas(type, parameters);
	return {
		inputs: labels(NodeHelpers.getNodeInputs(workflow, node, type.description)),
		outputs: labels(NodeHelpers.getNodeOutputs(workflow, node, type.description)),
	};
};

/** Every property, those in collections too. */
const everyProperty = (properties: readonly INodeProperties[]): INodeProperties[] =>
	properties.flatMap((property) => [
		property,
		...(property.options ?? []).flatMap((option) => {
			if ('values' in option) return everyProperty(option.values);
			return 'displayName' in option ? everyProperty([option as INodeProperties]) : [];
		}),
	]);

describe.each(nodes)('$name', ({ name, node, codex, inputs, outputs }) => {
	const { description } = node;

	it('is what the codex and the package name', () => {
		const className = node.constructor.name;
		expect(description.name).toBe(name);
		expect(codex.node).toBe(`${packageJson.name}.${name}`);
		expect(codex.categories.length * codex.alias.length).toBeGreaterThan(0);
		expect(packageJson.n8n.nodes).toContain(`dist/nodes/${className}/${className}.node.js`);
	});

	it('has two icons, a subtitle that n8n can work out, and says whether it is a tool', () => {
		const { workflow, node: placed } = onCanvas(node);
		expect(description.icon).toEqual({ light: `file:${name}.svg`, dark: `file:${name}.dark.svg` });
		const subtitle = workflow.expression.getSimpleParameterValue(
			placed,
			description.subtitle,
			'internal',
			{},
		);
		expect(subtitle).toMatch(/^\w+: \w+$/);
		expect(description).toHaveProperty('usableAsTool');
	});

	it('names its inputs and outputs', () => {
		expect(connectionsOf(node)).toEqual({ inputs, outputs });
	});

	it('has hints that are silent on a panel in order', () => {
		const required = description.properties.filter((property) => property.required === true);
		const inOrder = {
			...Object.fromEntries(required.map((property) => [property.name, property.default || 'x'])),
			...{ tenant: 'xx', approvedHash: 'ab', timeZone: 'Asia/Shanghai', period: '2026-10' },
		};
		expect(shownHints(node, inOrder)).toEqual([]);
	});

	it('offers, for every system, the credential that the system signs with', () => {
		for (const credential of description.credentials ?? []) {
			expect(packageJson.n8n.credentials.join(' ')).toMatch(new RegExp(credential.name, 'i'));
			expect(node.methods?.credentialTest).toHaveProperty([String(credential.testedBy)]);
		}
		const choices = description.properties.find((p) => p.name === 'system')?.options ?? [];
		for (const choice of choices) {
			const system = 'value' in choice ? String(choice.value) : '';
			const known = [...systems, ...payrollSystems].find(({ id }) => id === system);
			expect(shownCredentials(node, system)).toEqual([known?.credential].filter(Boolean));
		}
		const shown = choices.flatMap((choice) =>
			'value' in choice ? shownCredentials(node, String(choice.value)) : [],
		);
		expect(shown.sort()).toEqual((description.credentials ?? []).map((c) => c.name).sort());
	});

	it('keeps System in the panel, which the editor hides where plain values choose credentials', () => {
		for (const { displayOptions } of description.credentials ?? [])
			expect((displayOptions?.show?.['system'] ?? []).map((value) => typeof value)).toEqual([
				'object',
			]);
	});

	it('explains each setting in words that a panel wants', () => {
		const odd = everyProperty(description.properties)
			.filter(({ type }) => type !== 'notice')
			.flatMap(({ displayName, name: field, placeholder, description: words, type }) => [
				...(/^[A-Z]/.test(displayName) ? [] : [`${field}: display name ${displayName}`]),
				...(/^[a-z][A-Za-z]*$/.test(field) ? [] : [`${field}: name`]),
				...(placeholder === undefined || /^(e\.g\. |Add )/.test(placeholder)
					? []
					: [`${field}: placeholder ${placeholder}`]),
				...(words === undefined || /^[A-Z]/.test(words) ? [] : [`${field}: description ${words}`]),
				...(type === 'boolean' && !/^Whether /.test(words ?? '') ? [`${field}: no Whether`] : []),
			]);
		expect(odd).toEqual([]);
	});
});

/** The credentials that the panel asks for while a system is chosen. */
function shownCredentials(type: INodeType, system: string): string[] {
	const { node } = onCanvas(type, { system });
	return (type.description.credentials ?? [])
		.filter((credential) =>
			NodeHelpers.displayParameter(node.parameters, credential, node, type.description),
		)
		.map((credential) => credential.name);
}

describe('Payroll', () => {
	it('shows of Payroll the inputs and outputs of what it does', () => {
		expect(connectionsOf(new Payroll(), { resource: 'basePay' })).toEqual({
			inputs: ['Employees'],
			outputs: ['Base Pay', 'Problems'],
		});
	});
});
