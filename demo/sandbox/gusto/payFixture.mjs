// A company on Gusto with an open payroll of sixty people, some with a bonus of another application, and nothing paid.
import { payees } from '../../company/payees.mjs';
import { gusto } from '../gusto.mjs';

const TOKEN = 'gusto-pay-token-1';
export const COMPONENT = 'Performance Pay';
const CORRECTION = 'Performance Pay Correction';
const now = '2026-11-06T09:30:00+08:00';
const COMPANY = 'c44d66dc-c41b-4a60-9e25-5e93ff8583f2';

/** 7 → '…-000000000007', in a range of its own for each kind of record. */
const guid = (range, number) =>
	`${range.repeat(8)}-0000-4000-8000-${String(number).padStart(12, '0')}`;
const remoteOf = (employeeId) => guid('e', Number(employeeId.slice(1)));

/** Every third has a bonus that must stay. */
const bonusOf = (number) => (number % 3 === 0 ? [{ name: 'Bonus', amount: '150.00' }] : []);
const people = () =>
	payees.map(({ employeeId }, index) => ({
		...{ employee_uuid: remoteOf(employeeId), excluded: false, fixed: bonusOf(index + 1) },
	}));

export const payroll = (number, checkDate, more = {}) => ({
	...{ payroll_uuid: guid('d', number), company_uuid: COMPANY, check_date: checkDate },
	...{ processed: false, calculated_at: null, off_cycle: false },
	pay_period: { start_date: `${checkDate.slice(0, 8)}01`, end_date: checkDate },
	people: people(),
	...more,
});

export const data = (
	payrolls = [payroll(1, '2026-09-30', { processed: true }), payroll(2, '2026-10-30')],
) => ({
	company: { uuid: COMPANY },
	earningTypes: { default: ['Bonus', 'Commission'], custom: [COMPONENT, CORRECTION] },
	payrolls,
});

const isPay = ({ name }) => name === COMPONENT || name === CORRECTION;
const bonusIsKept = ({ employee_uuid: id, fixed }) =>
	JSON.stringify(fixed.filter((it) => !isPay(it))) ===
	JSON.stringify(bonusOf(Number(id.slice(-12))));

export const payFixture = () => ({
	name: 'gusto',
	now,
	system: (options = {}) => gusto({ data: data(), tokens: [TOKEN], perMinute: 1e6, ...options }),
	credentials: { accessToken: TOKEN },
	sign: ({ accessToken }) => ({ headers: { Authorization: `Bearer ${accessToken}` } }),
	currency: 'USD',
	request: {
		component: COMPONENT,
		parameters: { company: COMPANY, correctionComponent: CORRECTION },
	},
	remoteOf,
	/** What it holds, past its API: whom, how much, and whether it counts; who lost a bonus is not paid right. */
	ledger: ({ payrolls }) =>
		payrolls.at(-1).people.flatMap((part) =>
			part.fixed.filter(isPay).map(({ amount }) => ({
				...{ remoteEmployeeId: part.employee_uuid, amount },
				state: bonusIsKept(part) ? 'paid' : 'paid, but lost the bonus',
			})),
		),
	reset: (system) => system.reset(),
});
