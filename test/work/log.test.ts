import fc from 'fast-check';
import { parseInstant } from '../../src/domain/kernel/instant';
import { byInstance, derive } from '../../src/domain/work/derive';
import type { WorkEvent } from '../../src/domain/work/event';
import { readWorkEvent } from '../../src/items/readWorkEvent';
import { openWork, workEvidence, type OpenWorkRecord, type WorkEventRecord } from '../../src/index';
import { Office, people, type Request, type Use } from './office';

interface Move {
	/** Hours since the move before. */
	readonly after: number;
	/** How many rows the one who moves has not seen yet. */
	readonly unseen: number;
	readonly choice: number;
	readonly which: number;
}

const move: fc.Arbitrary<Move> = fc.record({
	after: fc.integer({ min: 0, max: 200 }),
	unseen: fc.constantFrom(0, 0, 0, 1, 2, 3, 4),
	choice: fc.nat(11),
	which: fc.nat(9),
});

const supplied: { readonly [step: string]: Request } = {
	buy: { supplier: 'S' },
	archive: { fileNumber: '1' },
	pay: { paidOn: '2026-10-01' },
};

const first = ({ candidates }: OpenWorkRecord, which: number) =>
	candidates[which % Math.max(candidates.length, 1)]?.employeeId;

/** What finishes or gives back an open step, or completes a piece of a task. */
function doing(todo: OpenWorkRecord, { choice, which }: Move): [Use, Request] {
	const { handler: by, instanceId, itemId } = todo;
	if (todo.todo === 'error')
		return [
			'confirmError',
			{ by: 'L2', itemId, errorId: todo.errorId, decision: choice % 2 ? 'confirm' : 'reject' },
		];
	if (todo.todo === 'task')
		return ['complete', { by, instanceId, quantity: 1, delayReason: 'late' }];
	const goesBack = todo.opinion && choice % 3 === 0;
	const opinion = todo.opinion
		? { opinion: goesBack ? 'notQualified' : 'qualified', comment: 'so' }
		: {};
	return [
		'recordStep',
		{
			by,
			instanceId,
			...opinion,
			...(goesBack ? { returnTo: todo.returnsTo } : { nextHandler: first(todo, which) }),
			delayReason: 'late',
			fields: supplied[todo.step ?? ''] ?? {},
		},
	];
}

/** A move of somebody who looks at the log as they know it; undefined: there is nothing to do. */
function requestOf(seen: readonly WorkEventRecord[], it: Move, number: number): [Use, Request] {
	const todos = openWork({ log: seen, employees: people }).openWork;
	const todo = todos[it.which % Math.max(todos.length, 1)];
	if (todo === undefined || it.choice === 0)
		return [
			'recordStep',
			{ by: 'O1', process: 'procurement', number, fields: { what: 'pens', quantity: 1 } },
		];
	if (it.choice === 1)
		return ['assign', { by: 'L1', handler: 'O2', activity: 'filing', quantity: 2, number }];
	const { itemId, instanceId } = todo;
	if (it.choice === 2)
		return ['excuse', { by: 'L2', itemId, excuseCode: 'noStock', excuseEvidence: 'mail' }];
	if (it.choice === 3) return ['cancel', { by: 'O1', instanceId, comment: 'no' }];
	if (it.choice === 4)
		return ['confirmError', { by: 'L1', itemId, decision: 'report', comment: 'wrong' }];
	if (it.choice === 5) return ['reassign', { by: 'L1', itemId, nextHandler: 'A2', comment: 'ill' }];
	return doing(todo, it);
}

/** The log that people write who do not always see what others have just written. */
function logOf(moves: readonly Move[]): WorkEventRecord[] {
	const office = new Office();
	let now = parseInstant('2026-09-21T09:00:00+08:00') ?? 0;
	moves.forEach((one, index) => {
		now += one.after * 3_600_000;
		const seen = office.rows.slice(0, Math.max(0, office.rows.length - one.unseen));
		const [use, request] = requestOf(seen, one, index + 1);
		const { events } = office.ask(use, new Date(now).toISOString(), request, { log: seen });
		office.rows.push(...events.map(({ row }) => row));
	});
	return office.rows;
}

const logs = fc.array(move, { minLength: 1, maxLength: 14 }).map(logOf);
const now = '2027-03-01T00:00:00Z';
const monthsOf = (rows: readonly WorkEventRecord[]): string[] => [
	...new Set(
		rows.flatMap(({ month, doneMonth }) => (doneMonth === null ? [month] : [month, doneMonth])),
	),
];
const evidenceOf = (period: string, log: readonly WorkEventRecord[]) =>
	workEvidence({ period, log, now, activities: ['procurement', 'handOut', 'filing'] });
const isEvent = (read: object): read is WorkEvent => !('position' in read);

it('the order of the rows changes nothing', () => {
	fc.assert(
		fc.property(
			logs.chain((rows) =>
				fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
			),
			([rows, shuffled]) => {
				const sorted = (log: readonly WorkEventRecord[]) => {
					const { openWork: open, ignored, marks } = openWork({ log, employees: people });
					return [open, ignored, marks].map((all) => all.map((one) => JSON.stringify(one)).sort());
				};
				expect(sorted(shuffled)).toEqual(sorted(rows));
				for (const month of monthsOf(rows))
					expect(evidenceOf(month, shuffled)).toEqual(evidenceOf(month, rows));
			},
		),
		{ numRuns: 20, endOnFailure: true },
	);
});

