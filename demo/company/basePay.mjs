// Base performance pay on the Frappe site: who is assigned what, from when.
import { accounts } from './accounts.mjs';
import { at, naiveLocal } from './calendar.mjs';
import { company, people } from './plan.mjs';

const SINCE = naiveLocal(at('2025-01-06', '10:00'));

const assignment = (person, { base, from, docstatus = 1, step = 1 }) => ({
	name: `HR-SSA-26-${person.employeeId.slice(1)}-0000${step}`,
	employee: accounts.get(person.employeeId).frappeEmployee,
	employee_name: person.name,
	salary_structure: 'Back Office',
	from_date: from,
	company: company.name,
	currency: company.currency,
	base,
	variable: 0,
	docstatus,
	creation: SINCE,
	modified: SINCE,
});

/** Base performance pay. Two have more than one: an earlier, a later, a draft and a cancelled one do not count. */
const assignmentsOf = (person) => {
	if (person.base === null) return [];
	const base = Number(person.base);
	const current = assignment(person, { base, from: person.joined ?? '2026-01-01' });
	if (person.employeeId === 'E010')
		return [
			assignment(person, { base: 2800, from: '2025-01-06', step: 2 }),
			current,
			assignment(person, { base: 3500, from: '2026-11-01', step: 3 }),
		];
	if (person.employeeId === 'E011')
		return [
			current,
			assignment(person, { base: 9000, from: '2026-09-01', step: 2, docstatus: 2 }),
			assignment(person, { base: 8000, from: '2026-10-01', step: 3, docstatus: 0 }),
		];
	return [current];
};

export const assignments = () => people.flatMap(assignmentsOf);
