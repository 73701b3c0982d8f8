import { scoreMonth } from './onePerson';

const share = { type: 'share' };
const responded = (hours: number, points: number) => ({
	...{ measure: 'responded', limit: { hours }, curve: share, points },
});

it('tells all that cannot be measured of a record, each once', async () => {
	const { scorecards, exceptions } = await scoreMonth({
		indicators: [
			{ measure: 'value', field: 'amount', curve: { type: 'attainment', target: 9 }, points: 40 },
			{ ...responded(4, 30), id: 'first' },
			{ ...responded(8, 30), id: 'second' },
		],
		records: [
			{
				...{ status: 'done', dueAt: '2026-10-14T09:00:00+08:00', fields: { amount: true } },
				completedAt: '2026-10-13T09:00:00+08:00',
				firstResponseAt: '2026-10-12T10:00:00+08:00', // when it was assigned is not told
			},
		],
	});
	expect(scorecards).toEqual([]);
	expect(exceptions.map(({ code, recordId, message }) => [code, recordId, message])).toEqual([
		['badEvidence', '0', expect.stringContaining('assignedAt: expected the time of assignment')],
		['badEvidence', '0', expect.stringContaining('fields.amount: expected a number')],
	]);
});
