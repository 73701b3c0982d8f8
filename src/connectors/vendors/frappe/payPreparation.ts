import { z } from 'zod';
import { block, ofPerson, tooManyDigits } from '../../engine/hindrance';
import type { Ports } from '../../engine/http';
import type {
	Hindrance,
	PayAnswer,
	PayOrder,
	PaySettings,
	Prepared,
} from '../../engine/payrollSystem';
import { rowsOf } from './rows';

const employee = z.object({
	name: z.string(),
	status: z.string().nullish(),
	company: z.string().nullish(),
	date_of_joining: z.string().nullish(),
	relieving_date: z.string().nullish(),
});
type Employee = z.infer<typeof employee>;

const assignment = z.object({
	name: z.string(),
	employee: z.string(),
	currency: z.string().nullish(),
	from_date: z.string(),
});
type Assignment = z.infer<typeof assignment>;

const slip = z.object({ name: z.string(), employee: z.string(), docstatus: z.number() });
type Slip = z.infer<typeof slip>;

/** What is known of one person before their entry is written. */
interface Known {
	readonly order: PayOrder;
	readonly employee: Employee | undefined;
	readonly assignments: readonly Assignment[];
	readonly slips: readonly Slip[];
}

const payElsewhere =
	'Choose a payroll date that holds for this person, or pay outside this batch and close the account';

function ofEmployment({ order, employee: person }: Known, settings: PaySettings): Hindrance[] {
	const id = order.remoteEmployeeId;
	if (person === undefined)
		return [
			block('personMissing', `${id} is no Employee there`, 'Correct the account of this person'),
		];
	const inactive = block('inactive', `${id} is Inactive`, 'Set the Employee to Active');
	return [
		...(person.status === 'Inactive' ? [inactive] : []),
		...ofDates(person, settings.payrollDate),
		...ofCompany(person, settings.company),
	];
}

function ofDates(person: Employee, payrollDate: string): Hindrance[] {
	const { name: id, date_of_joining: joined, relieving_date: left } = person;
	const leftOn = left
		? `left on ${left}, before ${payrollDate}`
		: 'has Left, with no relieving date';
	const isLeft = left ? payrollDate > left : person.status === 'Left';
	const notJoined = `${id} joins on ${joined ?? ''}, after ${payrollDate}`;
	return [
		...(isLeft ? [block('left', `${id} ${leftOn}`, payElsewhere)] : []),
		...(joined && payrollDate < joined ? [block('notJoined', notJoined, payElsewhere)] : []),
	];
}

function ofCompany(person: Employee, company: string): Hindrance[] {
	if (company === '' && !person.company)
		return [
			block(
				'companyMissing',
				`${person.name} has no company`,
				'Set the company of the Employee, or name the company that pays',
			),
		];
	if (company === '' || !person.company || person.company === company) return [];
	const message = `${person.name} belongs to the company "${person.company}", not "${company}"`;
	const remedy = 'Leave the company empty, or pay each company in a batch of its own';
	return [block('otherCompany', message, remedy)];
}

function ofStructure({ order, assignments }: Known, settings: PaySettings): Hindrance[] {
	const id = order.remoteEmployeeId;
	const [latest] = [...assignments].sort((a, b) => (a.from_date < b.from_date ? 1 : -1));
	if (latest === undefined)
		return [
			block(
				'noSalaryStructure',
				`${id} has no submitted Salary Structure Assignment by ${settings.payrollDate}`,
				'Assign a Salary Structure to the Employee and submit it',
			),
		];
	if (!latest.currency || latest.currency === order.currency) return [];
	return [
		block(
			'otherCurrency',
			`${id} is paid in ${latest.currency} by ${latest.name}, this pay is in ${order.currency}`,
			'Give the base in the currency of the Salary Structure Assignment',
		),
	];
}

const ofSlips = ({ order, slips }: Known): Hindrance[] =>
	slips.map((it) => ({
		code: it.docstatus === 1 ? 'payroll.slipSubmitted' : 'payroll.slipDraft',
		message: `the Salary Slip ${it.name} of ${order.remoteEmployeeId} is already ${it.docstatus === 1 ? 'submitted, and would not contain this pay' : 'drafted'}`,
		remedy:
			it.docstatus === 1
				? 'Choose a payroll date in the next open month, or cancel the slip first'
				: 'Save the slip again after the pay is there, so that it contains it',
		blocks: it.docstatus === 1,
		remoteEmployeeId: order.remoteEmployeeId,
	}));

const grouped = <T>(
	rows: readonly T[],
	by: (row: T) => string,
): ReadonlyMap<string, readonly T[]> => {
	const groups = new Map<string, T[]>();
	for (const row of rows) groups.set(by(row), [...(groups.get(by(row)) ?? []), row]);
	return groups;
};

const employeesList = {
	docType: 'Employee',
	fields: ['name', 'status', 'company', 'date_of_joining', 'relieving_date'],
	filters: [],
	wire: employee,
};
const assignmentsBy = (day: string) => ({
	docType: 'Salary Structure Assignment',
	fields: ['name', 'employee', 'currency', 'from_date'],
	filters: [['docstatus', '=', 1] as const, ['from_date', '<=', day] as const],
	wire: assignment,
});
const slipsOver = (day: string) => ({
	docType: 'Salary Slip',
	fields: ['name', 'employee', 'docstatus'],
	filters: [
		['docstatus', '<', 2] as const,
		['start_date', '<=', day] as const,
		['end_date', '>=', day] as const,
	],
	wire: slip,
});

function findingsOf(known: Known, settings: PaySettings): readonly Hindrance[] {
	const structure = known.employee === undefined ? [] : ofStructure(known, settings);
	const { remoteEmployeeId, amount } = known.order;
	return ofPerson(remoteEmployeeId, [
		...ofEmployment(known, settings),
		...structure,
		...ofSlips(known),
		...tooManyDigits('Frappe', amount),
	]);
}

/** Gives each order its company, and says what keeps the pay from being taken or paid. Rules: hrms additional_salary.py, validate */
export async function prepare(
	orders: readonly PayOrder[],
	settings: PaySettings,
	ports: Ports,
): Promise<PayAnswer<Prepared>> {
	const values = orders.map((order) => order.remoteEmployeeId);
	const { payrollDate } = settings;
	const ofEmployee = { field: 'employee', values };
	const employees = await rowsOf(employeesList, { field: 'name', values }, settings, ports);
	if (!employees.ok) return employees;
	const assignments = await rowsOf(assignmentsBy(payrollDate), ofEmployee, settings, ports);
	if (!assignments.ok) return assignments;
	const slips = await rowsOf(slipsOver(payrollDate), ofEmployee, settings, ports);
	if (!slips.ok) return slips;

	const people = new Map(employees.value.map((row) => [row.name, row]));
	const assigned = grouped(assignments.value, (row) => row.employee);
	const slipped = grouped(slips.value, (row) => row.employee);
	const found = orders.flatMap((order) => {
		const id = order.remoteEmployeeId;
		const known: Known = {
			order,
			employee: people.get(id),
			assignments: assigned.get(id) ?? [],
			slips: slipped.get(id) ?? [],
		};
		return findingsOf(known, settings);
	});
	const withCompany = orders.map((order) => ({
		...order,
		company: settings.company || (people.get(order.remoteEmployeeId)?.company ?? ''),
	}));
	return { ok: true, value: { orders: withCompany, hindrances: found } };
}
