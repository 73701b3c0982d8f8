import { pausesIn, stepsOf, type Change } from '../../src/connectors/engine/steps';
import { pausesOf } from '../../src/connectors/vendors/zendesk/metricEvents';
import { needsAudits, statusOf, ticketWire } from '../../src/connectors/vendors/zendesk/ticket';

/** '9 A, 17 B' → the property became A at 9 and B at 17. */
const changes = (text: string): readonly Change[] =>
	text
		.split(', ')
		.filter((one) => one !== '')
		.map((one) => ({ at: Number(one.split(' ')[0]), value: one.split(' ')[1] ?? '' }));

describe('who handled a record from when to when', () => {
	const closed = (stage: string): boolean => stage === 'closed' || stage === 'merged';
	const none = { closedAt: undefined, isClosed: false, reopened: 0 };
	it.each([
		{
			why: 'closed',
			owners: '9 A',
			stages: '8 new, 17 closed',
			is: { owner: 'A', assignedAt: 9, closedAt: 17, isClosed: true, reopened: 0 },
		},
		{ why: 'open', owners: '9 A', stages: '8 new', is: { ...none, owner: 'A', assignedAt: 9 } },
		{
			why: 'nobody has it',
			owners: '',
			stages: '8 new',
			is: { ...none, owner: undefined, assignedAt: undefined },
		},
		{
			why: 'taken away',
			owners: '9 A, 10',
			stages: '8 new',
			is: { ...none, owner: undefined, assignedAt: undefined },
		},
		{
			why: 'given on',
			owners: '9 A, 12 B',
			stages: '8 new, 17 closed',
			is: { owner: 'B', assignedAt: 12, closedAt: 17, isClosed: true, reopened: 0 },
		},
		{
			why: 'given there and back',
			owners: '9 A, 10 B, 12 A',
			stages: '8 new',
			is: { ...none, owner: 'A', assignedAt: 12 },
		},
		{
			why: 'set to the same again',
			owners: '9 A, 10 A',
			stages: '8 new',
			is: { ...none, owner: 'A', assignedAt: 9 },
		},
		{
			why: 'given on after closing',
			owners: '9 A, 18 B',
			stages: '8 new, 17 closed',
			is: { owner: 'A', assignedAt: 9, closedAt: 17, isClosed: true, reopened: 0 },
		},
		{
			why: 'opened again and closed again',
			owners: '9 A',
			stages: '8 new, 17 closed, 18 new, 19 closed',
			is: { owner: 'A', assignedAt: 9, closedAt: 17, isClosed: true, reopened: 1 },
		},
		{
			why: 'opened again, still open',
			owners: '9 A',
			stages: '8 new, 17 closed, 18 new',
			is: { ...none, owner: 'A', assignedAt: 9, reopened: 1 },
		},
		{
			why: 'opened again before it was given on',
			owners: '9 A, 19 B',
			stages: '8 new, 17 closed, 18 new',
			is: { ...none, owner: 'B', assignedAt: 19 },
		},
		{
			why: 'opened again at the second closing of a later owner',
			owners: '9 A, 20 B',
			stages: '8 new, 17 closed, 19 new, 21 closed, 23 new, 24 closed',
			is: { owner: 'A', assignedAt: 9, closedAt: 17, isClosed: true, reopened: 1 },
		},
		{
			why: 'opened again after it was given on',
			owners: '9 A, 18 B',
			stages: '8 new, 17 closed, 23 new, 24 closed',
			is: { owner: 'A', assignedAt: 9, closedAt: 17, isClosed: true, reopened: 0 },
		},
		{
			why: 'opened again and given on by one save',
			owners: '9 A, 18 B',
			stages: '8 new, 17 closed, 18 new, 24 closed',
			is: { owner: 'A', assignedAt: 9, closedAt: 17, isClosed: true, reopened: 1 },
		},
		{
			why: 'opened again and given on by one save, still open',
			owners: '9 A, 18 B',
			stages: '8 new, 17 closed, 18 new',
			is: { ...none, owner: 'B', assignedAt: 18 },
		},
		{
			why: 'opened again while nobody had it',
			owners: '9 A, 18',
			stages: '8 new, 17 closed, 19 new, 24 closed',
			is: { owner: 'A', assignedAt: 9, closedAt: 17, isClosed: true, reopened: 0 },
		},
		{
			why: 'from one closed stage to another',
			owners: '9 A',
			stages: '8 new, 17 closed, 18 merged',
			is: { owner: 'A', assignedAt: 9, closedAt: 17, isClosed: true, reopened: 0 },
		},
	])('$why', ({ owners, stages, is }) =>
		expect(stepsOf(changes(owners), changes(stages), closed)).toEqual(is),
	);
});

