import { at, bought, CR, evidenceOf, monthOf, Office, ofMonth, reviewed } from './office';

const review = `${CR}/review`;
const giveBack = { opinion: 'notQualified', comment: 'no date' };

const RB = 'RB-2026-10-0001';
const fields = { amount: 90, spentOn: '2026-10-08', category: 'travel' };

/** A1 submits on Monday 12 at 9, to be reviewed until Tuesday 13 at 24:00; F1 gives it back then. */
function givenBack(then: string): Office {
	const office = new Office();
	office.do('recordStep', at(12, 9), {
		...{ by: 'A1', process: 'reimbursement', number: '1', nextHandler: 'F1', fields },
	});
	office.do('recordStep', then, { by: 'F1', instanceId: RB, returnTo: 'submit', ...giveBack });
	return office;
}

describe('what was given back', () => {
	it('is not due while others have it', () => {
		const [waiting] = evidenceOf(givenBack(at(12, 11)), 'expenseReview');
		expect([waiting?.status, waiting?.dueAt]).toEqual(['open', null]);
	});

	it('stays late where it was late already', () => {
		const [late] = evidenceOf(givenBack(at(14)), 'expenseReview');
		expect([late?.status, late?.dueAt]).toEqual(['open', '2026-10-13T16:00:00.000Z']);
	});

	it.each([
		['on the same day: its time goes on', at(12, 11), at(12, 15), '2026-10-13T16:00:00.000Z'],
		['on its last day: it stays the last', at(12, 11), at(13, 9), '2026-10-13T16:00:00.000Z'],
		[
			'after a day with others, which is not counted',
			at(12, 11),
			at(14, 9),
			'2026-10-14T16:00:00.000Z',
		],
		[
			'after its last day had begun: that day is the last',
			at(13, 11),
			at(14, 9),
			'2026-10-14T16:00:00.000Z',
		],
		['on a Saturday: Monday is the last', at(13, 11), at(17, 9), '2026-10-19T16:00:00.000Z'],
	])('that comes back %s', (_when, then, again, due) => {
		const office = givenBack(then);
		office.do('recordStep', again, { by: 'A1', instanceId: RB, fields });
		expect(evidenceOf(office, 'expenseReview')[0]?.dueAt).toBe(due);
	});
});

it('what comes back once more after its last day has that day, too', () => {
	const office = givenBack(at(13, 11));
	const submit = { by: 'A1', instanceId: RB, fields };
	office.do('recordStep', at(14, 9), submit);
	office.do('recordStep', at(14, 11), {
		by: 'F1',
		instanceId: RB,
		returnTo: 'submit',
		...giveBack,
	});
	office.do('recordStep', at(16, 9), submit);
	expect(evidenceOf(office, 'expenseReview')[0]?.dueAt).toBe('2026-10-16T16:00:00.000Z');
});

it('who gave it back may still end what is no longer wanted', () => {
	const checks = {
		...{ process: 1, id: 'stock', version: '1', prefix: 'ST', timeZone: 'Asia/Shanghai' },
		calendar: 'CN',
		steps: [
			{ id: 'count', by: { role: 'operations' }, activity: 'counting' },
			{
				id: 'check',
				by: { leader: true },
				activity: 'checking',
				opinion: true,
				returnsTo: 'count',
			},
		],
	};
	const more = { processes: [checks] };
	const office = new Office();
	const instanceId = 'ST-2026-10-0001';
	office.do('recordStep', at(12), { by: 'O1', process: 'stock', number: '1' }, more);
	office.do('recordStep', at(13), { by: 'L1', instanceId, returnTo: 'count', ...giveBack }, more);
	const own = office.refusal('cancel', at(14), { by: 'O1', instanceId, comment: 'c' }, more);
	expect(own.code).toBe('work.ownCancel');
	office.do('cancel', at(14), { by: 'L1', instanceId, comment: 'not needed' }, more);
	expect(office.open().openWork.filter(({ todo }) => todo === 'step')).toEqual([]);
});

