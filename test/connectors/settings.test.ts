import { collectEvidence, type CollectRequest } from '../../src/app/evidence/collectEvidence';
import { timeZone } from '../../src/app/timeZone';
import { midnightText, momentOf } from '../../src/connectors/engine/moment';
import { readParameters } from '../../src/connectors/engine/parameters';
import { mappedItem } from '../../src/connectors/engine/mappedItem';
import { parameters } from '../../src/connectors/vendors/rest/parameters';

const shanghai = timeZone('Asia/Shanghai');
const utc = (instant: number | undefined) =>
	instant === undefined ? undefined : new Date(instant).toISOString();

describe('a time of a vendor', () => {
	it.each([
		{ told: '2026-10-08T09:12:00+08:00', zone: undefined, is: '2026-10-08T01:12:00.000Z' },
		{ told: '2026-10-08T09:12:00.000+0000', zone: undefined, is: '2026-10-08T09:12:00.000Z' },
		{ told: '2026-10-08 09:12:00Z', zone: undefined, is: '2026-10-08T09:12:00.000Z' },
		{ told: 1791422000, zone: undefined, is: '2026-10-08T01:13:20.000Z' },
		{ told: '1791422000000', zone: undefined, is: '2026-10-08T01:13:20.000Z' },
		{ told: '2026-10-08 09:12:30.123456', zone: shanghai, is: '2026-10-08T01:12:30.123Z' },
		{ told: '2026-10-08T09:12', zone: shanghai, is: '2026-10-08T01:12:00.000Z' },
		{ told: '2026-10-08', zone: shanghai, is: '2026-10-07T16:00:00.000Z' },
		{ told: '2026-10-08 09:12:30', zone: undefined, is: undefined },
		{ told: '2026-10-08 25:00:00', zone: shanghai, is: undefined },
		{ told: '2026-02-30', zone: shanghai, is: undefined },
		{ told: '08.10.2026', zone: shanghai, is: undefined },
		{ told: '', zone: shanghai, is: undefined },
		{ told: null, zone: shanghai, is: undefined },
		{ told: 0, zone: undefined, is: undefined },
	])('$told → $is', ({ told, zone, is }) => expect(utc(momentOf(told, zone))).toBe(is));

	it('as a filter is the local midnight before', () => {
		if (!shanghai) throw new Error('Asia/Shanghai exists');
		expect(midnightText(Date.UTC(2026, 8, 30, 16), shanghai)).toBe('2026-10-01 00:00:00');
		expect(midnightText(Date.UTC(2026, 8, 30, 15), shanghai)).toBe('2026-09-30 00:00:00');
	});
});

const restSettings = (given: object) => {
	const read = readParameters(parameters, { path: '/x', ...given });
	if (!read.ok) throw new Error(read.problems[0]?.message);
	return read.value;
};

