import { createHash } from 'crypto';
import type { IDataObject } from 'n8n-workflow';
import { PerformanceFrappeApi } from '../../credentials/PerformanceFrappeApi.credentials';
import { Payroll } from '../../nodes/Payroll/Payroll.node';
import { canonicalJson } from '../../src/domain/kernel/canonicalJson';
import { runNode, type Input, type Outcome, type Run } from './engine';
import { serve, type Asked, type Loopback, type Said } from './loopback.cjs';
import { smallFrappe } from './smallFrappe';

const employees: IDataObject[] = [
	{ employeeId: 'E1', accounts: '{"frappe":["HR-EMP-1"]}' },
	{ employeeId: 'E2', accounts: { frappe: ['bob@x.example'] } },
];
const card = (employeeId: string, total: number): IDataObject => ({
	kind: 'scorecard',
	period: '2026-10',
	employeeId,
	total,
	rulebookHash: 'a'.repeat(64),
});
const scorecards = [card('E1', 93), card('E2', 75)];
const base = (employeeId: string, remoteEmployeeId: string): IDataObject => ({
	kind: 'basePay',
	employeeId,
	remoteEmployeeId,
	base: '3000.00',
	currency: 'CNY',
	from: '2026-01-01',
	system: 'frappe',
});
const basePay = [base('E1', 'HR-EMP-1'), base('E2', 'HR-EMP-2')];
const summary: IDataObject = {
	kind: 'summary',
	period: '2026-10',
	resultHash: createHash('sha256').update(canonicalJson(scorecards)).digest('hex'),
	scored: 2,
	blocked: 0,
};

const credential = (baseUrl: string): NonNullable<Run['credential']> => ({
	type: new PerformanceFrappeApi(),
	data: { baseUrl, apiKey: 'k', apiSecret: 's' },
});

type Change = { inputs?: readonly Input[]; onError?: Run['onError'] } & IDataObject;

