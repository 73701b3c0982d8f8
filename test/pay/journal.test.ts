import type { EarlierLine } from '../../src/domain/pay/earlierPay';
import { oneEach } from '../../src/domain/pay/earlierPay';

type Row = readonly [state: EarlierLine['state'], taken: boolean, units: number];

const paid: Row = ['paid', true, 279000];
const failed: Row = ['unpaid', false, 279000];
const unknown: Row = ['unsettled', true, 279000];
const mismatch: Row = ['unsettled', false, 279000];

const lineOf = ([state, taken, units]: Row): EarlierLine => ({
	...{ tenant: 'xx', period: '2026-10', component: 'Performance Pay', revision: 0 },
	...{ employeeId: 'E001', remoteEmployeeId: 'HR-E001', key: 'k' },
	amount: { currency: 'CNY', units: BigInt(units) },
	...{ state, taken },
});

describe('one line in several batches of the journal', () => {
	it.each<{ why: string; rows: readonly Row[]; is: readonly [EarlierLine['state'], boolean] }>([
		{ why: 'is as all say', rows: [failed, failed], is: ['unpaid', false] },
		{
			why: 'is paid where one batch read it, and another could not pay it',
			rows: [failed, paid],
			is: ['paid', true],
		},
		{
			why: 'is paid where one batch read it, and another did not know',
			rows: [paid, unknown],
			is: ['paid', true],
		},
		{
			why: 'is paid although another batch failed to pay another amount',
			rows: [['unpaid', false, 1], paid],
			is: ['paid', true],
		},
		{
			why: 'is open where payroll held another amount',
			rows: [paid, mismatch],
			is: ['unsettled', true],
		},
		{
			why: 'is open where two amounts were paid',
			rows: [paid, ['paid', true, 285000]],
			is: ['unsettled', true],
		},
		{
			why: 'is open where another amount may have been sent',
			rows: [paid, ['unsettled', true, 285000]],
			is: ['unsettled', true],
		},
		{
			why: 'may be there where one batch sent it, and another failed',
			rows: [unknown, failed],
			is: ['unsettled', true],
		},
	])('$why', ({ rows, is }) => {
		for (const order of [rows, [...rows].reverse()]) {
			const [told, ...more] = oneEach(order.map(lineOf));
			expect([told?.state, told?.taken, more]).toEqual([...is, []]);
		}
	});
});
