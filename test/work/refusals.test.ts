import { Office, people, type Request, type Use } from './office';

const morning = '2026-10-12T09:00:00+08:00';
const noon = '2026-10-12T12:00:00+08:00';
const evening = '2026-10-12T18:00:00+08:00';
const friday = '2026-10-16T09:00:00+08:00';
const PR = 'PR-2026-10-0017';
const T = 'T-2026-10-0005';

/** PR-2026-10-0017 is with A1 to be bought, due on Thursday 15 at 24:00; A1 has a task of 5. */
function office(): Office {
	const it = new Office();
	it.upToBuying('17', morning, noon);
	it.do('assign', morning, {
		by: 'L1',
		handler: 'A1',
		activity: 'stockTaking',
		quantity: 5,
		dueAt: '2026-10-14T18:00:00+08:00',
		number: '5',
	});
	return it;
}

const buy = { by: 'A1', instanceId: PR, nextHandler: 'A2', fields: { supplier: 'Office Ltd' } };
const start = {
	by: 'O1',
	process: 'procurement',
	number: '18',
	fields: { what: 'pens', quantity: 3 },
};

type Case = readonly [code: string, says: string, use: Use, request: Request, now?: string];

// prettier-ignore
const cases: readonly Case[] = [
	['unknownProcess', 'neither an instance nor a process', 'recordStep', { by: 'O1' }],
	['unknownProcess', 'no process "travel"', 'recordStep', { ...start, process: 'travel' }],
	['unknownProcess', `${PR}: it is of process "procurement", not "reimbursement"`, 'recordStep', { ...buy, process: 'reimbursement' }],
	['unknownInstance', 'PR-2026-10-0099: there is no such instance', 'recordStep', { ...buy, instanceId: 'PR-2026-10-0099' }],
	['unknownStep', `${PR}/sell: procurement has no step "sell"`, 'recordStep', { ...buy, step: 'sell' }],
	['unknownEmployee', 'by "X1" is no employee', 'recordStep', { ...buy, by: 'X1' }],
	['unknownEmployee', `${PR}/handOut: nextHandler "X1" is no employee`, 'recordStep', { ...buy, nextHandler: 'X1' }],
	['unknownEmployee', 'handler "X1" is no employee', 'assign', { by: 'L1', handler: 'X1', activity: 'a', number: '6' }],
	['outOfOrder', `${PR}/handOut: it is not open, "buy" is`, 'recordStep', { ...buy, step: 'handOut' }],
	['outOfOrder', 'PR-2026-10-0018/buy: procurement begins with step "request"', 'recordStep', { ...start, step: 'buy' }],
	['exists', `${PR}: this number is taken already`, 'recordStep', { ...start, number: '17' }],
	['exists', `${T}: this number is taken already`, 'assign', { by: 'L1', handler: 'A1', activity: 'a', number: '5' }],
	['twice', `${PR}/agree: L1 has finished it already`, 'recordStep', { by: 'L1', instanceId: PR, step: 'agree', opinion: 'qualified' }],
	['notHandler', `${PR}/buy: it is with A1, not with A2`, 'recordStep', { ...buy, by: 'A2' }],
	['notHandler', `${T}: it is with A1, not with A2`, 'complete', { by: 'A2', instanceId: T }],
	['beforeStart', `${PR}/buy: it would be finished before it was begun`, 'recordStep', { ...buy, finishedAt: morning }],
	['beforeStart', `${T}: it would be finished`, 'complete', { by: 'A1', instanceId: T, finishedAt: '2026-10-11T09:00:00+08:00' }],
	['future', `${PR}/buy: its time lies in the future`, 'recordStep', { ...buy, finishedAt: friday }],
	['future', 'PR-2026-10-0018/request: its time lies in the future', 'recordStep', { ...start, enteredAt: friday }],
	['delayReason', `${PR}/buy: it is late, and nothing says why`, 'recordStep', buy, friday],
	['delayReason', `${T}: it is late`, 'complete', { by: 'A1', instanceId: T }, friday],
	['opinion', `${PR}/buy: "buy" asks for no opinion`, 'recordStep', { ...buy, opinion: 'qualified' }],
	['nextHandler', `${PR}/handOut: 2 people may do it, and nobody is named`, 'recordStep', { ...buy, nextHandler: '' }],
	['nextHandler', `${PR}/handOut: O1 may not do it, it is for role administration`, 'recordStep', { ...buy, nextHandler: 'O1' }],
	['field', `${PR}/buy: field "supplier" is missing`, 'recordStep', { ...buy, fields: {} }],
	['field', 'field "price" is "cheap", expected a number', 'recordStep', { ...buy, fields: { supplier: 'S', price: 'cheap' } }],
	['field', 'field "quantity" is "-5", expected a number that is not below 0', 'recordStep', { ...start, fields: { what: 'pens', quantity: -5 } }],
	['field', 'field "quantity" is "-0.5"', 'recordStep', { ...start, fields: { what: 'pens', quantity: '-0.5' } }],
	['field', 'field "colour" is not one of "buy"', 'recordStep', { ...buy, fields: { supplier: 'S', colour: 'red' } }],
	['value', 'finishedAt: expected an ISO 8601 time', 'recordStep', { ...buy, finishedAt: 'yesterday' }],
	['value', 'by: expected text, found none', 'recordStep', { process: 'procurement' }],
	['value', 'number: expected letters', 'recordStep', { ...start, number: '1/7' }],
	['missing', 'The task has no handler', 'assign', { by: 'L1', activity: 'a', number: '6' }],
	['missing', 'The task has no activity', 'assign', { by: 'L1', handler: 'A1', number: '6' }],
	['quantity', 'the quantity is 10001', 'assign', { by: 'L1', handler: 'A1', activity: 'a', quantity: 10001, number: '6' }],
	['ownTask', 'T-2026-10-0006: L1 cannot give a task to themselves', 'assign', { by: 'L1', handler: 'L1', activity: 'a', number: '6' }],
	['due', 'T-2026-10-0006: it would be due before it is assigned', 'assign', { by: 'L1', handler: 'A1', activity: 'a', dueAt: morning, number: '6' }],
	['tooMany', `${T}: 6 are more than the 5 that are left of 5`, 'complete', { by: 'A1', instanceId: T, quantity: 6 }],
	['notTask', `${PR}/buy: it is a step`, 'complete', { by: 'A1', instanceId: `${PR}/buy` }],
	['unknownItem', 'T-2026-10-0099: there is no such step or task', 'complete', { by: 'A1', instanceId: 'T-2026-10-0099' }],
	['unknownItem', 'names no item', 'excuse', { by: 'L1', excuseCode: 'c', excuseEvidence: 'e' }],
	['ownExcuse', `${PR}/buy: A1 cannot approve an excuse of their own`, 'excuse', { by: 'A1', itemId: `${PR}/buy`, excuseCode: 'c', excuseEvidence: 'e' }],
	['notLate', `${PR}/agree: it was done on time`, 'excuse', { by: 'L2', itemId: `${PR}/agree`, excuseCode: 'c', excuseEvidence: 'e' }],
	['missing', 'nothing is given as excuseEvidence', 'excuse', { by: 'L1', itemId: `${PR}/buy`, excuseCode: 'c' }],
	['missing', 'nothing is given as excuseCode', 'excuse', { by: 'L1', itemId: `${PR}/buy` }],
	['missing', 'nothing is given as comment', 'confirmError', { by: 'L1', itemId: T, decision: 'report' }],
	['ownReport', `${T}: it is with A1, who cannot report an error on themselves`, 'confirmError', { by: 'A1', itemId: T, decision: 'report', comment: 'wrong shelf' }],
	['errorUnknown', `${T}: 0 errors are open`, 'confirmError', { by: 'L1', itemId: T, decision: 'confirm' }],
	['errorUnknown', `${T}: there is no error "e9"`, 'confirmError', { by: 'L1', itemId: T, decision: 'confirm', errorId: 'e9' }],
	['value', 'decision: expected report, confirm or reject', 'confirmError', { by: 'L1', itemId: T }],
	['notAllowed', `${T}: O1 is neither its handler`, 'reassign', { by: 'O1', itemId: T, nextHandler: 'A2', comment: 'c' }],
	['nextHandler', `${PR}/buy: O1 may not do it`, 'reassign', { by: 'L1', itemId: `${PR}/buy`, nextHandler: 'O1', comment: 'c' }],
	['missing', 'nothing is given as nextHandler', 'reassign', { by: 'L1', itemId: T, comment: 'c' }],
	['unknownInstance', 'T-2026-10-0099: there is no such instance', 'cancel', { by: 'L1', instanceId: 'T-2026-10-0099', comment: 'c' }],
	['ownCancel', `${T}: A1 cannot cancel work of their own`, 'cancel', { by: 'A1', instanceId: T, comment: 'c' }],
	['ownLate', `${T}: it is late, and A1 cannot give it away`, 'reassign', { by: 'A1', itemId: T, nextHandler: 'A2', comment: 'c' }, friday],
	['recordedLate', `${PR}/buy: it is recorded after it was due as finished before`, 'recordStep', { ...buy, finishedAt: evening }, friday],
	['recordedLate', `${T}: it is recorded after it was due`, 'complete', { by: 'A1', instanceId: T, finishedAt: evening }, friday],
	['nextHandler', 'O1 may not do it, it is for role operations, and nobody judges their own work or gives it to themselves', 'recordStep', { by: 'O1', process: 'customerRecords', number: '19', nextHandler: 'O1', fields: { customer: 'Sun' } }],
	['notAllowed', `${PR}: A2 is neither`, 'cancel', { by: 'A2', instanceId: PR, comment: 'c' }],
	['missing', 'nothing is given as comment', 'cancel', { by: 'O1', instanceId: PR }],
];