describe('a step that was done and is given back in a later month', () => {
	/** Done by O1 on 12 October; legal gives it back in November, and O1 does it again. */
	function doneTwice(): Office {
		const office = reviewed();
		office.do('recordStep', '2026-11-03T10:00:00+08:00', {
			...{ by: 'G1', instanceId: CR, returnTo: 'review', ...giveBack },
		});
		office.do('recordStep', '2026-11-03T16:00:00+08:00', {
			...{ by: 'O1', instanceId: CR, opinion: 'qualified', nextHandler: 'G1' },
		});
		office.do('confirmError', '2026-11-04T11:00:00+08:00', {
			...{ by: 'A1', itemId: review, decision: 'confirm' },
		});
		return office;
	}

	it.each(['2026-10', '2026-11'])(
		'is one piece of the month that it was done in: read for %s',
		(month) => {
			const { evidence } = monthOf(ofMonth(doneTwice().rows, month), 'contractReview', month);
			expect(
				evidence.map(({ recordId, status, dueAt, completedAt, errors }) => [
					recordId,
					status,
					dueAt,
					completedAt,
					errors,
				]),
			).toEqual([[review, 'done', '2026-10-13T01:30:00.000Z', '2026-10-12T03:00:00.000Z', 1]]);
		},
	);
});

/** O1 did it late and was excused; legal gives it back in November. */
function excusedThenBack(): Office {
	const office = new Office();
	office.do('recordStep', at(12, 9), {
		...{ by: 'A1', process: 'contractReview', number: '1', nextHandler: 'O1' },
		fields: { contract: 'Lease', customer: 'Sun' },
	});
	const done = { by: 'O1', instanceId: CR, opinion: 'qualified', nextHandler: 'G1' };
	office.do('recordStep', at(30), { ...done, delayReason: 'ill' });
	office.do('excuse', at(31), {
		...{ by: 'L1', itemId: review, excuseCode: 'sickness', excuseEvidence: 'note' },
	});
	office.do('recordStep', '2026-11-02T10:00:00+08:00', {
		...{ by: 'G1', instanceId: CR, returnTo: 'review', ...giveBack },
	});
	return office;
}

it('an excuse stays with the month that it was given for, whatever comes back later', () => {
	const [told] = evidenceOf(excusedThenBack(), 'contractReview');
	expect([told?.status, told?.completedAt, told?.excuseCode]).toEqual([
		'done',
		'2026-10-30T02:00:00.000Z',
		'sickness',
	]);
});

it('what was done in a month stays with who did it when it goes to another in a later one', () => {
	const office = excusedThenBack();
	office.do('reassign', '2026-11-03T10:00:00+08:00', {
		...{ by: 'L1', itemId: review, nextHandler: 'O2', comment: 'O1 is away' },
	});
	const told = evidenceOf(office, 'contractReview');
	expect(
		told.map(({ recordId, employeeId, status, completedAt, errorsOpen }) => [
			recordId,
			employeeId,
			status,
			completedAt,
			errorsOpen,
		]),
	).toEqual([
		[review, 'O2', 'open', null, 0],
		[`${review}#O1`, 'O1', 'done', '2026-10-30T02:00:00.000Z', 1],
	]);
});

it('what is recorded after it was due as done before says when it was recorded', () => {
	const office = new Office();
	const instanceId = office.upToBuying('1', at(12, 9), at(12)); // due on Thursday 15 at 24:00
	const fields = { supplier: 'Office Ltd' };
	const said = { by: 'A1', instanceId, nextHandler: 'A2', fields, comment: 'no network' };
	office.do('recordStep', at(16), { ...said, finishedAt: at(15) });
	const [told] = evidenceOf(office, 'procurement');
	expect([told?.completedAt, told?.fields]).toEqual([
		'2026-10-15T02:00:00.000Z',
		{ ...fields, recordedAt: '2026-10-16T02:00:00.000Z' },
	]);
	bought(office, 2, 15);
	expect(evidenceOf(office, 'procurement')[1]?.fields).toEqual(fields);
});
