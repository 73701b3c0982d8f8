// The models of Odoo's CRM that an opportunity touches, with the fields that matter.
const SALESMAN = 'sales_team.group_sale_salesman';
const ALL_DOCUMENTS = 'sales_team.group_sale_salesman_all_leads';
/** The role User: All Documents, which holds User: Own Documents Only. */
export const allDocuments = [SALESMAN, ALL_DOCUMENTS];

const char = (string) => ({ type: 'char', string });
const link = (string, relation) => ({ type: 'many2one', string, relation });
const time = (string) => ({ type: 'datetime', string });
const yes = (string) => ({ type: 'boolean', string });

/** Who may see only own documents sees nothing of the others', without an error. */
const visible = (row, user) =>
	user.groups.includes(ALL_DOCUMENTS) || [user.id, false].includes(row.user_id ?? false);

/** The tracked fields, whose labels are in each language that is active. */
export const tracked = {
	stage_id: link({ en_US: 'Stage', zh_CN: '阶段' }, 'crm.stage'),
	user_id: link({ en_US: 'Salesperson', zh_CN: '销售员' }, 'res.users'),
	active: yes({ en_US: 'Active', zh_CN: '有效' }),
};

/** `data` holds rows by model. */
export const crmModels = (data) => {
	const rowsOf = (model) => (data[model] ?? []).map((row) => ({ ...row }));
	return {
		'crm.lead': {
			label: 'Lead/Opportunity',
			fields: {
				...{ ...tracked, name: char('Opportunity'), team_id: link('Sales Team', 'crm.team') },
				type: {
					...{ type: 'selection', string: 'Type' },
					selection: [
						['lead', 'Lead'],
						['opportunity', 'Opportunity'],
					],
				},
				...{ company_id: link('Company', 'res.company'), date_open: time('Assignment Date') },
				...{ date_closed: time('Closed Date'), date_conversion: time('Conversion Date') },
				date_deadline: { type: 'date', string: 'Expected Closing' },
				probability: { type: 'float', string: 'Probability' },
				expected_revenue: { type: 'monetary', string: 'Expected Revenue' },
				lost_reason_id: link('Lost Reason', 'crm.lost.reason'),
				message_ids: { type: 'one2many', string: 'Messages', relation: 'mail.message' },
			},
			rows: rowsOf('crm.lead'),
			readers: [SALESMAN],
			rule: visible,
		},
		'crm.stage': {
			label: 'CRM Stages',
			fields: { name: char('Stage Name'), is_won: yes('Is Won Stage?') },
			rows: rowsOf('crm.stage'),
		},
		'crm.team': {
			label: 'Sales Team',
			fields: { name: char('Sales Team'), active: yes('Active') },
			rows: rowsOf('crm.team'),
			readers: [SALESMAN],
		},
		'crm.lost.reason': {
			label: 'Opp. Lost Reason',
			fields: { name: char('Description') },
			rows: rowsOf('crm.lost.reason'),
			readers: [SALESMAN],
		},
	};
};
