// The document types that the sandbox knows: their fields, who may do what, and what the form settings say.

const ALL = ['read', 'write', 'create', 'delete', 'submit', 'cancel'];
const READ = ['read'];

/** `name:Type`, `!` mandatory, `=value` default, `>Doctype` link. */
const fields = (text) =>
	text
		.trim()
		.split(/\s+/)
		.map((word) => {
			const [, fieldname, fieldtype, options, reqd, value] =
				/^(\w+):(\w+)(?:>([\w_]+))?(!)?(?:=(\S+))?$/.exec(word);
			return {
				fieldname,
				fieldtype,
				label: fieldname.replace(/_/g, ' ').replace(/\b[a-z]/g, (letter) => letter.toUpperCase()),
				...(options === undefined ? {} : { options: options.replace(/_/g, ' ') }),
				reqd: reqd === undefined ? 0 : 1,
				unique: 0,
				...(value === undefined ? {} : { default: value.replace(/_/g, ' ') }),
			};
		});

const STANDARD = fields(
	'name:Data owner:Link>User creation:Datetime modified:Datetime modified_by:Link>User docstatus:Int idx:Int',
);

const type = (name, { module, columns, permissions, submittable = 0, track = 0, naming }) => ({
	name,
	module,
	fields: fields(columns),
	permissions,
	is_submittable: submittable,
	track_changes: track,
	naming,
});

/** The role that an administrator makes for evidence: reads, and writes nothing. */
export const READER = 'Performance Reader';

const READERS = { [READER]: READ };
const HR = { 'HR Manager': ALL, 'HR User': ['read', 'write', 'create', 'submit'] };
const SYSTEM = { 'System Manager': ALL };

