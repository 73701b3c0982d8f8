// A Xero organisation with a draft pay run of sixty people, each with an ordinary line that must stay, and nothing paid.
import { payees } from '../../company/payees.mjs';
import { xero } from '../xero.mjs';

const TOKEN = 'xero-pay-token-1';
const COMPONENT = 'Performance Pay';
const CORRECTION = 'Performance Pay Correction';
const now = '2026-11-06T09:30:00+08:00';
const TENANT = '45e4708e-d862-4111-ab3a-dd8cd03913e1';

/** 7 → '…-000000000007', in a range of its own for each kind of record. */
const guid = (range, number) =>
	`${range.repeat(8)}-0000-4000-8000-${String(number).padStart(12, '0')}`;
const numberOf = (employeeId) => Number(employeeId.slice(1));

const remoteOf = (employeeId) => guid('e', numberOf(employeeId));
const ids = { ordinary: guid('a', 1), pay: guid('a', 2), correction: guid('a', 3) };

const rate = (EarningsRateID, Name, more) => ({
	...{ EarningsRateID, Name, AccountCode: '477', CurrentRecord: true },
	...{ IsExemptFromTax: false, IsExemptFromSuper: false, IsReportableAsW1: true },
	...{ IsQualifyingEarnings: true, UpdatedDateUTC: '/Date(1573620821000+0000)/' },
	...more,
});
const bonus = { EarningsType: 'BONUSESANDCOMMISSIONS', RateType: 'FIXEDAMOUNT' };

export const rates = [
	rate(ids.ordinary, 'Ordinary Hours', {
		...{ EarningsType: 'ORDINARYTIMEEARNINGS', RateType: 'RATEPERUNIT' },
		...{ RatePerUnit: '31.25', TypeOfUnits: 'Hours' },
	}),
	rate(ids.pay, COMPONENT, bonus),
	rate(ids.correction, CORRECTION, bonus),
];

const ordinary = (number) => ({
	...{ EarningsRateID: ids.ordinary, RatePerUnit: 31.25, NumberOfUnits: 152 + number / 8 },
});
/** Every third has the line in the pay template already, without an amount. */
const linesOf = (number) => [
	ordinary(number),
	...(number % 3 === 0 ? [{ EarningsRateID: ids.pay, FixedAmount: 0 }] : []),
];

const slip = ({ employeeId, name }) => {
	const [FirstName, LastName] = name.split(' ');
	return {
		...{ EmployeeID: remoteOf(employeeId), PayslipID: guid('b', numberOf(employeeId)) },
		...{ FirstName, LastName, EarningsLines: linesOf(numberOf(employeeId)) },
		...{ DeductionLines: [], updated: Date.parse('2026-11-02T01:00:00Z') },
	};
};

const run = (number, PayRunStatus, PaymentDate, slips) => ({
	...{ PayRunID: guid('d', number), PayrollCalendarID: guid('c', 1) },
	...{ PayRunStatus, PaymentDate, slips },
});

export const data = () => ({
	tenant: { id: TENANT, name: 'XX Pty Ltd' },
	rates,
	runs: [run(1, 'POSTED', '2026-09-30', payees.map(slip)), run(2, 'DRAFT', '2026-10-30', [])].map(
		(it) =>
			it.PayRunStatus === 'DRAFT'
				? { ...it, slips: payees.map(slip) }
				: {
						...it,
						slips: it.slips.map((one) => ({ ...one, PayslipID: `9${one.PayslipID.slice(1)}` })),
					},
	),
});

const amount = (line) => (line.FixedAmount ?? 0).toFixed(2);
const isPay = ({ EarningsRateID: id }) => id === ids.pay || id === ids.correction;
const draft = ({ runs }) => runs.find(({ PayRunStatus: status }) => status === 'DRAFT') ?? runs[1];
/** What each person had before must be there still, as it was. */
const kept = ({ EmployeeID: id, EarningsLines: lines }) => {
	const [wanted] = linesOf(Number(id.slice(-12)));
	const others = lines.filter((line) => !isPay(line));
	return JSON.stringify(others) === JSON.stringify([wanted]);
};

export const payFixture = () => ({
	name: 'xero',
	now,
	system: (options = {}) =>
		xero({
			data: data(),
			client: { id: 'xero-client-1', secret: 'xero-secret-1' },
			tokens: [TOKEN],
			perMinute: 1e6,
			perDay: Infinity,
			now: () => Date.parse(now),
			...options,
		}),
	credentials: { accessToken: TOKEN },
	sign: ({ accessToken }) => ({ headers: { Authorization: `Bearer ${accessToken}` } }),
	currency: 'AUD',
	/** How many the kill test pays: each takes four requests. */
	request: {
		component: COMPONENT,
		parameters: { organisation: TENANT, correctionComponent: CORRECTION },
	},
	remoteOf,
	/** What it holds, past its API: whom, how much, and whether it counts; who lost a line is not paid right. */
	ledger: (system) =>
		draft(system).slips.flatMap((one) =>
			one.EarningsLines.filter((line) => isPay(line) && amount(line) !== '0.00').map((line) => ({
				...{ remoteEmployeeId: one.EmployeeID, amount: amount(line) },
				state: kept(one) ? 'paid' : 'paid, but lost its other lines',
			})),
		),
	reset: (system) => system.reset(),
	answers: [{ says: '200 with ValidationErrors', kind: 'refused', onWrites: true }],
});
