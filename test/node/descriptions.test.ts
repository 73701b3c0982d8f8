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
import workLogCodex from '../../nodes/WorkLog/WorkLog.node.json';
import { WorkLog } from '../../nodes/WorkLog/WorkLog.node';
import workLogEvidenceCodex from '../../nodes/WorkLogEvidence/WorkLogEvidence.node.json';
import { WorkLogEvidence } from '../../nodes/WorkLogEvidence/WorkLogEvidence.node';
import packageJson from '../../package.json';
import { payrollSystems, systems, type SystemPanel } from '../../src/index';
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
		codex: workLogEvidenceCodex,
		inputs: ['main'],
		outputs: evidenceOutputs,
	},
	{
		name: 'workLog',
		node: new WorkLog(),
		codex: workLogCodex,
		inputs: ['Input', 'Log', 'Employees', 'Processes'],
		outputs: ['Events', 'Refused'],
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

	it('offers, for every system, the credentials that the system signs with', () => {
		for (const credential of description.credentials ?? []) {
			expect(packageJson.n8n.credentials.join(' ')).toMatch(new RegExp(credential.name, 'i'));
			expect(node.methods?.credentialTest).toHaveProperty([String(credential.testedBy)]);
		}
		const known = systemsOn(node);
		for (const { id, credential, appCredential } of known) {
			expect(shownCredentials(node, id)).toEqual([credential].filter(Boolean));
			const byOAuth2 = shownCredentials(node, id, { signIn: 'oAuth2' });
			expect(byOAuth2).toEqual([appCredential ?? credential].filter(Boolean));
		}
		const all = known
			.flatMap(({ credential, appCredential }) => [credential, appCredential])
			.filter(Boolean);
		expect((description.credentials ?? []).map((c) => c.name).sort()).toEqual(all.sort());
	});

	it('keeps System in the panel, which the editor hides where plain values choose credentials', () => {
		for (const { displayOptions } of description.credentials ?? [])
			for (const values of Object.values(displayOptions?.show ?? {}))
				expect(values?.map((value) => typeof value)).toEqual(['object']);
		expect(description.properties.map((property) => property.name)).not.toContain('authentication');
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

type Signing = Pick<SystemPanel, 'id' | 'credential' | 'appCredential'>;

/** The systems that the panel offers. */
function systemsOn({ description }: INodeType): Signing[] {
	const choices = description.properties.find(({ name }) => name === 'system')?.options ?? [];
	const ids = choices.map((choice) => ('value' in choice ? choice.value : ''));
	const all: readonly Signing[] = [...systems, ...payrollSystems];
	return ids.flatMap((id) => all.find((system) => system.id === id) ?? []);
}

/** The credentials that the panel asks for while a system is chosen. */
function shownCredentials(type: INodeType, system: string, more: IDataObject = {}): string[] {
	const { node } = onCanvas(type, { system, ...more });
	return (type.description.credentials ?? [])
		.filter((credential) =>
			NodeHelpers.displayParameter(node.parameters, credential, node, type.description),
		)
		.map((credential) => credential.name);
}

it('keeps the systems that come first: a workflow does not store what is the default', () => {
	const chosen = nodes.map(({ name, node }) => [
		name,
		node.description.properties.find((property) => property.name === 'system')?.default,
	]);
	expect(Object.fromEntries(chosen)).toEqual({
		crmEvidence: 'hubspot',
		financeEvidence: 'frappe',
		supportEvidence: 'zendesk',
		workLogEvidence: 'feishu',
		workLog: undefined,
		performanceScore: undefined,
		payroll: 'frappe',
	});
});

describe('Payroll', () => {
	it('shows of Payroll the inputs and outputs of what it does', () => {
		expect(connectionsOf(new Payroll(), { resource: 'basePay' })).toEqual({
			inputs: ['Employees'],
			outputs: ['Base Pay', 'Problems'],
		});
	});
});