export const createDoctypes = () => {
	const list = [
		type('Employee', {
			module: 'Setup',
			columns:
				'employee_name:Data first_name:Data! status:Select!=Active user_id:Link>User company_email:Data personal_email:Data company:Link>Company! department:Data branch:Data designation:Data date_of_joining:Date! relieving_date:Date employee_number:Data',
			permissions: { ...HR, ...READERS },
			track: 1,
		}),
		type('User', {
			module: 'Core',
			columns:
				'email:Data! first_name:Data full_name:Data enabled:Check=1 user_type:Data time_zone:Data',
			permissions: { ...SYSTEM, ...READERS },
			track: 1,
		}),
		type('Company', {
			module: 'Setup',
			columns: 'company_name:Data! abbr:Data! default_currency:Link>Currency! country:Data',
			permissions: { ...SYSTEM, ...READERS, 'HR User': READ, 'HR Manager': READ },
		}),
		type('Expense Claim', {
			module: 'HR',
			columns:
				'naming_series:Select employee:Link>Employee! employee_name:Data department:Data company:Link>Company! expense_approver:Link>User approval_status:Select=Draft workflow_state:Link>Workflow_State total_claimed_amount:Currency total_sanctioned_amount:Currency total_amount_reimbursed:Currency grand_total:Currency posting_date:Date! is_paid:Check=0 remark:Text status:Select=Draft amended_from:Link>Expense_Claim expenses:Table>Expense_Claim_Detail',
			permissions: { ...HR, 'Expense Approver': ALL, ...READERS },
			submittable: 1,
			naming: 'HR-EXP-{YYYY}-',
		}),
		type('Version', {
			module: 'Core',
			columns: 'ref_doctype:Link>DocType! docname:Data! data:Code',
			permissions: { ...SYSTEM, ...READERS },
		}),
		type('Comment', {
			module: 'Core',
			columns:
				'comment_type:Select!=Comment comment_email:Data comment_by:Data reference_doctype:Link>DocType reference_name:Data content:HTML_Editor subject:Text',
			permissions: { ...SYSTEM, ...READERS },
		}),
		type('Workflow Action', {
			module: 'Workflow',
			columns:
				'status:Select=Open reference_doctype:Link>DocType reference_name:Data workflow_state:Data completed_by:Link>User completed_by_role:Link>Role user:Link>User',
			permissions: { ...SYSTEM, ...READERS },
		}),
		type('Workflow', {
			module: 'Workflow',
			columns:
				'workflow_name:Data! document_type:Link>DocType! is_active:Check workflow_state_field:Data=workflow_state states:Table>Workflow_Document_State transitions:Table>Workflow_Transition',
			permissions: { ...SYSTEM, ...READERS },
		}),
		type('Salary Component', {
			module: 'Payroll',
			columns:
				'salary_component:Data! salary_component_abbr:Data! type:Select! disabled:Check=0 variable_based_on_taxable_salary:Check=0 depends_on_payment_days:Check=1 do_not_include_in_total:Check=0 statistical_component:Check=0 round_to_the_nearest_integer:Check=0',
			permissions: { ...SYSTEM, ...HR },
		}),
		type('Salary Structure', {
			module: 'Payroll',
			columns:
				'company:Link>Company! is_active:Select=Yes currency:Link>Currency! components:Table>Salary_Detail',
			permissions: { ...SYSTEM, ...HR },
			submittable: 1,
		}),
		type('Salary Structure Assignment', {
			module: 'Payroll',
			columns:
				'employee:Link>Employee! employee_name:Data department:Data salary_structure:Link>Salary_Structure! from_date:Date! company:Link>Company! currency:Link>Currency! base:Currency variable:Currency amended_from:Data',
			permissions: { ...SYSTEM, ...HR },
			submittable: 1,
			naming: 'HR-SSA-{YY}-{MM}-',
		}),
		type('Salary Slip', {
			module: 'Payroll',
			columns:
				'employee:Link>Employee! employee_name:Data company:Link>Company! posting_date:Date! start_date:Date! end_date:Date! status:Select=Draft salary_structure:Link>Salary_Structure currency:Link>Currency gross_pay:Currency net_pay:Currency payroll_entry:Data',
			permissions: { ...SYSTEM, ...HR },
			submittable: 1,
		}),
		type('Additional Salary', {
			module: 'Payroll',
			columns:
				'naming_series:Select employee:Link>Employee! employee_name:Data department:Data company:Link>Company! is_recurring:Check=0 disabled:Check=0 from_date:Date to_date:Date payroll_date:Date amended_from:Link>Additional_Salary salary_component:Link>Salary_Component! type:Data currency:Link>Currency! amount:Currency! deduct_full_tax_on_selected_payroll_date:Check=0 overwrite_salary_structure_amount:Check=1 ref_doctype:Link>DocType ref_docname:Data',
			permissions: {
				...SYSTEM,
				'HR User': ['read', 'write', 'create', 'delete', 'submit'],
			},
			submittable: 1,
			track: 1,
			naming: 'HR-ADS-{YY}-{MM}-',
		}),
		type('Custom Field', {
			module: 'Custom',
			columns:
				'dt:Link>DocType! fieldname:Data! label:Data fieldtype:Select!=Data unique:Check=0 insert_after:Data options:Text',
			permissions: SYSTEM,
		}),
		type('Property Setter', {
			module: 'Custom',
			columns:
				'doc_type:Link>DocType! doctype_or_field:Select field_name:Data property:Data! property_type:Data value:Text',
			permissions: SYSTEM,
		}),
		type('DocType', {
			module: 'Core',
			columns: 'module:Data is_submittable:Check track_changes:Check',
			permissions: SYSTEM,
		}),
	];
	return new Map(list.map((each) => [each.name, each]));
};

export const fieldOf = (doctype, name) =>
	STANDARD.find((field) => field.fieldname === name) ??
	doctype.fields.find((field) => field.fieldname === name);

export const columnsOf = (doctype) => [
	...STANDARD.map((field) => field.fieldname),
	...doctype.fields.filter((field) => field.fieldtype !== 'Table').map((field) => field.fieldname),
];

/** As `frappe.desk.form.load.getdoctype` and /api/resource/DocType/… show it. */
export const metaOf = (doctype) => ({
	doctype: 'DocType',
	name: doctype.name,
	module: doctype.module,
	is_submittable: doctype.is_submittable,
	track_changes: doctype.track_changes,
	issingle: 0,
	istable: 0,
	fields: doctype.fields.map((field, at) => ({
		doctype: 'DocField',
		parent: doctype.name,
		idx: at + 1,
		...field,
	})),
	permissions: Object.entries(doctype.permissions).map(([role, rights]) => ({
		role,
		permlevel: 0,
		...Object.fromEntries(ALL.map((right) => [right, rights.includes(right) ? 1 : 0])),
	})),
});
