import { syncPay, type PayRequest } from '../../src/index';
import { openLedger } from './ledger';
import { hashOf, ids, sync } from './look';
import { approved, month, people, portsOf } from './month';

/** What a sync says under these settings of what was approved under others. */
async function syncedAfter(
	before: PayRequest,
	after: PayRequest,
	ledger = openLedger(ids),
): Promise<readonly [string, ...string[]]> {
	const asked = approved(after, await hashOf(ledger, before));
	const { batch, problems } = await syncPay(asked, portsOf(ledger.http).ports);
	return [batch.status, ...problems.filter(({ blocks }) => blocks).map(({ code }) => code)];
}

const differs = ['stopped', 'pay.hashDiffers'];
const objections = [{ period: '2026-10', employeeId: 'E002', status: 'open' }];

describe('what was approved is paid only as it was approved', () => {
	it.each<{ why: string; before?: Partial<PayRequest>; after: Partial<PayRequest> }>([
		{ why: 'another site', after: { baseUrl: 'https://frappe.example' } },
		{
			why: 'an objection that is passed over',
			before: { openObjections: 'payOthers', objections: [] },
			after: { openObjections: 'payAsScored', objections },
		},
		{ why: 'a limit of the sum', before: { sumChangeLimit: 30 }, after: { sumChangeLimit: 31 } },
		{ why: 'a limit of a person', before: { personChangeLimit: 30 }, after: {} },
		{
			why: 'an accepted change',
			before: { personChangeLimit: 30 },
			after: { personChangeLimit: 30, acceptedChanges: ['E001'] },
		},
	])('not under $why', async ({ before = {}, after }) =>
		expect(await syncedAfter(month(before), month(after))).toEqual(differs),
	);

	it.each<{ why: string; before: Partial<PayRequest>; after: Partial<PayRequest> }>([
		{
			why: 'a slash at the end of the site',
			before: { baseUrl: 'http://frappe.example' },
			after: { baseUrl: 'http://frappe.example/' },
		},
		{
			why: 'accepted changes in another order',
			before: { personChangeLimit: 30, acceptedChanges: ['E001', 'E002'] },
			after: { personChangeLimit: 30, acceptedChanges: ['E002', 'E001'] },
		},
		{
			why: 'accepted changes where there is no limit',
			before: {},
			after: { acceptedChanges: ['E001'] },
		},
		{
			why: 'what a first payment takes back: nothing',
			before: {},
			after: { negativeDifferences: 'deduct', deduction: 'Performance Pay Back' },
		},
		{
			why: 'a component that takes nothing back',
			before: {},
			after: { deduction: 'Performance Pay Back' },
		},
	])('however the same is said: $why', async ({ before, after }) =>
		expect(await syncedAfter(month(before), month(after))).toEqual(['sent']),
	);

	it('not taken back by another component', async () => {
		const ledger = openLedger(ids);
		const first = await sync(ledger);
		const lower = people.map((one) => (one.id === 'E001' ? { ...one, total: 85 } : one));
		const by = (deduction: string) =>
			month(
				{ revision: 1, earlierPay: first.lines, negativeDifferences: 'deduct', deduction },
				lower,
			);
		const back = by('Performance Pay Back');
		const refused: PayRequest = { ...back, negativeDifferences: 'refuse' };
		expect(await syncedAfter(back, by('Meal Voucher'), ledger)).toEqual(differs);
		expect((await syncedAfter(back, refused, ledger))[0]).toBe('stopped');
		expect(await syncedAfter(back, back, ledger)).toEqual(['sent']);
	});
});
