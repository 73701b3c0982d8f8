import { scorePeriod, workEvidence } from '../../src/index';
import { asOf, at, CR, evidenceOf, Office, people, reviewed, T, task, toO2 } from './office';

const review = `${CR}/review`;

const giveBack = {
	by: 'G1',
	instanceId: CR,
	opinion: 'notQualified',
	comment: 'no date',
	returnTo: 'review',
};

/** O1's review was given back, and O2 has it now. */
function movedOn(): Office {
	const office = reviewed();
	office.do('recordStep', at(13, 11), giveBack);
	office.do('reassign', at(13, 12), { ...toO2, itemId: review });
	return office;
}

describe('work that is given back', () => {
	it('goes to who had it, and not straight to another', () => {
		const office = reviewed();
		const refused = office.refusal('recordStep', at(13), { ...giveBack, nextHandler: 'O2' });
		expect([refused.code, refused.message]).toEqual([
			'work.nextHandler',
			`${review}: it goes back to O1, who had it, not to O2`,
		]);
		office.do('recordStep', at(13), { ...giveBack, nextHandler: 'O1' });
		expect(office.open().openWork.map(({ handler }) => handler)).toEqual(['O1', 'O1']);
	});

	it('goes to another where who had it may no longer do it, with the error left to them', () => {
		const employees = people.filter(({ employeeId }) => employeeId !== 'O1');
		const office = reviewed();
		office.do('recordStep', at(13), { ...giveBack, nextHandler: 'O2' }, { employees });
		expect(office.open().openWork.map(({ todo, handler }) => [todo, handler])).toEqual([
			['step', 'O2'],
			['error', 'O1'],
		]);
	});
});

describe('an error', () => {
	it('is shown and counted for who made it, not for who has the work now', () => {
		const office = movedOn();
		const told = office.open().openWork.find(({ todo }) => todo === 'error');
		expect([told?.handler, told?.handlerName]).toEqual(['O1', 'O1']);
		office.do('confirmError', at(14), { by: 'O2', itemId: review, decision: 'confirm' });
		const [now, before, ...more] = evidenceOf(office, 'contractReview');
		expect(now).toMatchObject({ recordId: review, employeeId: 'O2', errors: 0, errorsOpen: 0 });
		expect(before).toMatchObject({
			recordId: `${review}#O1`,
			employeeId: 'O1',
			status: 'open',
			assignedAt: '2026-10-12T01:00:00.000Z',
			dueAt: '2026-10-14T01:30:00.000Z',
			errors: 1,
			errorsOpen: 0,
			excuseCode: 'reassigned',
			excuseApprovedBy: 'L1',
			excuseEvidence: `${review} went from O1 to O2, recorded by L1`,
			fields: {},
		});
		expect(more).toEqual([]);
	});

	it('is one where two report the same at one moment', () => {
		const office = reviewed();
		const log = [...office.rows];
		const same = { itemId: review, decision: 'report', comment: 'no date' };
		office.do('confirmError', at(13), { ...same, by: 'A1' }, { log });
		office.do('confirmError', at(13), { ...same, by: 'L1' }, { log });
		expect(evidenceOf(office, 'contractReview')[0]?.errorsOpen).toBe(1);
	});

	it('waits for its second person in the same way', () => {
		const [now, before] = evidenceOf(movedOn(), 'contractReview');
		expect([now?.errorsOpen, before?.errorsOpen, before?.errors]).toEqual([0, 1, 0]);
	});

	it('is one record however often the work came back to who made it', () => {
		const office = movedOn();
		office.do('reassign', at(14), { ...toO2, itemId: review, nextHandler: 'O1' });
		const [only, ...more] = evidenceOf(office, 'contractReview');
		expect([only?.recordId, only?.employeeId, only?.errorsOpen]).toEqual([review, 'O1', 1]);
		expect(more).toEqual([]);
	});

	it('is not excused by who made it where they gave the work away themselves', () => {
		const office = new Office();
		office.do('assign', at(12), task);
		office.do('confirmError', at(13), {
			by: 'L1',
			itemId: T,
			decision: 'report',
			comment: 'no phone',
		});
		office.do('reassign', at(14), { ...toO2, by: 'O1', itemId: T });
		expect(evidenceOf(office, 'filing')[0]).toMatchObject({
			recordId: `${T}#O1`,
			errorsOpen: 1,
			dueAt: '2026-10-20T10:00:00.000Z',
			excuseApprovedBy: 'workLog',
		});
	});

	it('belongs to the month in which work without a due time was moved', () => {
		const office = new Office();
		office.do('assign', at(12), { ...task, dueAt: '' });
		const report = { by: 'L1', itemId: T, decision: 'report', comment: 'no phone' };
		office.do('confirmError', at(13), report);
		office.do('reassign', at(14), { ...toO2, itemId: T });
		expect(evidenceOf(office, 'filing')[0]?.dueAt).toBe('2026-10-14T02:00:00.000Z');
	});

	it('lowers the score of who made it, and nothing else of theirs', async () => {
		const office = movedOn();
		office.do('assign', at(12), { ...task, activity: 'contractReview', quantity: 10 });
		office.do('complete', at(13), { by: 'O1', instanceId: T });
		office.do('recordStep', at(13, 15), { by: 'O2', instanceId: CR, opinion: 'qualified' });
		office.do('confirmError', at(14), { by: 'O2', itemId: review, decision: 'confirm' });
		const of = { activity: 'contractReview' };
		const perDefect = { type: 'perDefect', allowance: '0%', step: '10%' };
		const { scorecards, exceptions } = await scorePeriod({
			period: '2026-10',
			asOf,
			rulebook: {
				rulebook: 1,
				id: 'office',
				version: '1',
				timeZone: 'Asia/Shanghai',
				grades: [{ from: 0, id: 'any' }],
				roles: [
					{
						id: 'operations',
						work: [{ ...of, source: 'workLog' }],
						indicators: [
							{ ...of, id: 'onTime', measure: 'onTime', curve: { type: 'share' }, points: 60 },
							{ ...of, id: 'quality', measure: 'errors', curve: perDefect, points: 40 },
						],
					},
				],
			},
			employees: people.filter(({ role }) => role === 'operations'),
			...workEvidence({ period: '2026-10', log: office.rows, now: asOf }),
		});
		expect(exceptions).toEqual([]);
		expect(
			scorecards.map(({ employeeId, lines }) => [
				employeeId,
				...lines.map((one) => one.attainment),
			]),
		).toEqual([
			['O1', '1', '9/10'],
			['O2', '1', '1'],
		]);
	});
});

it('an excuse of a step does not go over to who gets it when it is given back', () => {
	const office = reviewed();
	office.do('recordStep', at(13), giveBack);
	office.do('excuse', at(14), {
		by: 'L1',
		itemId: review,
		excuseCode: 'sickness',
		excuseEvidence: 'note',
	});
	office.do('reassign', at(15), { ...toO2, itemId: review });
	expect(evidenceOf(office, 'contractReview')[0]?.excuseCode).toBeNull();
});
