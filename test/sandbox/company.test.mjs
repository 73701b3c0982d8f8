// The company's records hold what the plan says: counted anew from the records of each system.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { accounts } from '../../demo/company/accounts.mjs';
import { frappeData } from '../../demo/company/frappe.mjs';
import { hubspotData } from '../../demo/company/hubspot.mjs';
import { claims, employees, ratings } from '../../demo/company/inputs.mjs';
import { branches, company, HEAD_OFFICE, leaver, people } from '../../demo/company/plan.mjs';
import { zendeskData } from '../../demo/company/zendesk.mjs';
import { afterHours, afterWorkdays, afterWorkingMinutes, dueInOctober } from './clock.mjs';
import { frappeItems, hubspotItems, zendeskItems } from './evidence.mjs';

const hub = hubspotData();
const site = frappeData();
const desk = zendeskData();

const count = (rows, test) => rows.filter(test).length;
const byRole = (role) => people.filter((person) => person.role === role);

/** The month of one person, from items and a clock. */
const monthOf = (items, due) => {
	const own = items
		.map((item) => ({ ...item, due: due(item) }))
		.filter((item) => dueInOctober(item.due));
	return {
		done: count(own, ({ done }) => done !== null),
		onTime: count(own, ({ done, due: limit }) => done !== null && done <= limit),
		errors: own.reduce((sum, { errors }) => sum + errors, 0),
		open: count(own, ({ done }) => done === null),
	};
};

describe('the people', () => {
	it('are sixty: thirty at head office and three in each of ten branches', () => {
		assert.equal(people.length, 60);
		assert.equal(new Set(people.map(({ employeeId }) => employeeId)).size, 60);
		assert.equal(
			count(people, ({ branch }) => branch === HEAD_OFFICE),
			30,
		);
		assert.equal(branches.length, 10);
		for (const { branch } of branches)
			assert.equal(
				count(people, (each) => each.branch === branch),
				3,
				branch,
			);
	});

	it('are 24 in operations and 12 in each other role', () => {
		const roles = ['operations', 'finance', 'administration', 'customerService'];
		assert.deepEqual(
			roles.map((role) => byRole(role).length),
			[24, 12, 12, 12],
		);
	});

	it('have accounts in all three systems, of which only one pair is shared', () => {
		const users = employees.map(({ accounts: own }) => own.zendesk[0]);
		assert.equal(new Set(users).size, 59);
		assert.equal(new Set(employees.map(({ accounts: own }) => own.hubspot[0])).size, 60);
		assert.equal(new Set(employees.map(({ accounts: own }) => own.frappe[0])).size, 60);
	});

	it('are rated by their leaders, but for one rating that is missing and one pair by oneself', () => {
		assert.equal(ratings.length, 119);
		const own = ratings.filter(({ employeeId, raterId }) => employeeId === raterId);
		assert.deepEqual([...new Set(own.map(({ employeeId }) => employeeId))], ['E040']);
	});

	it('claim more than the CRM has in one case', () => {
		const claim = claims.find(({ employeeId }) => employeeId === 'E003');
		assert.equal(claim.count, 100);
		assert.equal(people.find(({ employeeId }) => employeeId === 'E003').month.done, 80);
	});
});