describe('spells in which a record waits', () => {
	const closed = (stage: string): boolean => stage === 'closed';
	const waits = (stage: string) => (stage === 'wait' ? 'for the customer' : undefined);
	const reason = 'for the customer';
	it.each([
		{ why: 'none', owners: '9 A', stages: '8 new, 17 closed', is: [] },
		{
			why: 'one',
			owners: '9 A',
			stages: '8 new, 10 wait, 12 new, 17 closed',
			is: [{ from: 10, to: 12, reason }],
		},
		{
			why: 'still waiting',
			owners: '9 A',
			stages: '8 new, 10 wait',
			is: [{ from: 10, to: undefined, reason }],
		},
		{ why: 'before its owner had it', owners: '13 A', stages: '8 new, 10 wait, 12 new', is: [] },
		{
			why: 'after its first closing',
			owners: '9 A',
			stages: '8 new, 17 closed, 18 wait, 19 closed',
			is: [],
		},
		{ why: 'no longer than a moment', owners: '9 A', stages: '8 new, 10 wait, 10 new', is: [] },
	])('$why', ({ owners, stages, is }) => {
		const steps = stepsOf(changes(owners), changes(stages), closed);
		expect(pausesIn(changes(stages), steps, waits)).toEqual(is);
	});
});

describe('pauses of a ticket', () => {
	const reason = 'pending or on hold';
	it.each([
		{ text: '9 activate, 10 pause, 12 activate, 17 fulfill', is: [{ from: 10, to: 12, reason }] },
		{ text: '9 activate, 10 pause, 17 fulfill', is: [{ from: 10, to: 17, reason }] },
		{ text: '9 activate, 10 pause', is: [{ from: 10, to: undefined, reason }] },
		{ text: '10 pause, 11 pause, 12 activate', is: [{ from: 10, to: 12, reason }] },
		{ text: '9 activate, 17 fulfill', is: [] },
		{ text: '12 activate, 10 pause', is: [{ from: 10, to: 12, reason }] },
	])('$text', ({ text, is }) =>
		expect(pausesOf(changes(text).map(({ at, value: type }) => ({ at, type })))).toEqual(is),
	);
});

describe('a Zendesk ticket', () => {
	const ticket = (rest: object, metrics: object = {}) =>
		ticketWire.parse({
			id: 1,
			status: 'solved',
			created_at: '2026-10-08T01:00:00Z',
			updated_at: '2026-10-08T01:00:00Z',
			metric_set: {
				assigned_at: '2026-10-08T02:00:00Z',
				solved_at: '2026-10-08T03:00:00Z',
				reopens: 0,
				...metrics,
			},
			...rest,
		});
	it.each([
		{ given: ticket({}), status: 'done', audits: false },
		{ given: ticket({ status: 'closed' }), status: 'done', audits: false },
		{ given: ticket({ status: 'hold' }), status: 'open', audits: false },
		{ given: ticket({ status: 'deleted', metric_set: null }), status: 'cancelled', audits: false },
		{
			given: ticket({ status: 'closed', tags: ['vip', 'closed_by_merge'] }),
			status: 'cancelled',
			audits: false,
		},
		{ given: ticket({}, { reopens: 1 }), status: 'done', audits: true },
		{ given: ticket({}, { assigned_at: '2026-10-08T04:00:00Z' }), status: 'done', audits: true },
	])('$given.status: $status, audits needed: $audits', ({ given, status, audits }) => {
		expect(statusOf(given)).toBe(status);
		expect(needsAudits(given)).toBe(audits);
	});
});