it.each(cases.map((one) => ({ code: one[0], says: one[1], one })))(
	'work.$code: $says',
	({ one }) => {
		const [code, says, use, request, now = evening] = one;
		const refused = office().refusal(use, now, request);
		expect(refused.code).toBe(`work.${code}`);
		expect(refused.message).toContain(says);
		expect(refused.remedy).toMatch(/^[A-Z].*\.$/);
		expect(refused.request).toEqual(request);
	},
);

describe('an opinion', () => {
	/** O1's request is with L1. */
	function asked(): Office {
		const it = new Office();
		it.do('recordStep', morning, { ...start, number: '17' });
		return it;
	}
	const agree = { by: 'L1', instanceId: PR };

	it.each([
		['opinion', 'no opinion is given', {}],
		['comment', 'it is not qualified, and nothing says why', { opinion: 'notQualified' }],
		['returnTo', 'only what is not qualified', { opinion: 'qualified', returnTo: 'request' }],
		[
			'returnTo',
			'cannot give back to "buy"',
			{ opinion: 'notQualified', comment: 'no', returnTo: 'buy' },
		],
		['value', 'opinion: expected qualified or notQualified', { opinion: 'fine' }],
	])('work.%s: %s', (code, says, said) => {
		const refused = asked().refusal('recordStep', noon, { ...agree, ...said });
		expect([refused.code, refused.message]).toEqual([
			`work.${code}`,
			expect.stringContaining(says),
		]);
	});

	it('that is not qualified and not given back ends the process', () => {
		const it = asked();
		it.do('recordStep', noon, { ...agree, opinion: 'notQualified', comment: 'too dear' });
		expect(it.open().openWork).toEqual([]);
		expect(it.refusal('recordStep', evening, { ...agree, opinion: 'qualified' }).code).toBe(
			'work.ended',
		);
	});

	it('is never of one’s own work: finance cannot review what finance itself handed in', () => {
		const it = new Office();
		const submit = {
			by: 'F1',
			process: 'reimbursement',
			number: '1',
			fields: { amount: 120, spentOn: '2026-10-09', category: 'travel' },
		};
		const own = it.refusal('recordStep', morning, { ...submit, nextHandler: 'F1' });
		expect([own.code, own.remedy]).toEqual(['work.nextHandler', 'Name one of F2.']);
		it.do('recordStep', morning, submit);
		expect(it.open().openWork.map(({ handler }) => handler)).toEqual(['F2']);
	});
});

