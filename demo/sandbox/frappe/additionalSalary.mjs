// What Frappe HR checks before it saves an Additional Salary (hrms, additional_salary.py).
import { message, refuse } from './problems.mjs';

const assignmentOf = (store, employee, date) =>
	store
		.all('Salary Structure Assignment')
		.filter((each) => each.employee === employee && each.docstatus === 1 && each.from_date <= date)
		.sort((a, b) => (a.from_date < b.from_date ? 1 : -1))[0];

const checkDates = (doc, employee) => {
	if (doc.is_recurring === 1 && !(doc.from_date && doc.to_date))
		refuse(
			'ValidationError',
			'From and to dates are mandatory for recurring type additional salaries.',
		);
	if (doc.is_recurring !== 1 && !doc.payroll_date)
		refuse(
			'ValidationError',
			'Payroll date is mandatory for non-recurring type additional salaries.',
		);
	const date = doc.payroll_date ?? doc.from_date;
	if (employee.date_of_joining && date < employee.date_of_joining)
		refuse('ValidationError', "Payroll date can not be less than employee's joining date.");
	if (employee.relieving_date && (doc.payroll_date ?? doc.to_date) > employee.relieving_date)
		refuse('ValidationError', "Payroll date can not be greater than employee's relieving date.");
};

const checkDuplicate = (store, doc) => {
	if (doc.overwrite_salary_structure_amount !== 1) return;
	const other = store
		.all('Additional Salary')
		.find(
			(each) =>
				each.name !== doc.name &&
				each.employee === doc.employee &&
				each.salary_component === doc.salary_component &&
				each.payroll_date === doc.payroll_date &&
				each.overwrite_salary_structure_amount === 1 &&
				each.docstatus === 1 &&
				each.disabled !== 1,
		);
	if (other !== undefined)
		refuse(
			'ValidationError',
			`Additional Salary for this salary component with <strong>Overwrite Salary Structure Amount</strong> enabled already exists for this date<br><br>Reference: <a href="/app/additional-salary/${other.name}">${other.name}</a>`,
			{ title: 'Duplicate Overwritten Salary' },
		);
};

/** Throws a refusal, or sets what Frappe sets; answers the messages that come along with a success. */
export const validateAdditionalSalary = (store, doc) => {
	const employee = store.get('Employee', doc.employee);
	const component = store.get('Salary Component', doc.salary_component);
	if (employee?.status === 'Inactive')
		refuse(
			'InactiveEmployeeStatusError',
			`Transactions cannot be created for an Inactive Employee ${doc.employee}.`,
		);
	checkDates(doc, employee ?? {});
	const assignment = assignmentOf(store, doc.employee, doc.payroll_date ?? doc.from_date);
	if (assignment === undefined)
		refuse(
			'ValidationError',
			`There is no Salary Structure assigned to ${doc.employee}. First assign a Salary Structure.`,
		);
	const messages = [];
	const structure = store.get('Salary Structure', assignment.salary_structure);
	const inStructure = (structure?.components ?? []).some(
		(each) => each.salary_component === doc.salary_component,
	);
	if (doc.overwrite_salary_structure_amount === 1 && !inStructure) {
		doc.overwrite_salary_structure_amount = 0;
		messages.push(
			message(
				`Overwrite Salary Structure Amount is disabled as the Salary Component: ${doc.salary_component} not part of the Salary Structure: ${assignment.salary_structure}`,
			),
		);
	}
	checkDuplicate(store, doc);
	if (
		component?.variable_based_on_taxable_salary === 1 &&
		doc.overwrite_salary_structure_amount !== 1
	)
		refuse(
			'ValidationError',
			`<a href="/app/salary-component/${component.name}">${component.name}</a> has <strong>Variable Based On Taxable Salary</strong> enabled`,
			{
				title: 'Invalid Additional Salary',
			},
		);
	if (Number(doc.amount ?? 0) < 0) refuse('ValidationError', 'Amount should not be less than zero');
	Object.assign(doc, {
		employee_name: employee?.employee_name ?? null,
		department: employee?.department ?? null,
		type: component?.type ?? null,
	});
	return messages;
};
