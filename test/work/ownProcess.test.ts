import { listProcesses, openWork } from '../../src/index';
import { at, Office, people } from './office';

/** A process of a customer's own: any kind of person, any kind of field. */
const visit = {
	process: 1,
	id: 'visit',
	version: '1',
	prefix: 'VI',
	timeZone: 'Asia/Shanghai',
	steps: [
		{
			id: 'plan',
			by: { employees: ['O1', 'O2'] },
			fields: [
				{ id: 'on', type: 'date', required: true },
				{ id: 'how', type: 'choice', choices: ['car', 'train'] },
				{ id: 'what', type: 'text' },
			],
		},
		{ id: 'book', by: { role: 'administration' }, limit: { hours: 24 }, activity: 'booking' },
		{ id: 'agree', by: { leader: true }, opinion: true, returnsTo: 'plan' },
		{ id: 'report', by: { starter: true } },
	],
};
const more = { processes: [{ definition: visit }] };
const plan = {
	by: 'O1',
	process: 'visit',
	number: '1',
	nextHandler: 'A1',
	fields: { on: '2026-10-20' },
};
const VI = 'VI-2026-10-0001';

it('goes its way from person to person without a line of code', () => {
	const office = new Office();
	office.do(
		'recordStep',
		at(12),
		{ ...plan, fields: { on: '2026-10-20', how: 'train', what: 'fair' } },
		more,
	);
	office.do('recordStep', at(13), { by: 'A1', instanceId: VI }, more);
	office.do('recordStep', at(14), { by: 'L1', instanceId: VI, opinion: 'qualified' }, more);
	office.do('recordStep', at(15), { by: 'O1', instanceId: VI }, more);
	expect(
		office.rows.filter(({ type }) => type === 'finished').map(({ step, by }) => [step, by]),
	).toEqual([
		['plan', 'O1'],
		['book', 'A1'],
		['agree', 'L1'],
		['report', 'O1'],
	]);
	expect(office.open().openWork).toEqual([]);
});

it.each([
	['work.role', 'A1 may not do "plan", which is for O1, O2', { by: 'A1' }],
	[
		'work.field',
		'field "on" is "soon", expected a date like 2026-10-08',
		{ fields: { on: 'soon' } },
	],
	['work.field', 'expected one of car, train', { fields: { on: '2026-10-20', how: 'ship' } }],
	['work.value', 'fields: expected an object', { fields: 'text' }],
	['work.value', 'fields.on: expected a text or a number', { fields: { on: ['2026-10-20'] } }],
	['work.nextHandler', 'O2 may not do it, it is for role administration', { nextHandler: 'O2' }],
])('%s: %s', (code, says, changes) => {
	const refused = new Office().refusal('recordStep', at(12), { ...plan, ...changes }, more);
	expect([refused.code, refused.message]).toEqual([code, expect.stringContaining(says)]);
});

describe('given back over a step between', () => {
	function returned(): Office {
		const office = new Office();
		office.do('recordStep', at(12), plan, more);
		office.do('recordStep', at(13, 9), { by: 'A1', instanceId: VI }, more);
		const no = { opinion: 'notQualified', comment: 'wrong day', returnTo: 'plan' };
		office.do('recordStep', at(14), { by: 'L1', instanceId: VI, ...no }, more);
		return office;
	}

	it('the step that gave back waits, and is refused until its turn comes again', () => {
		const agree = { by: 'L1', instanceId: VI, step: 'agree', opinion: 'qualified' };
		expect(returned().refusal('recordStep', at(15), agree, more)).toMatchObject({
			code: 'work.outOfOrder',
			message: `${VI}/agree: it was given back to a step before and is not open`,
		});
	});

	it('another may get the step between the second time, and begins anew', () => {
		const office = returned();
		office.do(
			'recordStep',
			at(15),
			{ ...plan, instanceId: VI, process: '', nextHandler: 'A2' },
			more,
		);
		const { openWork: open } = openWork({ log: office.rows, employees: people, ...more });
		const book = open.find(({ todo }) => todo === 'step');
		expect([book?.handler, book?.enteredAt, book?.dueAt]).toEqual([
			'A2',
			'2026-10-15T02:00:00.000Z',
			'2026-10-16T02:00:00.000Z',
		]);
	});

	it('can be cancelled, with the step that waits', () => {
		const office = returned();
		office.do('cancel', at(15), { by: 'O1', instanceId: VI, comment: 'no fair' }, more);
		expect(office.rows.filter(({ type }) => type === 'cancelled').map(({ step }) => step)).toEqual([
			'plan',
			'agree',
		]);
	});
});

it('tells a form who may start it, what to ask and who may come next', () => {
	const [asked] = listProcesses({ employees: people, ...more, by: 'A1' }).slice(-1);
	expect(asked).toMatchObject({
		process: 'visit',
		mayStart: false,
		step: 'plan',
		nextStep: 'book',
	});
	expect(asked?.candidates.map(({ employeeId }) => employeeId)).toEqual(['A2']); // A1 would give it to themselves
	const [, , , , anybody] = listProcesses({ employees: people, ...more });
	expect(anybody?.mayStart).toBeNull();
});

it('refuses a prefix that another process has', () => {
	const processes = [{ ...visit, prefix: 'PR' }];
	expect(() => listProcesses({ processes })).toThrow(
		'Processes "procurement" and "visit" have the same prefix "PR"',
	);
});

it('says of a step that was taken out of the definition what to do', () => {
	const office = new Office();
	office.do('recordStep', at(12), plan, more);
	const shorter = { ...visit, steps: visit.steps.filter(({ id }) => id !== 'book') };
	const refused = office.refusal(
		'recordStep',
		at(13),
		{ by: 'A1', instanceId: VI },
		{ processes: [shorter] },
	);
	expect(refused.message).toBe(`${VI}/book: visit no longer has this step`);
});

it('tells of a row that cannot be read, beside what is open', () => {
	const office = new Office();
	office.do('recordStep', at(12), plan, more);
	const { openWork: open, ignored } = openWork({
		log: [
			...office.rows,
			{ ...office.rows[0], eventId: 'z-1', month: 'October', quantity: -1, type: 'begun' },
		],
		employees: people,
		...more,
	});
	expect(open).toHaveLength(1);
	expect(ignored).toEqual([
		expect.objectContaining({ code: 'work.unreadable', eventId: 'z-1', instanceId: VI }),
	]);
	for (const said of ['type', 'month', 'quantity'])
		expect(ignored[0]?.message).toContain(`${said}: expected`);
});
