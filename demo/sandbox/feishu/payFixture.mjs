// Feishu People with sixty people, a data source for performance pay, and nothing paid yet.
import { payees } from '../../company/payees.mjs';
import { feishu } from '../feishu.mjs';

const TOKEN = 't-sandbox-feishu-pay';
const now = '2026-11-06T09:30:00+08:00';
const SOURCE = 'performance_pay__c';
const AMOUNT = 'amount__c';
const KEY = 'key__c';

/** 'E007' → '6993242233201850007' */
const remoteOf = (employeeId) => `6993242233201850${employeeId.slice(1)}`;

const names = (text) => [{ locale: 'en_us', value: text, id: '1' }];
const field = (code, text, type, more) => ({
	...{ code, i18n_names: names(text), field_type: type, active_status: 1, ...more },
});

const sources = () => [
	{
		...{ code: SOURCE, i18n_names: names('Performance Pay'), active_status: 1 },
		data_period_type: 1,
		fields: [
			field(AMOUNT, 'Amount', 1, { decimal_places: 2 }),
			field(KEY, 'Key', 3),
			field('note__c', 'Note', 3, { active_status: 2 }),
		],
	},
];

const employments = () =>
	Object.fromEntries(
		payees.map(({ employeeId, email }) => [
			remoteOf(employeeId),
			{ openId: `ou_${employeeId}`, userId: employeeId.toLowerCase(), email },
		]),
	);

const CURRENCY = '6863329932261459464';
const ITEM = '7124293751317038636';
const archives = () =>
	payees.map(({ employeeId, base }) => ({
		...{ user_id: remoteOf(employeeId), id: '1', tid: '1', plan_id: '1', plan_tid: '1' },
		...{ currency_id: CURRENCY, effective_date: '2026-01-01' },
		...{ change_reason_id: '1', change_description: '', archive_indicators: [] },
		archive_items: [{ item_id: ITEM, item_result: base }],
	}));

const items = [
	{
		...{ id: ITEM, name: 'Base', description: '', category_id: '1', value_type: 'money' },
		...{ pay_off_frequency_type: 'month', active_status: 1 },
		...{ i18n_names: [], i18n_descriptions: [] },
	},
];

const data = () => ({
	approvals: [],
	payroll: {
		sources: sources(),
		employments: employments(),
		archives: archives(),
		items,
		currencies: { [CURRENCY]: 'CNY' },
	},
});

const stateOf = ({ status, values }) =>
	status === 1 && Number(values[AMOUNT]) > 0 ? 'paid' : 'cancelled';

export const payFixture = () => ({
	name: 'feishu',
	now,
	system: (options = {}) =>
		feishu({
			data: data(),
			apps: { cli_pay: 'feishu-pay-secret-1' },
			tokens: [TOKEN],
			pace: 10000,
			...options,
		}),
	data,
	credentials: { appId: 'cli_pay', appSecret: 'feishu-pay-secret-1', sessionToken: TOKEN },
	sign: ({ sessionToken }) => ({ headers: { Authorization: `Bearer ${sessionToken}` } }),
	currency: 'CNY',
	baseItem: ITEM,
	request: {
		component: 'Performance Pay',
		parameters: { paySource: SOURCE, payAmountField: AMOUNT, payKeyField: KEY },
	},
	remoteOf,
	/** What it holds, past its API: whom, how much, and whether it counts. */
	ledger: ({ rows }) =>
		[...rows.values()].map((row) => ({
			remoteEmployeeId: row.values.employment_id,
			amount: Number(row.values[AMOUNT]).toFixed(2),
			state: stateOf(row),
		})),
	reset: ({ rows }) => rows.clear(),
	/** Answers of Feishu's own beside those that every system gives. */
	answers: [],
});
