import { LoadOptionsContext } from 'n8n-core';
import type { IDataObject, ILoadOptionsFunctions, INodeType } from 'n8n-workflow';
import { PerformanceFeishuApi } from '../../credentials/PerformanceFeishuApi.credentials';
import { PerformanceFrappeApi } from '../../credentials/PerformanceFrappeApi.credentials';
import { PerformanceZendeskApi } from '../../credentials/PerformanceZendeskApi.credentials';
import { CrmEvidence } from '../../nodes/CrmEvidence/CrmEvidence.node';
import { FinanceEvidence } from '../../nodes/FinanceEvidence/FinanceEvidence.node';
import { Payroll } from '../../nodes/Payroll/Payroll.node';
import { SupportEvidence } from '../../nodes/SupportEvidence/SupportEvidence.node';
import { WorkLogEvidence } from '../../nodes/WorkLogEvidence/WorkLogEvidence.node';
import { methodOf } from '../../nodes/_shared/parameterProperty';
import { panelValue } from '../../nodes/_shared/panelValue';
import { payrollSystems, systems } from '../../src/index';
import { additionalDataOf, workflowOf, type Run } from './engine';
import { serve, type Asked, type Loopback, type Said } from './loopback.cjs';

const ticketFields = {
	ticket_fields: [
		{ id: 1, title: 'Subject', type: 'subject', active: true, removable: false },
		{ id: 360, title: 'Product Line', type: 'tagger', active: true, removable: true },
		{ id: 361, title: 'Order Number', type: 'text', active: true, removable: true },
		{ id: 362, title: 'Old', type: 'text', active: false, removable: true },
	],
	meta: { has_more: false, after_cursor: null },
};
const feishuField = (code: string, field_type: number, active_status = 1) => ({
	...{ code, field_type, active_status },
	i18n_names: [{ locale: 'zh_cn', value: `Name of ${code}` }],
});
const dataSources = {
	code: 0,
	data: {
		has_more: false,
		datasources: [
			{
				...{ code: 'pay__c', active_status: 1, i18n_names: [{ value: 'Performance Pay' }] },
				fields: [
					feishuField('amount__c', 1),
					feishuField('hours__c', 2),
					feishuField('key__c', 3),
					feishuField('old__c', 3, 2),
				],
			},
			{ code: 'stopped__c', active_status: 2, i18n_names: [], fields: [] },
		],
	},
};
const field = (fieldname: string, fieldtype: string, options?: string) => ({
	fieldname,
	label: fieldname.replace(/_/g, ' '),
	fieldtype,
	options,
});
const form = {
	docs: [
		{
			name: 'Expense Claim',
			fields: [
				field('expense_approver', 'Link', 'User'),
				field('employee', 'Link', 'Employee'),
				field('details', 'Section Break'),
				field('total_claimed_amount', 'Currency'),
			],
		},
	],
};

describe('a list of the panel', () => {
	let server: Loopback;
	let answer: (asked: Asked) => Said;
	beforeEach(async () => {
		server = await serve((asked) => answer(asked));
	});
	afterEach(async () => await server.close());

	const context = (
		node: INodeType,
		credential: Run['credential'] & object,
		parameters: IDataObject = {},
	) => {
		const run: Run = { type: node, inputs: [[]], parameters, credential };
		const workflow = workflowOf(run);
		const placed = workflow.getNode('Under Test');
		if (placed === null) throw new Error('the node is not on the canvas');
		const additional = {
			...additionalDataOf(run, workflow),
			currentNodeParameters: placed.parameters,
		};
		const context = new LoadOptionsContext(workflow, placed, additional, '');
		return context as ILoadOptionsFunctions;
	};
	const zendesk = () => ({
		type: new PerformanceZendeskApi(),
		data: { baseUrl: server.url, email: 'a@x.example', apiToken: 'secret-1' },
	});
	const frappe = () => ({
		type: new PerformanceFrappeApi(),
		data: { baseUrl: server.url, apiKey: 'k', apiSecret: 'secret-1' },
	});
	const support = new SupportEvidence();
	const finance = new FinanceEvidence();
	const fieldsOf = async (): Promise<object> =>
		(await support.methods.resourceMapping['zendeskTicketFields']?.call(
			context(support, zendesk()),
		)) ?? {};

	it('offers the custom fields of the system, none added, each under its own name at first', async () => {
		answer = () => ({ body: ticketFields });
		expect(await fieldsOf()).toEqual({
			fields: [
				expect.objectContaining({
					id: '360',
					displayName: 'Product Line (360)',
					removed: true,
					required: false,
					defaultValue: '360',
				}),
				expect.objectContaining({ id: '361', displayName: 'Order Number (361)' }),
			],
		});
		expect(server.seen[0]?.headers['authorization']).toMatch(/^Basic /);
	});

	it('is searched by name and by ID', async () => {
		answer = () => ({ body: form });
		const search = async (text?: string) =>
			await finance.methods.listSearch['frappeUserFields']?.call(context(finance, frappe()), text);
		const all = {
			results: [{ name: 'expense approver', value: 'expense_approver', description: 'Link' }],
		};
		expect(await search()).toEqual(all);
		expect(await search('APPROVER')).toEqual(all);
		expect(await search('nothing')).toEqual({ results: [] });
	});

	it('offers the data sources of payroll that take data, and the fields of the chosen one that fit', async () => {
		answer = () => ({ body: dataSources });
		const payroll = new Payroll();
		const feishu = {
			type: new PerformanceFeishuApi(),
			data: { baseUrl: server.url, sessionToken: 'secret-1' },
		};
		const parameters = {
			...{ resource: 'performancePay', operation: 'preview', system: 'feishu' },
			paySource: { __rl: true, mode: 'list', value: 'pay__c' },
		};
		const offered = async (list: string) =>
			await payroll.methods.listSearch[list]?.call(context(payroll, feishu, parameters));
		const choice = (value: string, name = `Name of ${value}`) => ({
			...{ name, value, description: value },
		});
		expect(await offered('feishuPaySources')).toEqual({
			results: [choice('pay__c', 'Performance Pay')],
		});
		expect(await offered('feishuPayAmountFields')).toEqual({
			results: [choice('amount__c'), choice('hours__c')],
		});
		expect(await offered('feishuPayKeyFields')).toEqual({ results: [choice('key__c')] });
	});

	it.each<{ why: string; said: Said; told: RegExp }>([
		{ why: 'the right is missing', said: { status: 403, body: {} }, told: /ticket fields/ },
		{ why: 'the token is refused', said: { status: 401, body: {} }, told: /ticket fields/ },
		{ why: 'it is busy', said: { status: 429, body: {} }, told: /ticket fields/ },
		{ why: 'a login page comes', said: { body: '<html>Log in</html>' }, told: /ticket fields/ },
	])('says why it stays empty where $why, without a secret', async ({ said, told }) => {
		answer = () => said;
		const failure = fieldsOf().then(
			() => undefined,
			(error: Error) => error,
		);
		expect((await failure)?.message).toMatch(told);
		expect(JSON.stringify(await failure)).not.toMatch(/secret/);
		expect(server.seen).toHaveLength(1);
	});
});

