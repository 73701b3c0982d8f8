import { at, CR, evidenceOf, Office, reviewed, T, task } from './office';

const excuse = { by: 'L1', excuseCode: 'systemDown', excuseEvidence: 'note' };
const ill = { delayReason: 'ill' };

/** O1 has a task of three pieces, due on Tuesday 20 at 18:00. */
function given(): Office {
	const office = new Office();
	office.do('assign', at(12), task);
	return office;
}

const done = (office: Office, day: number, more = {}) =>
	office.do('complete', at(day), { by: 'O1', instanceId: T, quantity: 1, ...more });

const codes = (office: Office) => evidenceOf(office, 'filing').map(({ excuseCode }) => excuseCode);

const lateOf = (office: Office) =>
	office
		.open()
		.openWork.flatMap((one) =>
			one.todo === 'late' ? [[one.itemId, one.completedAt, one.delayReason]] : [],
		);

describe('an excuse of a task', () => {
	it('is of what was late until then, and not of what is left or comes late afterwards', () => {
		const office = given();
		done(office, 21, ill);
		expect(lateOf(office)).toEqual([[T, '2026-10-21T02:00:00.000Z', 'ill']]);
		office.do('excuse', at(22), { ...excuse, itemId: T });
		expect(codes(office)).toEqual(['systemDown', null, null]);
		expect(lateOf(office)).toEqual([]);
		done(office, 23, { delayReason: 'forgot' });
		expect(codes(office)).toEqual(['systemDown', null, null]);
		expect(lateOf(office)).toEqual([[T, '2026-10-23T02:00:00.000Z', 'forgot']]);
		office.do('excuse', at(24), { ...excuse, excuseCode: 'noStock', itemId: T });
		expect(codes(office)).toEqual(['systemDown', 'noStock', null]);
	});

	it('is of what is left where nothing was late', () => {
		const office = given();
		done(office, 13);
		office.do('excuse', at(21), { ...excuse, itemId: T });
		done(office, 23, ill);
		expect(codes(office)).toEqual(['systemDown', 'systemDown', 'systemDown']);
		expect(lateOf(office)).toEqual([]);
		const again = office.refusal('excuse', at(24), { ...excuse, itemId: T });
		expect(again.message).toBe(`${T}: L1 has excused it already`);
	});
});

it('an excuse of a step does not hold for what is done again', () => {
	const office = reviewed();
	const returned = { by: 'G1', instanceId: CR, opinion: 'notQualified', comment: 'no date' };
	office.do('recordStep', at(13), { ...returned, returnTo: 'review' });
	office.do('excuse', at(14), { ...excuse, itemId: `${CR}/review` });
	const again = { by: 'O1', instanceId: CR, opinion: 'qualified', nextHandler: 'G1' };
	office.do('recordStep', at(26), { ...again, ...ill });
	office.do('recordStep', at(27), { ...returned, returnTo: 'review' });
	office.do('recordStep', at(28), { ...again, ...ill });
	expect(evidenceOf(office, 'contractReview')[0]).toMatchObject({
		completedAt: '2026-10-28T02:00:00.000Z',
		excuseCode: null,
	});
});

it('an error is of the piece that was done last before it was reported', () => {
	const office = given();
	done(office, 13);
	done(office, 14);
	const report = { by: 'L2', itemId: T, decision: 'report', comment: 'no phone' };
	office.do('confirmError', at(15), report);
	done(office, 16);
	expect(evidenceOf(office, 'filing').map(({ errorsOpen }) => errorsOpen)).toEqual([0, 1, 0]);
});
