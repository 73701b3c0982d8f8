// The models of Odoo's payroll, as the OCA has them (up to 17) and as Odoo Enterprise has them: types of inputs, and
// from 19 on versions of employees in place of contracts.

const MANAGER = {
	oca: 'payroll.group_payroll_manager',
	enterprise: 'hr_payroll.group_hr_payroll_manager',
};
const HR = 'hr.group_hr_user';

const char = (string, more = {}) => ({ type: 'char', string, ...more });
const float = (string) => ({ type: 'float', string });
const date = (string, more = {}) => ({ type: 'date', string, ...more });
const link = (string, relation, more = {}) => ({ type: 'many2one', string, relation, ...more });
const yes = (string) => ({ type: 'boolean', string });
const need = { required: true };

const states = (names) => ({
	type: 'selection',
	string: 'Status',
	selection: names.map((name) => [name, name]),
});

const contracts = {
	'hr.contract': {
		label: 'Contract',
		fields: {
			...{ name: char('Contract Reference', need), employee_id: link('Employee', 'hr.employee') },
			...{ date_start: date('Start Date', need), date_end: date('End Date') },
			...{
				wage: { type: 'monetary', string: 'Wage' },
				currency_id: link('Currency', 'res.currency'),
			},
			state: states(['draft', 'open', 'close', 'cancel']),
		},
	},
};
const versions = {
	'hr.version': {
		label: 'Version',
		fields: {
			...{ name: char('Name'), employee_id: link('Employee', 'hr.employee') },
			...{ date_version: date('Date Version', need), active: yes('Active') },
			...{ contract_date_start: date('Start'), contract_date_end: date('End') },
			...{
				wage: { type: 'monetary', string: 'Wage' },
				currency_id: link('Currency', 'res.currency'),
			},
		},
	},
};

const slip = (contract, names) => ({
	label: 'Pay Slip',
	fields: {
		...{ name: char('Payslip Name'), employee_id: link('Employee', 'hr.employee', need) },
		...{ company_id: link('Company', 'res.company'), state: states(names) },
		...{ date_from: date('From', need), date_to: date('To', need) },
		...{ credit_note: yes('Credit Note'), ...contract },
	},
});

const toSlip = link('Pay Slip', 'hr.payslip', need);

/** In the OCA's an input has its own code and names the contract. */
const oca = () => ({
	...contracts,
	'hr.payslip': slip({ contract_id: link('Contract', 'hr.contract') }, [
		...['draft', 'verify', 'done', 'cancel'],
	]),
	'hr.payslip.input': {
		label: 'Payslip Input',
		fields: {
			...{ name: char('Description', need), payslip_id: toSlip, code: char('Code', need) },
			...{ sequence: { type: 'integer', string: 'Sequence' }, amount: float('Amount') },
			contract_id: link('Contract', 'hr.contract', need),
		},
	},
	'hr.rule.input': {
		label: 'Salary Rule Input',
		fields: { name: char('Description', need), code: char('Code', need) },
	},
});

/** In Enterprise an input's code follows from its type, its contract from the slip. */
const enterprise = (release) => {
	const field = release >= 19 ? 'version_id' : 'contract_id';
	const model = release >= 19 ? 'hr.version' : 'hr.contract';
	return {
		...(release >= 19 ? versions : contracts),
		'hr.payslip': slip({ [field]: link('Contract', model) }, [
			...(release >= 19
				? ['draft', 'validated', 'paid', 'cancel']
				: ['draft', 'verify', 'done', 'paid', 'cancel']),
		]),
		'hr.payslip.input': {
			label: 'Payslip Input',
			fields: {
				...{ name: char('Description'), payslip_id: toSlip, amount: float('Amount') },
				...{ sequence: { type: 'integer', string: 'Sequence' } },
				input_type_id: link('Type', 'hr.payslip.input.type', need),
				code: char('Code', { related: ['input_type_id', 'code'] }),
				[field]: link('Contract', model, { related: ['payslip_id', field] }),
			},
		},
		'hr.payslip.input.type': {
			label: 'Payslip Input Type',
			fields: { name: char('Description', need), code: char('Code', need) },
		},
	};
};

const others = {
	'hr.employee': {
		label: 'Employee',
		fields: {
			...{ name: char('Employee Name', need), work_email: char('Work Email') },
			active: yes('Active'),
		},
		readers: [HR],
	},
	'res.company': {
		label: 'Companies',
		fields: { name: char('Company Name'), currency_id: link('Currency', 'res.currency') },
	},
	'res.currency': { label: 'Currency', fields: { name: char('Currency') } },
};

/** The models of `payroll` ('oca' or 'enterprise') in a release, with `data`'s rows. */
export const payrollModels = (payroll, release, data) => {
	const own = payroll === 'oca' ? oca() : enterprise(release);
	const manager = MANAGER[payroll];
	const all = Object.entries({ ...own, ...others }).map(([name, model]) => {
		const rights = name in own ? { readers: [manager] } : {};
		const writes = name === 'hr.payslip.input' ? { writers: [manager] } : {};
		const defaults = { sequence: 10, amount: 0 };
		const rows = (data[name] ?? []).map((row) => ({ ...row }));
		return [name, { ...rights, ...model, ...writes, defaults, rows }];
	});
	return Object.fromEntries(all);
};

/** Who may do all of payroll, and not an administrator's work. */
export const payGroups = (payroll) => ['base.group_user', HR, MANAGER[payroll]];