describe('an error', () => {
	function reported(): Office {
		const it = office();
		it.do('confirmError', noon, {
			by: 'O1',
			itemId: T,
			decision: 'report',
			comment: 'wrong shelf',
		});
		return it;
	}

	it.each([
		['its reporter', 'O1', 'O1 reported the error'],
		['who made it', 'A1', 'A1 is said to have made the error'],
	])('is not decided by %s', (_, by, says) => {
		const refused = reported().refusal('confirmError', evening, {
			by,
			itemId: T,
			decision: 'confirm',
		});
		expect([refused.code, refused.message]).toEqual([
			'work.ownError',
			expect.stringContaining(says),
		]);
	});

	it('is reported once as long as it is not decided, and again after it was', () => {
		const it = reported();
		const same = { by: 'L1', itemId: T, decision: 'report', comment: 'wrong shelf' };
		expect(it.refusal('confirmError', evening, same)).toMatchObject({
			code: 'work.reportedAlready',
			message: `${T}: O1 has reported the same and it is not decided yet`,
		});
		it.do('confirmError', evening, { by: 'L1', itemId: T, decision: 'confirm' });
		it.do('confirmError', friday, same);
		expect(it.open().openWork.filter(({ todo }) => todo === 'error')).toHaveLength(1);
	});

	it('is decided once', () => {
		const it = reported();
		const [row] = it.do('confirmError', evening, { by: 'L1', itemId: T, decision: 'reject' });
		const again = { by: 'L2', itemId: T, decision: 'confirm', errorId: row?.errorId };
		expect(it.refusal('confirmError', friday, again)).toMatchObject({
			code: 'work.errorDecided',
			message: expect.stringContaining('was rejected already'),
		});
	});
});

