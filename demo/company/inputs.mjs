// What does not come from the three systems: employees, leaders' ratings, claims. In the formats that the nodes read.
import { accounts, zendeskUserOf } from './accounts.mjs';
import { claims as said, company, people } from './plan.mjs';

const accountsOf = (person) => {
	const own = accounts.get(person.employeeId);
	const zendesk = zendeskUserOf(person);
	return {
		hubspot: [own.hubspotOwner, own.email],
		frappe: [own.frappeEmployee, own.email],
		zendesk: [String(zendesk.zendeskUser), zendesk.email],
	};
};

export const employees = people.map((person) => ({
	employeeId: person.employeeId,
	name: person.name,
	role: person.role,
	branch: person.branch,
	leaderId: person.leaderId,
	scheduledDays: company.scheduledDays,
	presentDays: person.presentDays,
	accounts: accountsOf(person),
}));

/** One rating for each criterion; none where the plan has none; by oneself where the plan says so. */
export const ratings = people.flatMap(({ employeeId, leaderId, ratings: given, ratedBySelf }) =>
	Object.entries(given)
		.filter(([, points]) => points !== null)
		.map(([criterion, points]) => ({
			period: company.period,
			employeeId,
			raterId: ratedBySelf ? employeeId : leaderId,
			criterion,
			points,
			weight: 1,
			comment: '',
			ratedAt: '2026-10-31T18:00:00+08:00',
		})),
);

export const claims = said;