describe('the records', () => {
	const tickets = hubspotItems(hub);
	for (const person of byRole('operations'))
		it(`${person.employeeId} ${person.name}: HubSpot tickets as planned`, () => {
			const { hubspotOwner } = accounts.get(person.employeeId);
			const own = tickets.filter(({ account }) => account === hubspotOwner);
			assert.deepEqual(
				monthOf(own, ({ assigned }) => afterHours(assigned, 24)),
				person.month,
			);
		});

	const expenses = frappeItems(site);
	for (const person of byRole('finance'))
		it(`${person.employeeId} ${person.name}: expense claims as planned`, () => {
			const { email } = accounts.get(person.employeeId);
			const own = expenses.filter(({ account }) => account === email);
			assert.deepEqual(
				monthOf(own, ({ assigned }) => afterWorkdays(assigned, 1)),
				person.month,
			);
		});

	const requests = zendeskItems(desk);
	for (const person of byRole('customerService'))
		it(`${person.employeeId} ${person.name}: Zendesk tickets as planned`, () => {
			const own = requests.filter(
				({ account }) => account === String(accounts.get(person.employeeId).zendeskUser),
			);
			const due = ({ assigned, pauses }) => afterWorkingMinutes(assigned, 480, pauses);
			assert.deepEqual(monthOf(own, due), person.month);
		});

	for (const person of byRole('administration').filter(
		({ sharesAccountWith }) => sharesAccountWith === undefined,
	))
		it(`${person.employeeId} ${person.name}: Zendesk requests as planned`, () => {
			const user = String(accounts.get(person.employeeId).zendeskUser);
			const own = requests.filter(
				({ account, assigned }) => account === user && dueInOctober(afterWorkdays(assigned, 3)),
			);
			const inTime = ({ assigned, replied }) =>
				replied !== null && replied <= afterWorkingMinutes(assigned, 10);
			assert.deepEqual(
				{
					done: count(own, ({ done }) => done !== null),
					open: count(own, ({ done }) => done === null),
					responded: count(own, inTime),
					errors: own.reduce((sum, { errors }) => sum + errors, 0),
				},
				person.month,
			);
		});

	it('have each person above the target only where the plan says so, and a few thousand in all', () => {
		const all = tickets.length + expenses.length + requests.length;
		assert.ok(all > 5000 && all < 8000, `${all} records`);
	});

	it('of who left belong to nobody: in all three systems', () => {
		const gone = accounts.get(leaver.employeeId);
		assert.ok(!employees.some(({ employeeId }) => employeeId === leaver.employeeId));
		assert.ok(count(tickets, ({ account }) => account === gone.hubspotOwner) > 0);
		assert.ok(count(expenses, ({ account }) => account === gone.email) > 0);
		assert.ok(count(requests, ({ account }) => account === String(gone.zendeskUser)) > 0);
	});

	it('touch the edges: exactly at the limit, the last midnight, the eve and the days of the holidays', () => {
		const { hubspotOwner } = accounts.get('E004');
		const own = tickets.filter(({ account }) => account === hubspotOwner);
		assert.ok(own.some(({ assigned, done }) => done === afterHours(assigned, 24)));
		assert.ok(
			own.some(
				({ assigned }) => afterHours(assigned, 24) === Date.parse('2026-11-01T00:00:00+08:00'),
			),
		);
		const { email } = accounts.get('E028');
		const claimsOfOne = expenses.filter(({ account }) => account === email);
		assert.ok(claimsOfOne.some(({ assigned, done }) => done === afterWorkdays(assigned, 1)));
		const madeUp = claimsOfOne.find(
			({ assigned }) => assigned === Date.parse('2026-10-09T15:00:00+08:00'),
		);
		assert.equal(afterWorkdays(madeUp.assigned, 1), Date.parse('2026-10-11T00:00:00+08:00'));
	});

	it('are the same at each making', () => {
		assert.deepEqual(hubspotData(), hub);
		assert.deepEqual(frappeData(), site);
		assert.deepEqual(zendeskData(), desk);
	});
});

describe('base pay', () => {
	const assignments = site.documents['Salary Structure Assignment'];
	it('is there for all but one', () => {
		const has = new Set(assignments.map(({ employee }) => employee));
		const without = people.filter(
			({ employeeId }) => !has.has(accounts.get(employeeId).frappeEmployee),
		);
		assert.deepEqual(
			without.map(({ employeeId }) => employeeId),
			['E030'],
		);
	});

	it('is the latest that is in force at the end of the month', () => {
		for (const person of people.filter(({ base }) => base !== null)) {
			const { frappeEmployee } = accounts.get(person.employeeId);
			const [latest] = assignments
				.filter(
					(each) =>
						each.employee === frappeEmployee &&
						each.docstatus === 1 &&
						each.from_date <= '2026-10-31',
				)
				.sort((a, b) => (a.from_date < b.from_date ? 1 : -1));
			assert.equal(latest.base, Number(person.base), person.employeeId);
			assert.equal(latest.currency, company.currency);
		}
	});
});