it('nothing is lost: each event counts, or is told as ignored with its reason and remedy', () => {
	fc.assert(
		fc.property(logs, (rows) => {
			const events = rows.map(readWorkEvent).filter(isEvent);
			expect(events).toHaveLength(rows.length);
			for (const [id, of] of byInstance(events)) {
				const { events: counted, ignored, items } = derive(id, of);
				const told = [...counted, ...ignored.map(({ event }) => event)].map(
					({ eventId }) => eventId,
				);
				expect(told.sort()).toEqual([...new Set(of.map(({ eventId }) => eventId))].sort());
				for (const { why } of ignored)
					expect(why.message.length * why.remedy.length).toBeGreaterThan(0);
				const open = [...items.values()].filter(
					({ state, process }) => state === 'open' && process,
				);
				expect(open.length).toBeLessThanOrEqual(1);
			}
		}),
		{ numRuns: 25, endOnFailure: true },
	);
});

it("a month's rows give what the whole log gives, once the marks are appended", () => {
	fc.assert(
		fc.property(logs, (rows) => {
			const { marks } = openWork({ log: rows, employees: people });
			const log = [...rows, ...marks];
			for (const month of monthsOf(log)) {
				const found = log.filter((row) => row.month === month || row.doneMonth === month);
				expect(evidenceOf(month, found)).toEqual(evidenceOf(month, log));
				expect(evidenceOf(month, log).evidence).toEqual(evidenceOf(month, rows).evidence);
			}
			expect(openWork({ log, employees: people }).marks).toEqual([]);
		}),
		{ numRuns: 25, endOnFailure: true },
	);
});

it('of two at once the first counts and the second is told', () => {
	const office = new Office();
	const instanceId = office.upToBuying(
		'1',
		'2026-10-12T09:00:00+08:00',
		'2026-10-12T10:00:00+08:00',
	);
	const seen = [...office.rows];
	const buy = { by: 'A1', instanceId, nextHandler: 'A2', fields: { supplier: 'S' } };
	office.do(
		'recordStep',
		'2026-10-13T10:00:01+08:00',
		{ ...buy, comment: 'second' },
		{ log: seen },
	);
	office.do('recordStep', '2026-10-13T10:00:00+08:00', { ...buy, comment: 'first' }, { log: seen });
	const { openWork: open, ignored, marks } = office.open();
	expect(open.map(({ itemId }) => itemId)).toEqual([`${instanceId}/handOut`]);
	expect(ignored.map(({ comment, code, message }) => [comment, code, message])).toEqual([
		['second', 'work.twice', `${instanceId}/buy: A1 has finished it already`],
		[null, 'work.twice', `${instanceId}/buy: A1 has finished it already`],
	]);
	office.rows.push(...marks);
	expect(office.open()).toMatchObject({ openWork: open, marks: [] });
});

/** What is read of a log: each look at a field of a row is counted. */
function counted(rows: readonly WorkEventRecord[]) {
	const count = { looks: 0 };
	const get = (row: object, name: string | symbol): unknown => {
		count.looks += 1;
		return (row as { [field: string | symbol]: unknown })[name];
	};
	return { rows: rows.map((row) => new Proxy(row, { get })), count };
}

describe('10,000 open instances and 200,000 events', () => {
	/** Twenty months of 10,000 rows: each instance has its own number, all of them open at the end. */
	function years(): WorkEventRecord[] {
		const office = new Office();
		office.upToBuying('1', '2025-03-12T09:00:00+08:00', '2025-03-12T10:00:00+08:00');
		office.do('assign', '2025-03-12T09:00:00+08:00', {
			by: 'L1',
			handler: 'O1',
			activity: 'filing',
			quantity: 20,
			number: '1',
		});
		for (let n = 0; n < 14; n += 1)
			office.do('complete', `2025-03-13T${10 + n}:00:00+08:00`.replace('T24', 'T23'), {
				by: 'O1',
				instanceId: 'T-2025-03-0001',
				quantity: 1,
			});
		const pattern = office.rows;
		const again = (value: string | null, month: string, number: number) =>
			value === null ? null : value.replaceAll('2025-03', month).replaceAll('-0001', `-${number}`);
		return Array.from({ length: 10_000 }, (_, number) => {
			const index = number % 20;
			const month = `${2025 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
			return pattern.map((row) => ({
				...row,
				eventId: `${number}x${row.eventId}`,
				instanceId: again(row.instanceId, month, number) ?? '',
				itemId: again(row.itemId, month, number) ?? '',
				month,
				doneMonth: row.doneMonth === null ? null : month,
			}));
		}).flat();
	}

	it("a month's evidence looks at the month's rows only, and at each a fixed number of times", () => {
		const all = years();
		expect(all.length).toBeGreaterThanOrEqual(200_000);
		const month = all.filter((row) => row.month === '2026-08' || row.doneMonth === '2026-08');
		expect(month).toHaveLength(all.length / 20);
		const { rows, count } = counted(month);
		const { evidence, coverage } = evidenceOf('2026-08', rows as readonly WorkEventRecord[]);
		expect(evidence).toHaveLength(500 * 21);
		expect(coverage.every(({ complete }) => complete)).toBe(true);
		const columns = Object.keys(all[0] ?? {}).length;
		expect(count.looks).toBeLessThanOrEqual(month.length * columns * 2);
	});

	it('a recording derives the instance that it is about, and no other', () => {
		const all = years().slice(0, 2_000);
		const { rows, count } = counted(all);
		const office = new Office();
		const instanceId = all[0]?.instanceId;
		const { events } = office.ask(
			'recordStep',
			'2026-12-01T10:00:00+08:00',
			{ by: 'A1', instanceId, nextHandler: 'A2', delayReason: 'late', fields: { supplier: 'S' } },
			{ log: rows },
		);
		expect(events.length).toBeGreaterThan(0);
		expect(new Set(events.map(({ row }) => row.instanceId))).toEqual(new Set([instanceId]));
		expect(count.looks).toBeLessThanOrEqual(all.length * 60);
	});
});