describe('Payroll in the engine', () => {
	let server: Loopback;
	let answer: (asked: Asked) => Said;
	beforeEach(async () => {
		answer = smallFrappe();
		server = await serve((asked) => answer(asked));
	});
	afterEach(async () => await server.close());

	const pay = async ({ inputs, onError, ...parameters }: Change = {}): Promise<Outcome> =>
		await runNode({
			type: new Payroll(),
			inputs: inputs ?? [scorecards, basePay, undefined, [summary]],
			parameters: { tenant: 'xx', period: '2026-10', ...parameters },
			credential: credential(server.url),
			...(onError === undefined ? {} : { onError }),
		});
	const writes = (): number => server.seen.filter(({ method }) => method !== 'GET').length;
	const batch = ({ outputs }: Outcome): IDataObject => outputs[2]?.[0]?.json ?? {};

	it('gets base pay, each item paired with its employee', async () => {
		const { outputs, error } = await pay({
			resource: 'basePay',
			operation: 'get',
			inputs: [[{}, ...employees, { employeeId: 'E3' }]],
		});
		expect(error).toBeUndefined();
		expect(outputs[0]).toEqual([
			{ json: base('E1', 'HR-EMP-1'), pairedItem: { item: 1, input: 0 } },
			{ json: base('E2', 'HR-EMP-2'), pairedItem: { item: 2, input: 0 } },
		]);
		expect(outputs[1]).toMatchObject([
			{
				json: { kind: 'problem', code: 'pay.accountMissing', employeeId: 'E3' },
				pairedItem: { item: 3, input: 0 },
			},
		]);
	});

	it('previews by default and writes nothing; sync pays what was approved once; reconcile agrees', async () => {
		const preview = await pay();
		expect(preview.error).toBeUndefined();
		expect(preview.outputs[1]).toEqual([]);
		expect(preview.outputs[0]).toMatchObject([
			{ json: { kind: 'payLine', employeeId: 'E1', amount: '2790.00' }, pairedItem: { item: 0 } },
			{ json: { kind: 'payLine', employeeId: 'E2', amount: '2250.00' }, pairedItem: { item: 1 } },
		]);
		expect(batch(preview)).toMatchObject({ kind: 'batch', status: 'ready', count: 2 });
		expect(writes()).toBe(0);

		const approvedHash = `${batch(preview).hash}`;
		const sync = await pay({ operation: 'sync', approvedHash });
		expect(batch(sync)).toMatchObject({ status: 'sent', hash: approvedHash });
		expect(writes()).toBe(4);

		const again = await pay({ operation: 'sync', approvedHash });
		expect(again.error).toBeUndefined();
		expect(writes()).toBe(4);

		const reconciled = await pay({ operation: 'reconcile', approvedHash });
		expect(batch(reconciled)).toMatchObject({ status: 'reconciled', problems: 0 });
	});

	it('shows a preview as a page, without asking payroll or signing in', async () => {
		const [lines, , batches] = (await pay()).outputs.map((items) => items?.map(({ json }) => json));
		const asked = server.seen.length;
		const { error, outputs } = await runNode({
			type: new Payroll(),
			inputs: [batches ?? [], lines ?? [], [{ employeeId: 'E1', name: '张敏' }]],
			parameters: { operation: 'show', language: 'zh' },
		});
		expect(error).toBeUndefined();
		expect(outputs[0]).toMatchObject([
			{ json: { kind: 'batchPage', status: 'ready', count: 2, sums: ['5040.00 CNY'] } },
		]);
		expect(outputs[0]?.[0]?.json.html).toContain('<td>张敏</td>');
		expect(server.seen).toHaveLength(asked);
	});

	it('corrects by the difference, and takes a batch back', async () => {
		const approvedHash = `${batch(await pay()).hash}`;
		const first = await pay({ operation: 'sync', approvedHash });
		const paidLines = (first.outputs[0] ?? []).map(({ json }) => json);
		// E2 at 85 instead of 75: 2550.00 for 2250.00.
		const cards = [card('E1', 93), card('E2', 85)];
		const correctedSummary = {
			...summary,
			resultHash: createHash('sha256').update(canonicalJson(cards)).digest('hex'),
		};
		const correction = {
			revision: 1,
			inputs: [cards, basePay, undefined, [correctedSummary], paidLines],
		};
		const preview = await pay(correction);
		expect(preview.outputs[0]).toMatchObject([
			{ json: { employeeId: 'E2', revision: 1, paidBefore: '2250.00', amount: '300.00' } },
		]);
		const next = { operation: 'sync', approvedHash: `${batch(preview).hash}` };
		const second = await pay({ ...correction, ...next });
		expect(batch(second)).toMatchObject({ status: 'sent', revision: 1, count: 1 });

		const reversal = await pay({
			operation: 'reverse',
			batchHash: next.approvedHash,
			inputs: [(second.outputs[0] ?? []).map(({ json }) => json)],
		});
		expect(reversal.error).toBeUndefined();
		expect(reversal.outputs[0]).toMatchObject([
			{ json: { employeeId: 'E2', status: 'reversed' }, pairedItem: { item: 0, input: 0 } },
		]);
		expect(reversal.outputs[2]).toMatchObject([
			{ json: { kind: 'reversal', status: 'reversed', sums: { CNY: '300.00' } } },
		]);
	});

	it('refuses one who scored and approves, before any request', async () => {
		const { error } = await pay({
			operation: 'sync',
			approvedHash: 'a'.repeat(64),
			stopRules: { scoredBy: 'li.na@x.example', approvedBy: 'Li.Na@x.example' },
		});
		expect(error?.message).toContain('Li.Na@x.example scored and may not approve');
		expect(server.seen).toEqual([]);
	});

	it('does not pay another batch than the approved one, and says so', async () => {
		const { outputs, hints } = await pay({ operation: 'sync', approvedHash: 'b'.repeat(64) });
		expect(writes()).toBe(0);
		expect(outputs[1]).toMatchObject([{ json: { code: 'pay.hashDiffers', blocks: true } }]);
		expect(hints).toMatchObject([
			{ message: 'The batch is "stopped" with 1 problem, 1 of them blocking: see Problems' },
		]);
	});

	it('tells a refusal of payroll as a problem, not as an empty payroll', async () => {
		answer = () => ({ status: 401, body: { exc_type: 'AuthenticationError' } });
		const { outputs, error } = await pay();
		expect(error).toBeUndefined();
		expect(outputs[1]?.length).toBeGreaterThan(0);
		expect(batch({ outputs } as Outcome)).toMatchObject({ status: 'stopped', inPayroll: null });
	});

	it.each([
		{
			why: 'the tenant is empty',
			change: { tenant: ' ' },
			message: 'The tenant is empty',
			remedy: /^Give the paying company a short name/,
		},
		{
			why: 'no hash was approved',
			change: { operation: 'sync', approvedHash: 'yes' },
			message: 'The approved hash is not one',
			remedy: /^Run Preview/,
		},
		{
			why: 'two settings are wrong',
			change: { period: 'October', currency: 'RMB' },
			message: 'The period "October" is not a month (and 1 more problem: Currency)',
			remedy: /^1\. .*October.*<br>\n2\. .*RMB/,
		},
		{
			why: 'nobody came in',
			change: { resource: 'basePay', operation: 'get', inputs: [[{}]] },
			message: 'Nobody came in on the input "Employees"',
			remedy: /^Connect a source/,
		},
		{
			why: 'a source failed',
			change: { inputs: [scorecards, [{ error: 'no answer' }], undefined, [summary]] },
			message: 'Input "Base Pay": item 1 is the error of a node before, not a record',
			remedy: /^It says: no answer\. /,
		},
	] as { why: string; change: Change; message: string; remedy: RegExp }[])(
		'stops where $why',
		async ({ change, message, remedy }) => {
			const { error } = await pay(change);
			expect(error?.message).toBe(message);
			expect(error?.description).toMatch(remedy);
			expect(writes()).toBe(0);
		},
	);

	it('continues on failure with each problem as an item of Problems', async () => {
		const { outputs, error } = await pay({
			period: 'October',
			currency: 'RMB',
			onError: 'continueRegularOutput',
		});
		expect(error).toBeUndefined();
		expect(outputs.map((items) => items.length)).toEqual([0, 2, 0]);
		for (const { json } of outputs[1] ?? [])
			expect(json).toEqual({
				kind: 'problem',
				code: 'pay.setting',
				employeeId: null,
				message: expect.stringMatching(/October|RMB/),
				remedy: expect.stringMatching(/^Write it as/),
				blocks: true,
			});
	});
});