describe('a record of any system', () => {
	const mapping = {
		statusField: 'state.name',
		doneValues: 'Closed, solved',
		cancelledValues: 'deleted',
		completedField: 'closed',
		errorsField: 'faults',
		resolvedField: 'ok',
		handlerField: 'who.0.login',
		naiveZone: 'Asia/Shanghai',
		fields: 'amount, tags',
	};
	const row = {
		id: 7,
		state: { name: 'closed' },
		closed: '2026-10-08 17:00',
		who: [{ login: ' wang ' }],
		amount: '12.50',
		tags: ['a'],
	};
	it.each([
		{
			why: 'done',
			given: {},
			is: { recordId: '7', status: 'done', handler: 'wang', errors: null, resolved: null },
		},
		{ why: 'only plain fields', given: {}, is: { fields: { amount: '12.50' } } },
		{ why: 'another state', given: { state: { name: 'waiting' } }, is: { status: 'open' } },
		{ why: 'cancelled', given: { state: { name: 'Deleted' } }, is: { status: 'cancelled' } },
		{ why: 'no handler', given: { who: [] }, is: { handler: null } },
		{ why: 'zero errors', given: { faults: 0 }, is: { errors: 0 } },
		{ why: 'not resolved', given: { ok: false }, is: { resolved: false } },
		{ why: 'no status', given: { state: {} }, is: { unclear: 'it has no status' } },
		{
			why: 'done without a time',
			given: { closed: null },
			is: { unclear: 'it is done, but has no completion time' },
		},
		{
			why: 'a time that is none',
			given: { closed: 'yesterday' },
			is: { unclear: 'closed is no time with an offset' },
		},
		{
			why: 'half an error',
			given: { faults: 0.5 },
			is: { unclear: 'faults is not a whole number' },
		},
		{
			why: 'resolved, perhaps',
			given: { ok: 'perhaps' },
			is: { unclear: 'ok is neither true nor false' },
		},
	])('$why', ({ given, is }) =>
		expect(
			mappedItem({ ...row, ...given }, '7', { settings: restSettings(mapping), zone: shanghai }),
		).toMatchObject(is),
	);

	const noonOf = (day: number) => new Date(Date.UTC(2026, 9, day, 4)).toISOString();
	const dayEnd = '2026-10-31T16:00:00.000Z';
	it.each([
		{ due: '2026-10-31', is: dayEnd },
		{ due: ' 2026-10-31 ', is: dayEnd },
		{ due: '2026-10-31 12:00', is: noonOf(31) },
		{ due: '2026-10-31T12:00:00+08:00', is: noonOf(31) },
		{ due: '2026-10-31 00:00', is: '2026-10-30T16:00:00.000Z' },
		{ due: 1793419200, is: noonOf(31) },
		{ due: '', is: undefined },
	])('due $due is due at $is in Shanghai', ({ due, is }) => {
		const settings = restSettings({ dueField: 'due' });
		const item = mappedItem({ id: 1, due }, '1', { settings, zone: shanghai });
		expect(utc('unclear' in item ? undefined : item.dueAt)).toBe(is);
	});

	it.each([
		{ due: '2026-10-31', zone: undefined },
		{ due: '2026-10-32', zone: shanghai },
	])('due $due is not told where its day is not', ({ due, zone }) => {
		const settings = restSettings({ dueField: 'due' });
		expect(mappedItem({ id: 1, due }, '1', { settings, zone })).toMatchObject({
			unclear: 'due is no time with an offset',
		});
	});

	it('is done by its completion time where there is no status field', () => {
		const settings = restSettings({ completedField: 'closed' });
		expect(
			mappedItem({ id: 1, closed: '2026-10-08T17:00:00Z' }, '1', { settings, zone: undefined }),
		).toMatchObject({
			status: 'done',
		});
		expect(mappedItem({ id: 1, closed: null }, '1', { settings, zone: undefined })).toMatchObject({
			status: 'open',
		});
	});
});

describe('settings that cannot be used', () => {
	const good: CollectRequest = {
		system: 'hubspot',
		stream: 'tickets',
		baseUrl: 'https://api.example',
		period: '2026-10',
		timeZone: 'Asia/Shanghai',
	};
	const ports = {
		http: async () => await Promise.reject(new Error('no request may be sent')),
		now: () => '2026-11-01T00:00:00Z',
		wait: async () => await Promise.resolve(),
		cancelled: () => false,
	};
	it.each([
		{ given: { system: 'hubspt' }, paths: ['system'] },
		{ given: { stream: 'companies' }, paths: ['stream'] },
		{ given: { period: '2026-13' }, paths: ['period'] },
		{ given: { timeZone: 'Asia/Peking' }, paths: ['timeZone'] },
		{ given: { baseUrl: '' }, paths: ['baseUrl'] },
		{ given: { baseUrl: 'ftp://a.example' }, paths: ['baseUrl'] },
		{ given: { maxItems: 0 }, paths: ['maxItems'] },
		{
			given: { parameters: { handlerAs: 'name', lookBackDays: -1 } },
			paths: ['handlerAs', 'lookBackDays'],
		},
		{ given: { system: 'rest', stream: 'crmRecords' }, paths: ['path'] },
		{
			given: { system: 'rest', stream: 'crmRecords', parameters: { path: '/x', paging: 'page' } },
			paths: ['pageParameter'],
		},
		{ given: { period: '', timeZone: '' }, paths: ['period', 'timeZone'] },
	])('$paths', async ({ given, paths }) => {
		const collected = collectEvidence({ ...good, ...given }, ports);
		await expect(collected).rejects.toMatchObject({
			problems: paths.map((path) => ({ path, remedy: expect.stringMatching(/./) })),
		});
	});
});
