import { monthBefore } from '../../src/domain/pay/earlierPay';
import { syncPay, type PayLineRecord, type PayRequest } from '../../src/index';
import { openLedger } from './ledger';
import { found, hashOf, ids, preview } from './look';
import { approved, month, portsOf, summaryOf } from './month';

/** September as it was paid: E001 2790.00, E002 2250.00, E003 3814.15. */
async function september(change: (line: PayLineRecord) => object = (line) => line) {
	const items = month();
	const of = (row: object) => ({ ...row, period: '2026-09' });
	const scorecards = items.scorecards.map((it) => of(it as object));
	const { lines } = await preview({
		...items,
		period: '2026-09',
		scorecards,
		summary: [of(summaryOf(scorecards))],
	});
	return lines.map((line) => change({ ...line, status: 'confirmed' }));
}

describe('limits of change from the month before', () => {
	const with30 = async (change: Partial<PayRequest>, then?: Parameters<typeof september>[0]) =>
		await found(month({ earlierPay: await september(then), ...change }));

	it('say nothing where nothing changed', async () =>
		expect(await with30({ sumChangeLimit: 0.01, personChangeLimit: 0.01 })).toEqual({
			status: 'ready',
			found: [],
		}));

	// E002 had 1730.00 in September: 2250.00 are +30.05 %; 8334.15 in all, 8854.15 are +6.23 %.
	const lower = (line: PayLineRecord) =>
		line.employeeId === 'E002' ? { ...line, amount: '1730.00' } : line;

	it.each([
		{ change: { personChangeLimit: 30.06 }, codes: [] },
		{ change: { personChangeLimit: 30 }, codes: ['pay.personChange E002'] },
		{ change: { sumChangeLimit: 6.24 }, codes: [] },
		{ change: { sumChangeLimit: 6.23 }, codes: ['pay.sumChange null'] },
	])('stop beyond $change', async ({ change, codes }) =>
		expect(await with30(change, lower)).toEqual({
			status: codes.length === 0 ? 'ready' : 'stopped',
			found: codes,
		}),
	);

	// E001 had 1395.00, kept in two batches: 2790.00 are twice as much, and 8854.15 are +18.7 % of 7459.15.
	it.each([
		{ change: { personChangeLimit: 99 }, codes: ['pay.personChange E001'] },
		{ change: { personChangeLimit: 100 }, codes: [] },
		{ change: { sumChangeLimit: 18.7 }, codes: ['pay.sumChange null'] },
		{ change: { sumChangeLimit: 18.71 }, codes: [] },
	])('count a line that two batches hold once: $change', async ({ change, codes }) => {
		const half = (line: PayLineRecord) =>
			line.employeeId === 'E001' ? { ...line, amount: '1395.00' } : line;
		const rows = await september(half);
		const again = rows.map((row) => ({ ...row, status: 'unchanged', batchHash: 'c'.repeat(64) }));
		const request = month({ earlierPay: [...rows, ...again], ...change });
		expect((await found(request)).found).toEqual(codes);
	});

	it('count a line that one batch could not pay and another one paid', async () => {
		const rows = await september();
		const failed = rows.map((row) => ({ ...row, status: 'failed', batchHash: 'c'.repeat(64) }));
		const request = month({ earlierPay: [...failed, ...rows], personChangeLimit: 1 });
		expect(await found(request)).toEqual({ status: 'ready', found: [] });
	});

	it('name the person, both amounts, the change and what to do', async () => {
		const { problems } = await preview(
			month({ earlierPay: await september(lower), personChangeLimit: 30 }),
		);
		expect(problems).toEqual([
			{
				kind: 'problem',
				code: 'pay.personChange',
				employeeId: 'E002',
				message: 'E002: 2250.00 CNY, +30.05 % against 1730.00 CNY of 2026-09',
				remedy:
					'Look at the scorecard and the base; name the person in Accepted Changes if it is right',
				blocks: true,
			},
		]);
	});

	it('let a change pass that somebody looked at', async () =>
		expect(await with30({ personChangeLimit: 30, acceptedChanges: ['E002'] }, lower)).toEqual({
			status: 'ready',
			found: ['pay.personChange E002'],
		}));

	it('tell who is new, and where the month before is missing', async () => {
		const earlierPay = (await september()).slice(1);
		expect(await found(month({ earlierPay, personChangeLimit: 30 }))).toEqual({
			status: 'ready',
			found: ['pay.newPerson E001'],
		});
		expect(await found(month({ personChangeLimit: 30 }))).toEqual({
			status: 'ready',
			found: ['pay.noMonthBefore null'],
		});
	});

	it('tell who was paid then and is not in the batch now', async () => {
		const who = { employeeId: 'E004', remoteEmployeeId: 'HR-E004', key: 'e'.repeat(64) };
		const gone = { ...(await september())[0], ...who };
		const earlierPay = [...(await september()), gone] as PayLineRecord[];
		expect(await found(month({ earlierPay, personChangeLimit: 30 }))).toEqual({
			status: 'ready',
			found: ['pay.noLongerPaid E004'],
		});
	});

	it('stop where it is not settled what was paid then, unless somebody looked', async () => {
		const unknown = (line: PayLineRecord) =>
			line.employeeId === 'E002' ? { ...line, status: 'unknown' } : line;
		const open = 'pay.monthBeforeUnsettled E002';
		expect(await with30({ personChangeLimit: 30 }, unknown)).toEqual({
			status: 'stopped',
			found: [open, 'pay.newPerson E002'],
		});
		const seen = { personChangeLimit: 30, acceptedChanges: ['E002'] };
		expect((await with30(seen, unknown)).status).toBe('ready');
	});

	it('see a currency that is gone', async () => {
		const dollars = (line: PayLineRecord) => ({ ...line, currency: 'USD' });
		const { found: codes } = await with30({ sumChangeLimit: 30 }, dollars);
		expect(codes).toEqual(['pay.sumChange null', 'pay.sumChange null']);
	});

	it('compare January with December', () => {
		expect(['2026-01', '2026-10', '2026-12'].map(monthBefore)).toEqual([
			'2025-12',
			'2026-09',
			'2026-11',
		]);
	});
});

