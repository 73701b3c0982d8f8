import { workEvidence } from '../../src/index';
import { asOf, at, bought, monthOf, ofMonth, Office } from './office';

it('a step says whose it was, since when, until when, and what was said', () => {
	const office = new Office();
	bought(office, 5, 26, 'no stock');
	expect(monthOf(office.rows, 'procurement').evidence).toEqual([
		expect.objectContaining({
			source: 'workLog',
			system: 'workLog',
			recordId: 'PR-2026-10-0005/buy',
			employeeId: 'A1',
			status: 'done',
			assignedAt: '2026-10-12T02:00:00.000Z',
			dueAt: '2026-10-15T16:00:00.000Z',
			completedAt: '2026-10-26T08:00:00.000Z',
			delayReason: 'no stock',
			errors: 0,
			excuseCode: null,
			fields: { supplier: 'Office Ltd' },
		}),
	]);
});

describe('work that is given back', () => {
	/** O1 reviews by Monday 17:00 (8 working hours), legal gives it back on Tuesday, O1 has it again. */
	function returned(): Office {
		const office = new Office();
		office.do('recordStep', at(12, 9), {
			by: 'A1',
			process: 'contractReview',
			number: '1',
			nextHandler: 'O1',
			fields: { contract: 'Lease', customer: 'Sun' },
		});
		const instanceId = 'CR-2026-10-0001';
		office.do('recordStep', at(12, 11), {
			by: 'O1',
			instanceId,
			opinion: 'qualified',
			nextHandler: 'G1',
		});
		office.do('recordStep', at(13, 11), {
			by: 'G1',
			instanceId,
			opinion: 'notQualified',
			comment: 'no date',
			returnTo: 'review',
		});
		return office;
	}

	it('is open again for who had it, with the time away as a pause, and an error to confirm', () => {
		const office = returned();
		const open = office.open().openWork;
		expect(open.map(({ todo, itemId, handler }) => [todo, itemId, handler])).toEqual([
			['step', 'CR-2026-10-0001/review', 'O1'],
			['error', 'CR-2026-10-0001/review', 'O1'],
		]);
		const [review] = monthOf(office.rows, 'contractReview').evidence;
		expect(review).toMatchObject({
			status: 'open',
			assignedAt: '2026-10-12T01:00:00.000Z',
			// 2 of 8 working hours were spent: 6 are left from Tuesday 11:00, over lunch and night.
			dueAt: '2026-10-14T01:30:00.000Z',
			pauses: [
				{ from: '2026-10-12T03:00:00.000Z', to: '2026-10-13T03:00:00.000Z', reason: 'with others' },
			],
			errors: 0,
			errorsOpen: 1,
		});
	});

	it('goes on to who gave it back, and is done in time by the time that was its own', () => {
		const office = returned();
		const instanceId = 'CR-2026-10-0001';
		office.do('recordStep', at(13, 15), { by: 'O1', instanceId, opinion: 'qualified' });
		const next = office.open().openWork.find(({ todo }) => todo === 'step');
		expect([next?.itemId, next?.handler]).toEqual(['CR-2026-10-0001/confirm', 'G1']);
		office.do('confirmError', at(13, 16), {
			by: 'A2',
			itemId: 'CR-2026-10-0001/review',
			decision: 'confirm',
		});
		const [review] = monthOf(office.rows, 'contractReview').evidence;
		expect(review).toMatchObject({ status: 'done', errors: 1, errorsOpen: 0, delayReason: null });
	});
});

