// The models of Odoo that an expense's review touches, with the fields that matter; the flow is on single expenses from
// Odoo 19 on, on reports up to 18.
import { inLanguage } from './orm.mjs';

const SYSTEM = 'base.group_system';
const ALL_APPROVER = 'hr_expense.group_hr_expense_user';
const TEAM_APPROVER = 'hr_expense.group_hr_expense_team_approver';
/** A group that an administrator makes and gives read access to tracked changes. */
export const EVIDENCE = 'evidence.group_evidence';

const char = (string) => ({ type: 'char', string });
const link = (string, relation) => ({ type: 'many2one', string, relation });
const time = (string) => ({ type: 'datetime', string });

const expenseStates = [
	['draft', { en_US: 'Draft', zh_CN: '草稿' }],
	['submitted', { en_US: 'Submitted', zh_CN: '已提交' }],
	['approved', { en_US: 'Approved', zh_CN: '已批准' }],
	['posted', { en_US: 'Posted', zh_CN: '已过账' }],
	['in_payment', { en_US: 'In Payment', zh_CN: '付款中' }],
	['paid', { en_US: 'Paid', zh_CN: '已支付' }],
	['refused', { en_US: 'Refused', zh_CN: '已拒绝' }],
];
const reportStates = [
	['draft', { en_US: 'To Submit', zh_CN: '待提交' }],
	['submit', { en_US: 'Submitted', zh_CN: '已提交' }],
	['approve', { en_US: 'Approved', zh_CN: '已批准' }],
	['post', { en_US: 'Posted', zh_CN: '已过账' }],
	['done', { en_US: 'Done', zh_CN: '完成' }],
	['cancel', { en_US: 'Refused', zh_CN: '已拒绝' }],
];

/** The flow of a release: its model, what its states are called, and which messages have a kind of their own. */
export const flowOf = (release) =>
	release >= 19
		? {
				...{ model: 'hr.expense', label: 'Expense', manager: 'manager_id' },
				...{ states: expenseStates, waiting: 'submitted', refused: 'refused' },
				...{ approved: 'approved', later: ['posted', 'paid'], tellsRefusal: false },
			}
		: {
				...{ model: 'hr.expense.sheet', label: 'Expense Report', manager: 'user_id' },
				...{ states: reportStates, waiting: 'submit', refused: 'cancel' },
				...{ approved: 'approve', later: ['post', 'done'], tellsRefusal: true },
			};

/** Who is neither All Approver nor the employee's own approver sees nothing of it, without an error. */
const visible = (manager) => (row, user) =>
	user.groups.some((group) => [ALL_APPROVER, 'account.group_account_user'].includes(group)) ||
	(user.groups.includes(TEAM_APPROVER) && row[manager] === user.id);

const expenseModels = (release, rows) => {
	const { model, label, manager, states } = flowOf(release);
	const fields = {
		...{ name: char('Description'), employee_id: link('Employee', 'hr.employee.public') },
		state: { type: 'selection', string: { en_US: 'Status', zh_CN: '状态' }, selection: states },
		[manager]: link({ en_US: 'Manager', zh_CN: '经理' }, 'res.users'),
		...{ department_id: link('Department', 'hr.department') },
		...{ company_id: link('Company', 'res.company'), approval_date: time('Approval Date') },
		total_amount: { type: 'monetary', string: 'Total' },
		message_ids: { type: 'one2many', string: 'Messages', relation: 'mail.message' },
	};
	const flow = { label, fields, rows, rule: visible(manager) };
	if (release >= 19)
		return {
			[model]: {
				...flow,
				fields: { ...fields, split_expense_origin_id: link('Origin Split Expense', model) },
			},
		};
	const lines = { ...fields, sheet_id: link('Expense Report', model) };
	return { [model]: flow, 'hr.expense': { label: 'Expense', fields: lines, rows: [] } };
};

/** The display name of a field: with the model's label from Odoo 19 on, before that with its name. */
const fieldName =
	(release, { model, label }) =>
	(row, lang) => {
		const labelOf = row.model === model ? label : 'Lead/Opportunity';
		return `${inLanguage(row.label, lang)} (${release >= 19 ? labelOf : row.model})`;
	};

/** `data` holds rows by model; what is not there has none. */
export const modelsOf = (release, data) => {
	const flow = flowOf(release);
	const rowsOf = (model) => (data[model] ?? []).map((row) => ({ ...row }));
	const named = (label, model, fields = {}) => ({
		[model]: { label, fields: { name: char('Name'), ...fields }, rows: rowsOf(model) },
	});
	const tracked = {
		...{ mail_message_id: link('Message ID', 'mail.message') },
		[release >= 17 ? 'field_id' : 'field']: link('Field', 'ir.model.fields'),
		...{ old_value_char: char('Old Value Char'), new_value_char: char('New Value Char') },
		old_value_integer: { type: 'integer', string: 'Old Value Integer' },
		new_value_integer: { type: 'integer', string: 'New Value Integer' },
	};
	return {
		...expenseModels(release, rowsOf(flow.model)),
		'mail.message': {
			label: 'Message',
			fields: {
				...{ model: char('Related Document Model'), message_type: char('Type') },
				res_id: { type: 'many2one_reference', string: 'Related Document ID' },
				...{ date: time('Date'), author_id: link('Author', 'res.partner') },
				...{ subtype_id: link('Subtype', 'mail.message.subtype'), body: char('Contents') },
				subject: char('Subject'),
				tracking_value_ids: { type: 'one2many', string: 'Tracking values', groups: SYSTEM },
			},
			rows: rowsOf('mail.message'),
			nameOf: () => false,
		},
		'mail.tracking.value': {
			label: 'Mail Tracking Value',
			fields: tracked,
			rows: rowsOf('mail.tracking.value'),
			readers: [SYSTEM, EVIDENCE],
		},
		'ir.model.fields': {
			label: 'Fields',
			fields: { model: char('Model'), name: char('Field Name') },
			rows: rowsOf('ir.model.fields'),
			readers: ['base.group_erp_manager'],
			nameOf: fieldName(release, flow),
		},
		'res.users': {
			label: 'User',
			fields: {
				...{ login: char('Login'), email: char('Email'), name: char('Name') },
				...{ active: { type: 'boolean', string: 'Active' } },
				partner_id: link('Related Partner', 'res.partner'),
			},
			rows: rowsOf('res.users'),
		},
		'ir.model.data': {
			label: 'Model Data',
			fields: {},
			rows: [],
			readers: ['base.group_erp_manager'],
		},
		...named('Contact', 'res.partner'),
		...named('Language', 'res.lang', {
			...{ code: char('Locale Code'), active: { type: 'boolean', string: 'Active' } },
		}),
		...named('Company', 'res.company'),
		...named('Department', 'hr.department'),
		...named('Message subtypes', 'mail.message.subtype'),
		...named('Public Employee', 'hr.employee.public', { user_id: link('User', 'res.users') }),
	};
};