describe('open objections', () => {
	const objection = (employeeId: string, status = 'open', other = {}) => ({
		...{ kind: 'objection', period: '2026-10', employeeId, status },
		...other,
	});
	const lines = async (change: Partial<PayRequest>) => {
		const { batch, lines: drawn, problems } = await preview(month(change));
		return {
			status: batch.status,
			paid: drawn.map((line) => line.employeeId),
			found: problems.map((it) => `${it.code} ${it.employeeId} ${it.blocks}`),
		};
	};
	const all = ['E001', 'E002', 'E003'];
	const objections = [objection('E002')];

	it.each([
		{ why: 'stop everybody', way: undefined, status: 'stopped', paid: all, blocks: true },
		{ why: 'leave out', way: 'payOthers', status: 'ready', paid: ['E001', 'E003'], blocks: false },
		{ why: 'are paid as scored', way: 'payAsScored', status: 'ready', paid: all, blocks: false },
	] as const)('$why, as the setting says', async ({ way, status, paid, blocks }) =>
		expect(await lines({ objections, ...(way && { openObjections: way }) })).toEqual({
			...{ status, paid },
			found: [`pay.openObjection E002 ${blocks}`],
		}),
	);

	it.each(['upheld', 'partly', 'rejected', 'withdrawn', 'Rejected'])(
		'are none once they are %s',
		async (status) =>
			expect(await lines({ objections: [objection('E002', status)] })).toEqual({
				...{ status: 'ready', paid: all, found: [] },
			}),
	);

	it('of another month, or of somebody without a scorecard, stop nobody or say so', async () => {
		const other = objection('E002', 'open', { period: '2026-09' });
		expect((await lines({ objections: [other] })).found).toEqual([]);
		expect((await lines({ objections: [objection('E099')] })).found).toEqual([
			'pay.openObjection E099 true',
		]);
	});

	it('name the person, what they object to, and what to do', async () => {
		const { problems } = await preview(
			month({ objections: [objection('E002', 'open', { indicator: 'timeliness' })] }),
		);
		expect(problems.map(({ message, remedy }) => [message, remedy])).toEqual([
			[
				'E002: the objection to timeliness is not decided',
				'Decide it, or set Open Objections to pay the others or to pay as scored',
			],
		]);
	});

	it('without a status that can be read are refused', async () => {
		const { problems, batch } = await preview(month({ objections: [objection('E002', 'maybe')] }));
		expect(batch.status).toBe('stopped');
		expect(problems[0]?.message).toBe(
			'Exceptions[0].status: the objection of E002: "status" must be open, upheld, partly, rejected, withdrawn, found "maybe"',
		);
	});

	it('cannot be treated in a way that there is not', async () =>
		await expect(preview(month({ openObjections: 'later' as 'payNobody' }))).rejects.toThrow(
			/"later" is not a way to treat open objections/,
		));
});

describe('scoring, approving and releasing', () => {
	const hands = async (names: object) => {
		const ledger = openLedger(ids);
		const request = { ...approved(month(), await hashOf(ledger, month())), ...names };
		return await syncPay(request, portsOf(ledger.http).ports).then(
			({ batch }) => batch.status,
			(error: { problems: readonly { message: string }[] }) =>
				error.problems.map((it) => it.message),
		);
	};

	it.each([
		[{}, 'sent'],
		[{ scoredBy: 'Li Na', approvedBy: 'Wang Li', releasedBy: 'Zhao Min' }, 'sent'],
		[{ scoredBy: 'Li Na', approvedBy: ' li na ' }, ['li na scored and may not approve']],
		[{ approvedBy: 'Wang Li', releasedBy: 'Wang Li' }, ['Wang Li approved and may not release']],
		[{ scoredBy: 'Li Na', releasedBy: 'LI NA' }, ['LI NA scored and may not release']],
		[{ scoredBy: '', approvedBy: '' }, 'sent'],
	])('are three people where they are named: %j', async (names, expected) =>
		expect(await hands(names)).toEqual(expected),
	);
});
