import type { IDataObject } from 'n8n-workflow';
import { WorkLog } from '../../nodes/WorkLog/WorkLog.node';
import { people } from '../work/office';
import { runNode, type Input } from './engine';

const json = (items: readonly { json: IDataObject }[] | undefined): IDataObject[] =>
	(items ?? []).map((item) => item.json);

const run = async (operation: string, inputs: readonly Input[], parameters: IDataObject = {}) =>
	await runNode({ type: new WorkLog(), inputs, parameters: { operation, ...parameters } });

const request = {
	by: 'O1',
	process: 'procurement',
	title: 'Ten chairs',
	fields: { what: 'chairs', quantity: 10 },
};

it('starts an instance from an item, and its rows tell whose turn it is', async () => {
	const { outputs, error, times } = await run('recordStep', [[request], [], people], {
		number: '17',
	});
	expect([error, times]).toEqual([undefined, 1]);
	const rows = json(outputs[0]);
	expect(rows.map(({ type, step, handler }) => [type, step, handler])).toEqual([
		['started', 'request', 'O1'],
		['finished', 'request', 'O1'],
		['started', 'agree', 'L1'],
	]);
	expect(rows.map(({ instanceId }) => instanceId)).toEqual(
		rows.map(() => expect.stringMatching(/^PR-[0-9]{4}-[0-9]{2}-0017$/)),
	);
	expect(outputs[1]).toEqual([]);
	const open = await run('getOpenWork', [rows, people]);
	expect(json(open.outputs[0])).toEqual([
		expect.objectContaining({ handler: 'L1', handlerName: 'Lin', step: 'agree', opinion: true }),
	]);
	expect(open.outputs.slice(1)).toEqual([[], []]);
});

it('takes the panel before the item, and a refusal goes out with the request and a hint', async () => {
	const { outputs, hints } = await run('recordStep', [[{ ...request, by: 'O1' }], [], people], {
		number: '17',
		by: 'X9',
	});
	expect(outputs[0]).toEqual([]);
	expect(json(outputs[1])).toEqual([
		expect.objectContaining({
			ok: false,
			code: 'work.unknownEmployee',
			by: 'X9',
			process: 'procurement',
			message: 'by "X9" is no employee of the list',
		}),
	]);
	expect(hints.map(({ message }) => message).join()).toContain('1 request refused');
});

it('gives several new instances of one run numbers of their own', async () => {
	const { outputs } = await run('recordStep', [[request, request, {}], [], people], {
		number: '17',
	});
	const ids = new Set(json(outputs[0]).map(({ instanceId }) => String(instanceId).slice(11)));
	expect([...ids]).toEqual(['0017', '17-2']);
	expect(outputs[1]).toEqual([]);
});

it('uses the processes that come in beside the shipped ones', async () => {
	const definition = JSON.stringify({
		process: 1,
		id: 'visit',
		version: '1',
		prefix: 'VI',
		timeZone: 'Asia/Shanghai',
		steps: [{ id: 'ask', by: { anyone: true } }],
	});
	const ids = (items: readonly { json: IDataObject }[] | undefined) =>
		json(items).map(({ process }) => process);
	const { outputs } = await run('getProcesses', [people, [{ definition }]], { starter: 'O1' });
	expect(ids(outputs[0])).toEqual([
		'contractReview',
		'reimbursement',
		'customerRecords',
		'procurement',
		'visit',
	]);
	const started = await run(
		'recordStep',
		[[{ by: 'O1', process: 'visit' }], [], people, [{ definition }]],
		{ number: '3' },
	);
	expect(json(started.outputs[0]).map(({ type }) => type)).toEqual(['started', 'finished']);
});

it('stops at a definition that is wrong, with all that is wrong in it', async () => {
	const definition = { process: 1, id: 'visit', version: '1', prefix: 'vi', steps: [] };
	const { error } = await run('getProcesses', [people, [{ definition }]]);
	expect(error?.message).toContain('Process "visit": prefix is "vi"');
	expect(error?.description).toContain('timeZone');
	expect(error?.description).toContain('at least one step');
});

it('gives evidence as flat rows, with coverage of what was asked', async () => {
	const parameters = { period: '2026-10', activities: 'procurement, handOut' };
	const { outputs } = await run('getEvidence', [[{}]], parameters);
	expect(outputs[0]).toEqual([]);
	expect(json(outputs[1])).toEqual(
		['handOut', 'procurement'].map((activity) =>
			expect.objectContaining({ activity, period: '2026-10', complete: true, received: 0 }),
		),
	);
});

it('says that a month is not complete where a row cannot be read', async () => {
	const { outputs, hints } = await run('getEvidence', [[{ eventId: 'x-1' }]], {
		period: '2026-10',
		activities: 'procurement',
	});
	expect(json(outputs[1])).toEqual([
		expect.objectContaining({ complete: false, gap: expect.stringContaining('Row 1 of the log') }),
	]);
	expect(hints).toHaveLength(1);
});

it.each([
	['recordStep', 1, { ok: false, code: 'work.timeZone' }],
	['getEvidence', 1, { kind: 'coverage', complete: false }],
])('tells a failed %s where its users look', async (operation, place, said) => {
	const { outputs } = await runNode({
		type: new WorkLog(),
		inputs: operation === 'recordStep' ? [[request], [], people] : [[{}]],
		parameters: { operation, timeZone: 'Mars', period: 'October' },
		onError: 'continueRegularOutput',
	});
	expect(json(outputs[place])).toEqual([expect.objectContaining(said)]);
});