it('refuses to excuse twice, to finish what was cancelled, and to cancel what has ended', () => {
	const it = office();
	const excuse = { by: 'L1', itemId: T, excuseCode: 'sickness', excuseEvidence: 'note' };
	it.do('excuse', noon, excuse);
	expect(it.refusal('excuse', evening, excuse).code).toBe('work.excusedAlready');
	it.do('cancel', evening, { by: 'L1', instanceId: T, comment: 'not needed' });
	expect(it.refusal('complete', friday, { by: 'A1', instanceId: T }).code).toBe('work.cancelled');
	expect(it.refusal('cancel', friday, { by: 'L1', instanceId: T, comment: 'c' }).code).toBe(
		'work.ended',
	);
});

it('refuses where nobody may come next, and names what to correct', () => {
	const alone = [{ employeeId: 'O1', role: 'operations' }];
	const refused = new Office().refusal('recordStep', morning, start, { employees: alone });
	expect(refused.message).toBe(
		'PR-2026-10-0018/agree: nobody may do it, it is for the leader of who started it, and nobody judges their own work or gives it to themselves',
	);
	expect(refused.remedy).toMatch(/^Let another begin it/);
});

it('refuses who lost the right to a step that is theirs', () => {
	const moved = people.map((one) => (one.employeeId === 'A1' ? { ...one, role: 'sales' } : one));
	const refused = office().refusal('recordStep', evening, buy, { employees: moved });
	expect(refused.message).toBe(`${PR}/buy: A1 may not do "buy", which is for role administration`);
});

it('records nothing on top of a log that cannot be read whole', () => {
	const it = office();
	const log = [...it.rows, { ...it.rows[0], eventId: 'zz-1', at: 'noon' }];
	expect(it.refusal('recordStep', evening, buy, { log })).toMatchObject({
		code: 'work.unreadable',
		message: expect.stringContaining('row 7 of the log cannot be read: at: expected'),
	});
});
