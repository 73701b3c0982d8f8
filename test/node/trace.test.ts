import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { PerformanceScore } from '../../nodes/PerformanceScore/PerformanceScore.node';
import { scorePeriod, type Records, type TraceRecord } from '../../src/index';
import { cases } from '../golden/cases.cjs';
import { runNode, type Outcome } from './engine';
import { coverage, employees, evidence, parameters, ratings } from './officeOfTwo';

const { asOf, period, rulebook } = parameters as { asOf: string; period: string; rulebook: string };
const small = { asOf, period, rulebook, employees, ratings, coverage: [coverage] };

async function traced(input: { evidence: Records }) {
	const records: TraceRecord[] = [];
	const trace = (all: Iterable<TraceRecord>): void => void records.push(...all);
	return { ...(await scorePeriod({ ...small, ...input, trace })), records };
}

const line = (
	employeeId: string,
	recordId: string,
	more: Partial<TraceRecord> = {},
): TraceRecord => ({
	kind: 'trace',
	period: '2026-10',
	employeeId,
	source: 'crm',
	system: 'hubspot',
	activity: 'record',
	recordId,
	...more,
});

const [first = {}] = evidence;
/** Ann's records with these ids. */
const ofAnn = (ids: readonly string[], more: IDataObject = {}): IDataObject[] =>
	ids.map((recordId) => ({ ...first, recordId, ...more }));

describe('the trace', () => {
	it('names every record behind the scorecards, by employee and then as the digest has them', async () => {
		const { records } = await traced({ evidence: [...evidence].reverse() });
		expect(records).toEqual([line('E1', '1'), line('E1', '2'), line('E2', '3')]);
	});

	it('sorts by system and then by id in code units, each record once', async () => {
		const other = { system: 'desk', employeeId: 'E1', handler: null };
		const { records } = await traced({
			evidence: [
				...ofAnn(['b', '10', '9', 'B', 'é', '9']),
				...ofAnn(['z'], other),
				{ ...coverage, system: 'desk' },
			],
		});
		expect(records).toEqual([
			line('E1', 'z', { system: 'desk' }),
			...['10', '9', 'B', 'b', 'é'].map((id) => line('E1', id)),
		]);
	});

	it.each([
		{
			why: 'another month',
			more: { completedAt: null, assignedAt: '2026-11-02T09:00:00+08:00', status: 'open' },
		},
		{ why: 'another source', more: { source: 'workLog' } },
		{ why: 'other work', more: { activity: 'call' } },
		{ why: 'cancelled work', more: { status: 'cancelled', completedAt: null } },
	])('leaves out a record of $why', async ({ more }) => {
		const { records } = await traced({ evidence: [...evidence, ...ofAnn(['9'], more)] });
		expect(records.map(({ recordId }) => recordId)).toEqual(['1', '2', '3']);
	});

	it('goes on where a line of the scorecard stops', async () => {
		const ids = Array.from({ length: 250 }, (_, i) => String(1000 + i));
		const { records, scorecards } = await traced({ evidence: ofAnn(ids) });
		expect(records.map(({ recordId }) => recordId)).toEqual(ids);
		expect(scorecards[0]?.evidence.count).toBe(250);
		expect(scorecards[0]?.lines[0]?.records).toEqual(ids.slice(0, 200));
	});

	it('has nothing of a person without a scorecard', async () => {
		const { records } = await traced({
			evidence: [...evidence, { ...first, recordId: 'bad', handler: 'bob@x.example', status: '?' }],
		});
		expect(records).toEqual([line('E1', '1'), line('E1', '2')]);
	});

	it('is waited for, and changes no result', async () => {
		const plain = await scorePeriod({ ...small, evidence });
		let done = false;
		const result = await scorePeriod({
			...small,
			evidence,
			trace: async () => {
				await Promise.resolve();
				done = true;
			},
		});
		expect(done).toBe(true);
		expect(result).toEqual(plain);
	});

	it('makes a failure of the one that takes it a failure of the whole', async () => {
		const trace = async (): Promise<void> => await Promise.reject(new Error('the disk is full'));
		await expect(scorePeriod({ ...small, evidence, trace })).rejects.toThrow('the disk is full');
	});

	it.each(cases.map((one) => [one.name, one] as const))(
		'agrees with the scorecards of case %s',
		async (_, { input }) => {
			const records: TraceRecord[] = [];
			const { scorecards } = await scorePeriod({
				...input,
				trace: (all) => void records.push(...all),
			});
			for (const { employeeId, evidence: behind, lines } of scorecards) {
				const own = records.filter((record) => record.employeeId === employeeId);
				expect(own).toHaveLength(behind.count);
				for (const { activity, records: shown } of lines.filter(({ part }) => part === 'system'))
					expect(shown).toEqual(
						own
							.filter((record) => record.activity === activity)
							.map(({ recordId }) => recordId)
							.slice(0, 200),
					);
			}
		},
	);
});

describe('the trace of Performance Score in the engine', () => {
	const score = async (options?: IDataObject): Promise<Outcome> =>
		await runNode({
			type: new PerformanceScore(),
			inputs: [[...evidence, coverage], employees, ratings],
			parameters: { ...parameters, ...(options === undefined ? {} : { options }) },
		});
	const summaryOf = ({ outputs }: Outcome): INodeExecutionData | undefined => outputs[2]?.[0];

	it('is a file on the summary, which n8n can show, one record a line', async () => {
		const outcome = await score({ trace: 'binary' });
		expect(outcome.error).toBeUndefined();
		const { binary } = summaryOf(outcome) ?? {};
		expect(binary?.['trace']).toMatchObject({
			fileName: 'trace-2026-10.ndjson',
			mimeType: 'text/plain',
		});
		expect(Buffer.from(binary?.['trace']?.data ?? '', 'base64').toString('utf8')).toBe(
			[line('E1', '1'), line('E1', '2'), line('E2', '3')]
				.map((record) => `${JSON.stringify(record)}\n`)
				.join(''),
		);
	});

	it.each([undefined, {}, { trace: 'none' }])('is not made with options %j', async (options) => {
		const outcome = await score(options);
		expect(outcome.error).toBeUndefined();
		expect(summaryOf(outcome)).not.toHaveProperty('binary');
		const other = await score({ trace: 'binary' });
		expect(summaryOf(other)?.json).toEqual(summaryOf(outcome)?.json);
	});
});
