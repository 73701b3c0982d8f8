import { z } from 'zod';
import { collectEvidence } from '../../src/app/evidence/collectEvidence';
import { systems } from '../../src/connectors/registry';
import { recordings, undeclared, type Recording } from './recordings';
import { baseUrl, json, replay, withRows, type Disturb } from './replay';

const instant = z.string().datetime().nullable();
const evidenceSchema = z.strictObject({
	kind: z.literal('evidence'),
	source: z.enum(['crm', 'finance', 'support', 'workLog']),
	system: z.string().min(1),
	recordId: z.string().min(1),
	recordUrl: z.string().url().nullable(),
	activity: z.string().min(1),
	employeeId: z.null(),
	handler: z.string().min(1).nullable(),
	status: z.enum(['done', 'open', 'cancelled']),
	assignedAt: instant,
	dueAt: instant,
	completedAt: instant,
	firstResponseAt: instant,
	resolved: z.boolean().nullable(),
	errors: z.number().int().nonnegative().nullable(),
	errorsOpen: z.number().int().nonnegative().nullable(),
	pauses: z.array(z.strictObject({ from: z.string().datetime(), to: instant, reason: z.string() })),
	excuseCode: z.null(),
	excuseApprovedBy: z.null(),
	excuseEvidence: z.null(),
	delayReason: z.string().min(1).nullable(),
	fields: z.record(z.union([z.string(), z.number(), z.boolean(), z.null()])),
	fetchedAt: z.string().datetime(),
});

interface Named {
	readonly system: string;
	readonly stream: string;
}

async function collect(
	named: Named,
	recording: Recording,
	disturb?: Disturb,
	before?: (cancel: () => void) => Disturb,
) {
	const box: { cancel?: () => void } = {};
	const played = replay(recording, disturb ?? before?.(() => box.cancel?.()));
	box.cancel = played.cancel;
	const request = requestOf(named, recording, '2026-10');
	return { ...(await collectEvidence(request, played.ports)), ...played };
}

const requestOf = (named: Named, { parameters }: Recording, period: string) => ({
	...named,
	baseUrl,
	period,
	timeZone: 'Asia/Shanghai',
	parameters,
});

const byId = <T extends { recordId: string }>(records: readonly T[]): T[] =>
	[...records].sort((a, b) => (a.recordId < b.recordId ? -1 : 1));

const leaked = 'pat-na1-5a4d0b0c-99';
const echo = {
	message: `Bearer ${leaked} is wrong`,
	error: leaked,
	description: leaked,
	exception: `E: token ${leaked}`,
};
const truncated = { ...json(null), body: '{"results": [' };
const page2 = (answer: ReturnType<typeof json>): Disturb => {
	let lists = 0;
	return (_request, _nth, isList) => (isList && (lists += 1) >= 2 ? answer : undefined);
};

type Holds = (named: Named, recording: Recording) => Promise<void>;