describe('the panel', () => {
	it.each<{ name: string; node: INodeType }>([
		{ name: 'CRM', node: new CrmEvidence() },
		{ name: 'Finance', node: new FinanceEvidence() },
		{ name: 'Support', node: new SupportEvidence() },
		{ name: 'Work Log', node: new WorkLogEvidence() },
		{ name: 'Payroll', node: new Payroll() },
	])('of $name names no list that it cannot read', ({ node }) => {
		const { listSearch = {}, loadOptions = {}, resourceMapping = {} } = node.methods ?? {};
		const known = Object.keys({ ...listSearch, ...loadOptions, ...resourceMapping });
		const named = node.description.properties.flatMap(({ modes, typeOptions }) => [
			modes?.[0]?.typeOptions?.searchListMethod,
			typeOptions?.loadOptionsMethod,
			typeOptions?.resourceMapper?.resourceMapperMethod,
		]);
		expect(known).toEqual(expect.arrayContaining(named.filter(Boolean)));
	});

	it('has chosen from the start what a system names as usual', () => {
		const { properties } = new SupportEvidence().description;
		const chosen = properties.find(({ name }) => name === 'doneStatuses')?.default;
		expect(chosen).toEqual(['resolved']);
	});

	it('reads a list anew where what it depends on is picked from a list too', () => {
		const { properties } = new CrmEvidence().description;
		const dependent = properties.flatMap(({ name, typeOptions }) =>
			(typeOptions?.loadOptionsDependsOn ?? []).map((on) => ({ name, on })),
		);
		expect(dependent).toEqual([{ name: 'doneValues', on: 'statusProperty.value' }]);
		const one = properties.find(({ name }) => name === 'statusProperty');
		expect(one).toMatchObject({ type: 'resourceLocator', default: { value: 'hs_lead_status' } });
	});

	it('has a list for each lookup that a parameter names', () => {
		const panels = [
			...systems.map(({ streams, ...system }) => ({
				...system,
				parameters: streams.flatMap(({ parameters }) => parameters),
			})),
			...payrollSystems,
		];
		const missing = panels.flatMap((system) =>
			system.parameters.flatMap(({ lookup }) =>
				lookup === undefined || lookup in (system.lookups ?? {}) ? [] : [methodOf(system, lookup)],
			),
		);
		expect(missing).toEqual([]);
	});
});

describe('a value of the panel', () => {
	const schema = [{ id: 'a' }, { id: 'b', removed: true }, { id: 'c', removed: false }];
	it.each<{ why: string; value: unknown; is: unknown }>([
		{ why: 'plain text of an older workflow', value: 'a, b', is: 'a, b' },
		{ why: 'picked from a list', value: { __rl: true, mode: 'list', value: 'x' }, is: 'x' },
		{ why: 'entered by its ID', value: { __rl: true, mode: 'id', value: 'x' }, is: 'x' },
		{ why: 'several picked', value: ['x', 'y'], is: ['x', 'y'] },
		{ why: 'no field added', value: { mappingMode: 'defineBelow', value: null }, is: {} },
		{
			why: 'fields added, renamed, without a name, and removed again',
			value: { mappingMode: 'defineBelow', value: { a: 'team', b: 'gone', c: null }, schema },
			is: { a: 'team', c: '' },
		},
		{
			why: 'fields written by hand',
			value: { mappingMode: 'defineBelow', value: { a: 'team' } } as IDataObject,
			is: { a: 'team' },
		},
		{ why: 'nothing', value: null, is: null },
	])('is read: $why', ({ value, is }) => expect(panelValue(value)).toEqual(is));
});
