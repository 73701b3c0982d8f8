import { parseMoney } from '../../src/domain/kernel/money';
import { compareBatch, type HeldEntry } from '../../src/domain/pay/compare';
import { payLine } from '../../src/domain/pay/payLine';
import { sha256 } from './month';

const expected = { component: 'Performance Pay', payrollDate: '2026-10-31' };
const line = (id: string, total: bigint) =>
	payLine(
		{
			tenant: 'xx',
			period: '2026-10',
			employeeId: id,
			component: expected.component,
			revision: 0,
		},
		{
			remoteEmployeeId: `HR-${id}`,
			base: parseMoney('3000.00', 'CNY') ?? { units: 0n, currency: '' },
			total,
		},
		sha256,
	);
const anna = line('E001', 9300n);
const bert = line('E002', 7500n);

const held = (change: Partial<HeldEntry> = {}): HeldEntry => ({
	remoteId: 'ADS-1',
	key: bert.key,
	remoteEmployeeId: 'HR-E002',
	component: 'Performance Pay',
	amount: '2250.0',
	currency: 'CNY',
	payrollDate: '2026-10-31',
	state: 'counts',
	...change,
});

const kinds = (...entries: readonly HeldEntry[]) =>
	compareBatch([bert], entries, expected).map((it) => it.kind);
const differences = (change: Partial<HeldEntry>) =>
	compareBatch([bert], [held(change)], expected).flatMap((it) =>
		it.kind === 'amountDiffers' ? it.differences : [],
	);

describe('what payroll holds beside the batch', () => {
	it.each([
		{ why: 'nothing', entries: [], gives: ['missing'] },
		{ why: 'the line', entries: [held()], gives: ['matched'] },
		{ why: 'a draft', entries: [held({ state: 'draft' })], gives: ['wrongState'] },
		{ why: 'a disabled one', entries: [held({ state: 'disabled' })], gives: ['wrongState'] },
		{ why: 'a cancelled one', entries: [held({ state: 'cancelled' })], gives: ['wrongState'] },
		{
			why: 'a cancelled one and its successor',
			entries: [held({ state: 'cancelled' }), held({ remoteId: 'ADS-1-1' })],
			gives: ['matched'],
		},
		{
			why: 'two of one key',
			entries: [held(), held({ remoteId: 'ADS-2', state: 'draft' })],
			gives: ['duplicate'],
		},
		{
			why: 'one by hand beside it',
			entries: [held(), held({ remoteId: 'ADS-2', key: undefined })],
			gives: ['matched', 'unexpected'],
		},
		{
			why: 'one of somebody else',
			entries: [held(), held({ remoteId: 'ADS-2', key: undefined, remoteEmployeeId: 'HR-9' })],
			gives: ['matched', 'unexpected'],
		},
		{
			why: 'a cancelled one by hand',
			entries: [held(), held({ key: undefined, state: 'cancelled' })],
			gives: ['matched'],
		},
		{
			why: 'another component by hand',
			entries: [held(), held({ key: undefined, component: 'Bonus' })],
			gives: ['matched'],
		},
	])('$why: $gives', ({ entries, gives }) => expect(kinds(...entries)).toEqual(gives));

	it('finds a 75 that was typed as 85, with its +10 % of the base', () =>
		expect(differences({ amount: '2550' })).toEqual([
			'amount 2250.00 expected, 2550.00 found: +300.00, +10 % of the base 3000.00',
		]));

	it.each([
		[{ amount: '2250.01' }, /found: \+0\.01, less than 0\.01 % of the base 3000\.00/],
		[{ amount: '2249.99' }, /found: -0\.01, less than/],
		[{ amount: '2550.3' }, /found: \+300\.30, \+10\.01 % of the base/],
		[{ amount: '1950' }, /found: -300\.00, -10 % of the base/],
		[{ amount: '2253.75' }, /found: \+3\.75, \+0\.12 % of the base/],
		[{ amount: '' }, /^amount 2250\.00 expected, {2}found$/],
		[{ amount: '2250.005' }, /2250\.005 found/],
		[{ amount: '1e21' }, /1e21 found/],
		[{ currency: 'USD' }, /^currency CNY expected, USD found$/],
		[{ remoteEmployeeId: 'HR-9' }, /^employee HR-E002 expected, HR-9 found$/],
		[{ component: 'Bonus' }, /^component Performance Pay expected, Bonus found$/],
		[{ payrollDate: undefined }, /^payroll date 2026-10-31 expected, none found$/],
	])('says what differs to the last cent: %j', (change, says) =>
		expect(differences(change as Partial<HeldEntry>).join()).toMatch(says),
	);

	it('names every difference of one entry', () =>
		expect(differences({ amount: '1', currency: 'USD', payrollDate: '2026-11-30' })).toHaveLength(
			3,
		));

	it('has one finding for each line, in the order of the lines', () =>
		expect(
			compareBatch([anna, bert], [held()], expected).map((it) => [it.line?.employeeId, it.kind]),
		).toEqual([
			['E001', 'missing'],
			['E002', 'matched'],
		]));
});