describe('a task of several pieces', () => {
	const task = {
		by: 'L1',
		handler: 'O1',
		activity: 'customerRecord',
		quantity: 4,
		dueAt: at(20, 18),
		demand: 'CRM 50',
		number: '9',
	};
	const itemId = 'T-2026-10-0009';

	it('gives each piece once: the first ones that are done, and the errors on the first', () => {
		const office = new Office();
		office.do('assign', at(12), task);
		office.do('complete', at(14), { by: 'O1', instanceId: itemId, quantity: 3 });
		office.do('confirmError', at(15), {
			by: 'L1',
			itemId,
			decision: 'report',
			comment: 'no phone',
		});
		const { evidence } = monthOf(office.rows, 'customerRecord');
		expect(
			evidence.map(({ recordId, status, errorsOpen }) => [recordId, status, errorsOpen]),
		).toEqual([
			[`${itemId}/1`, 'done', 1],
			[`${itemId}/2`, 'done', 0],
			[`${itemId}/3`, 'done', 0],
			[`${itemId}/4`, 'open', 0],
		]);
		expect(evidence[0]?.fields).toEqual({ demand: 'CRM 50' });
		expect(office.open().openWork[0]).toMatchObject({
			todo: 'task',
			quantityLeft: 1,
			handler: 'O1',
		});
	});

	it('keeps what was done when the rest is cancelled', () => {
		const office = new Office();
		office.do('assign', at(12), task);
		office.do('complete', at(14), { by: 'O1', instanceId: itemId, quantity: 1 });
		office.do('cancel', at(15), { by: 'L1', instanceId: itemId, comment: 'order withdrawn' });
		const { evidence } = monthOf(office.rows, 'customerRecord');
		expect(evidence.map(({ status }) => status)).toEqual([
			'done',
			'cancelled',
			'cancelled',
			'cancelled',
		]);
	});

	it('begins anew for who gets it instead', () => {
		const office = new Office();
		office.do('assign', at(12), task);
		office.do('reassign', at(13), { by: 'L1', itemId, nextHandler: 'O2', comment: 'O1 is ill' });
		const [first] = monthOf(office.rows, 'customerRecord').evidence;
		expect([first?.employeeId, first?.assignedAt]).toEqual(['O2', '2026-10-13T02:00:00.000Z']);
	});
});

describe('a month', () => {
	it('has what is due exactly at its end, and not what is due a second later', () => {
		const office = new Office();
		const assign = { by: 'L1', handler: 'O1', activity: 'filing' };
		office.do('assign', at(12), { ...assign, number: '1', dueAt: '2026-11-01T00:00:00+08:00' });
		office.do('assign', at(12), { ...assign, number: '2', dueAt: '2026-11-01T00:00:01+08:00' });
		expect(office.rows.map(({ month }) => month)).toEqual(['2026-10', '2026-11']);
	});

	it('can be read by itself, however late an item is done', () => {
		const office = new Office();
		office.do('assign', at(12), { by: 'L1', handler: 'O1', activity: 'filing', number: '1' });
		office.do('complete', '2026-11-05T10:00:00+08:00', { by: 'O1', instanceId: 'T-2026-10-0001' });
		const { evidence, coverage } = monthOf(ofMonth(office.rows, '2026-11'), 'filing', '2026-11');
		expect(evidence).toEqual([expect.objectContaining({ assignedAt: '2026-10-12T02:00:00.000Z' })]);
		expect(coverage[0]?.complete).toBe(true);
	});

	it('is not complete where the beginning of an item is missing, and says which', () => {
		const office = new Office();
		const itemId = bought(office, 1, 15);
		const rows = office.rows.filter((row) => row.itemId !== itemId || row.type !== 'started');
		expect(monthOf(rows, 'procurement').coverage).toEqual([
			expect.objectContaining({
				complete: false,
				gap: expect.stringContaining(`The beginning of ${itemId} is not in the rows`),
			}),
		]);
	});

	it('covers the activities of all processes where none is asked for, and those of tasks in the log', () => {
		const office = new Office();
		office.do('assign', at(12), { by: 'L1', handler: 'O1', activity: 'filing', number: '1' });
		const { coverage } = workEvidence({ period: '2026-10', log: office.rows, now: asOf });
		expect(coverage.map(({ activity, received }) => [activity, received])).toEqual([
			['contractArchive', 0],
			['contractReview', 0],
			['customerRecord', 0],
			['expensePayment', 0],
			['expenseReview', 0],
			['filing', 1],
			['handOut', 0],
			['procurement', 0],
		]);
	});

	it.each([
		[{ period: 'October' }, 'period: expected a month like 2026-10, found "October"'],
		[{ now: 'today' }, 'now: expected an ISO 8601 time'],
	])('is refused with %j', (given, says) => {
		expect(() => workEvidence({ period: '2026-10', log: [], now: asOf, ...given })).toThrow(says);
	});
});
