import { LoadOptionsContext } from 'n8n-core';
import type { IDataObject, ILoadOptionsFunctions, INodeType } from 'n8n-workflow';
import { PerformanceFrappeApi } from '../../credentials/PerformanceFrappeApi.credentials';
import { PerformanceZendeskApi } from '../../credentials/PerformanceZendeskApi.credentials';
import { CrmEvidence } from '../../nodes/CrmEvidence/CrmEvidence.node';
import { FinanceEvidence } from '../../nodes/FinanceEvidence/FinanceEvidence.node';
import { SupportEvidence } from '../../nodes/SupportEvidence/SupportEvidence.node';
import { WorkLogEvidence } from '../../nodes/WorkLogEvidence/WorkLogEvidence.node';
import { methodOf } from '../../nodes/_shared/parameterProperty';
import { panelValue } from '../../nodes/_shared/panelValue';
import { systems } from '../../src/index';
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

	const context = (node: INodeType, credential: Run['credential'] & object) => {
		const run: Run = { type: node, inputs: [[]], parameters: {}, credential };
		const workflow = workflowOf(run);
		const placed = workflow.getNode('Under Test');
		if (placed === null) throw new Error('the node is not on the canvas');
		const context = new LoadOptionsContext(workflow, placed, additionalDataOf(run, workflow), '');
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

	it('has a list for each lookup that a parameter names', () => {
		const missing = systems.flatMap((system) =>
			system.streams.flatMap(({ parameters }) =>
				parameters.flatMap(({ lookup }) =>
					lookup === undefined || lookup in (system.lookups ?? {})
						? []
						: [methodOf(system, lookup)],
				),
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
