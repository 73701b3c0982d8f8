import { openWork, processes, workEvidence, type WorkEventRecord } from '../../src/index';
import { asOf, bought, Office, ofMonth, people } from './office';

describe('a month whose last due moments lie in a year that the calendar does not have yet', () => {
	/** Asked for on Wednesday, 30 December 2026, and bought the day after. */
	function boughtInDecember(): Office {
		const office = new Office();
		const instanceId = office.upToBuying(
			'1',
			'2026-12-30T09:00:00+08:00',
			'2026-12-30T10:00:00+08:00',
		);
		expect(office.open().openWork.map(({ step, dueAt }) => [step, dueAt])).toEqual([['buy', null]]);
		office.do('recordStep', '2026-12-31T16:00:00+08:00', {
			...{ by: 'A1', instanceId, nextHandler: 'A2', fields: { supplier: 'Office Ltd' } },
		});
		return office;
	}
	const shipped = processes().find((one) => 'id' in one && one.id === 'procurement') as {
		readonly steps: readonly { readonly id: string }[];
	};
	const years = { '2026': {}, '2027': { holidays: ['2027-01-01'] } };
	const longer = { ...shipped, calendar: { weekend: [6, 7], years } };
	const read = (rows: readonly WorkEventRecord[], period: string, processes: unknown[] = []) =>
		workEvidence({ period, log: rows, now: asOf, activities: ['procurement'], processes });

	it('closes without them, since they belong to later months', () => {
		const { evidence, coverage } = read(ofMonth(boughtInDecember().rows, '2026-12'), '2026-12');
		expect(coverage[0]?.complete).toBe(true);
		expect(evidence).toEqual([]);
	});

	it('is not complete where they may belong to it, and says what to do', () => {
		const { coverage } = read(ofMonth(boughtInDecember().rows, '2027-01'), '2027-01');
		expect(coverage[0]).toMatchObject({
			complete: false,
			gap: expect.stringContaining('Add the year to the calendar of the process'),
		});
	});

	it('counts them once the calendar has the year: three working days are 5 January at 24:00', () => {
		const rows = ofMonth(boughtInDecember().rows, '2027-01');
		const { evidence, coverage } = read(rows, '2027-01', [longer]);
		expect(coverage[0]?.complete).toBe(true);
		expect(evidence.map(({ status, dueAt }) => [status, dueAt])).toEqual([
			['done', '2027-01-05T16:00:00.000Z'],
		]);
	});

	it('asks for it under the version that the work began under', () => {
		const begun = boughtInDecember().rows.map((row) => ({ ...row, processVersion: '0' }));
		expect(read(begun, '2026-12').coverage[0]?.complete).toBe(true);
		expect(read(begun, '2027-01').coverage[0]?.complete).toBe(false);
	});

	it('does not ask for it where a limit was set after the work began', () => {
		const office = new Office();
		bought(office, 1, 15);
		const begun = office.rows.map((row) => ({ ...row, processVersion: '0', dueAt: null }));
		const [told] = read(begun, '2026-10').evidence;
		expect([told?.dueAt, read(begun, '2026-10').coverage[0]?.complete]).toEqual([null, true]);
	});

	it('tells who is late once it is there, and lets it be excused', () => {
		const office = new Office();
		const instanceId = office.upToBuying(
			...(['1', '2026-12-30T09:00:00+08:00', '2026-12-30T10:00:00+08:00'] as const),
		);
		const more = { processes: [longer] };
		const buy = { by: 'A1', instanceId, nextHandler: 'A2', fields: { supplier: 'S' } };
		const then = '2027-01-12T10:00:00+08:00';
		expect(office.refusal('recordStep', then, buy, more).code).toBe('work.delayReason');
		office.do('recordStep', then, { ...buy, delayReason: 'ill' }, more);
		const told = openWork({ log: office.rows, employees: people, ...more }).openWork;
		expect(told.map(({ todo, itemId }) => [todo, itemId])).toContainEqual([
			'late',
			`${instanceId}/buy`,
		]);
		office.do('excuse', '2027-01-13T10:00:00+08:00', {
			...{ by: 'L1', itemId: `${instanceId}/buy`, excuseCode: 'illness', excuseEvidence: 'note' },
		});
		const [late] = read(ofMonth(office.rows, '2027-01'), '2027-01', [longer]).evidence;
		expect([late?.dueAt, late?.excuseCode]).toEqual(['2027-01-05T16:00:00.000Z', 'illness']);
	});

	it('is found under the month of a long limit by the marks of the open work', () => {
		const slow = {
			...longer,
			steps: longer.steps.map((step) =>
				step.id === 'buy' ? { ...step, limit: { workingDays: 30 } } : step,
			),
		};
		const office = new Office();
		const asked = [{ ...slow, calendar: 'CN' }];
		office.upToBuying('1', '2026-12-30T09:00:00+08:00', '2026-12-30T10:00:00+08:00', {
			processes: asked,
		});
		expect(read(ofMonth(office.rows, '2027-02'), '2027-02', [slow]).evidence).toEqual([]);
		const { marks } = openWork({ log: office.rows, employees: people, processes: [slow] });
		const rows = ofMonth([...office.rows, ...marks], '2027-02');
		expect(read(rows, '2027-02', [slow]).evidence.map(({ dueAt }) => dueAt)).toEqual([
			'2027-02-11T16:00:00.000Z',
		]);
	});
});