const contract: { readonly [name: string]: Holds } = {
	'gives what was recorded, complete and valid': async (named, recording) => {
		const { evidence, coverage } = await collect(named, recording);
		expect(coverage).toMatchObject({ complete: true, gap: null, received: evidence.length });
		expect(byId(evidence)).toMatchObject(byId(recording.evidence));
		for (const record of evidence) expect(evidenceSchema.parse(record)).toEqual(record);
	},
	'is not complete before the month is over': async (named, recording) => {
		const { ports } = replay(recording);
		const { coverage } = await collectEvidence(requestOf(named, recording, '2026-11'), ports);
		expect(coverage.complete).toBe(false);
		expect(coverage.gap).toContain('2026-11 is not over until 2026-11-30T16:00:00.000Z');
	},
	'keeps only declared fields': async (named, recording) => {
		expect(JSON.stringify(recording)).toContain(undeclared);
		const { evidence, coverage } = await collect(named, recording);
		expect(JSON.stringify([evidence, coverage])).not.toContain(undeclared);
	},
	'gives the same in any order of rows': async (named, recording) => {
		const mixed = withRows(recording, (pages) => {
			const rows = pages.flat().reverse();
			return pages.map((page) => rows.splice(0, page.length));
		});
		const { evidence } = await collect(named, recording);
		expect(byId((await collect(named, mixed)).evidence)).toEqual(byId(evidence));
	},
	'gives no record twice': async (named, recording) => {
		const doubled = withRows(recording, (pages) =>
			pages.map((page, at) =>
				at === 0 || page.length === 0 ? page : [...(pages[at - 1] ?? []), ...page],
			),
		);
		const { evidence, coverage } = await collect(named, doubled);
		expect(evidence).toHaveLength(recording.evidence.length);
		expect(coverage).toMatchObject({ complete: true, received: recording.evidence.length });
	},
	'tells an unreadable page and keeps what came before': async (named, recording) => {
		const { evidence, coverage } = await collect(named, recording, page2(truncated));
		expect(coverage.complete).toBe(false);
		expect(coverage.gap).toMatch(/page 2: the JSON is broken or cut short; 5 attempts\. .+\.$/);
		expect(evidence).toHaveLength(2);
	},
	'tells a sign-in page instead of JSON': async (named, recording) => {
		const page = {
			status: 200,
			headers: { 'content-type': 'text/html' },
			body: '<!doctype html>…',
		};
		const { coverage, requests } = await collect(named, recording, () => page);
		expect(coverage.gap).toMatch(/a web page came instead of JSON/);
		expect(requests).toHaveLength(1);
	},
	'leaves a missing owner missing': async (named, recording) => {
		const { evidence } = await collect(named, recording);
		expect(evidence.filter(({ handler }) => handler === null)).not.toHaveLength(0);
		expect(JSON.stringify(evidence)).not.toContain('""');
	},
	'gives every request a time-out and no credential': async (named, recording) => {
		const { requests } = await collect(named, recording);
		for (const request of requests) {
			expect(request.timeoutMs).toBeGreaterThan(0);
			expect(request.url.startsWith(`${baseUrl}/`)).toBe(true);
			expect(Object.keys(request.headers ?? {})).not.toContain('authorization');
		}
	},
	'waits as long as the server asks': async (named, recording) => {
		const busy = json({ error: 'slow down' }, 429, { 'retry-after': '7' });
		const first: Disturb = (_request, nth) => (nth === 0 ? busy : undefined);
		const { coverage, waits } = await collect(named, recording, first);
		expect(waits).toEqual([7000]);
		expect(coverage.complete).toBe(true);
	},
	'tells of a refusal without a secret': async (named, recording) => {
		for (const status of [400, 401, 403, 404, 422, 500]) {
			const { coverage } = await collect(named, recording, () => json(echo, status));
			expect(coverage.complete).toBe(false);
			expect(coverage.gap).not.toContain('5a4d0b0c');
		}
	},
	'stops when it is cancelled': async (named, recording) => {
		const { coverage, requests } = await collect(named, recording, undefined, (cancel) => () => {
			cancel();
			return undefined;
		});
		expect(requests).toHaveLength(1);
		expect(coverage.gap).toMatch(/cancelled/);
	},
	'reads a preview of so many and says that it is one': async (named, recording) => {
		const { ports } = replay(recording);
		const common = { ...named, baseUrl, period: '2026-10', timeZone: 'Asia/Shanghai' };
		const request = { ...common, parameters: recording.parameters, maxItems: 1 };
		const { evidence, coverage } = await collectEvidence(request, ports);
		expect(evidence).toHaveLength(1);
		expect(coverage).toMatchObject({ complete: false, gap: expect.stringMatching(/Max Items/) });
	},
};

const streams = systems.flatMap(({ id, streams: own }) =>
	own.map((stream): [string, Named] => [`${id}.${stream.id}`, { system: id, stream: stream.id }]),
);

describe.each(streams)('%s', (key, named) => {
	it('has a recording', () => expect(recordings).toHaveProperty([key]));
	const recording = recordings[key];
	if (recording)
		it.each(Object.entries(contract))('%s', async (_name, holds) => await holds(named, recording));
});
