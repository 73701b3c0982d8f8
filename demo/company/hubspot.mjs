// The company's HubSpot portal: a ticket for each customer record that operations put in order.
import { accounts, leaderIds } from './accounts.mjs';
import { at, HOUR, isoMillis, MINUTE } from './calendar.mjs';
import { octoberItems, otherItems, touchAfter } from './items.mjs';
import { leaver, people } from './plan.mjs';

const NEW = '1';
const WORKING = '3';
const CLOSED = '4';

const PIPELINE = { id: '0', label: '客户资料整理 Customer records' };

const pipelines = {
	tickets: [
		{
			...PIPELINE,
			stages: [
				{ id: NEW, label: 'New', isClosed: false, ticketState: 'OPEN' },
				{ id: '2', label: 'Waiting on contact', isClosed: false, ticketState: 'OPEN' },
				{ id: WORKING, label: 'Waiting on us', isClosed: false, ticketState: 'OPEN' },
				{ id: CLOSED, label: 'Closed', isClosed: true, ticketState: 'CLOSED' },
			],
		},
	],
	deals: [
		{
			id: 'default',
			label: 'Sales pipeline',
			stages: [
				{ id: 'appointmentscheduled', label: 'Appointment', isClosed: false, probability: '0.2' },
				{ id: 'closedwon', label: 'Closed won', isClosed: true, probability: '1.0' },
				{ id: 'closedlost', label: 'Closed lost', isClosed: true, probability: '0.0' },
			],
		},
	],
};

const properties = {
	tickets: [
		['subject', 'string', 'Ticket name'],
		['content', 'string', 'Ticket description'],
		['createdate', 'datetime', 'Create date'],
		['closed_date', 'datetime', 'Close date'],
		['first_agent_reply_date', 'datetime', 'First agent response date'],
		['hs_lastmodifieddate', 'datetime', 'Last modified date'],
		['hs_object_id', 'number', 'Record ID'],
		['hs_pipeline', 'enumeration', 'Pipeline'],
		['hs_pipeline_stage', 'enumeration', 'Ticket status'],
		['hs_ticket_category', 'enumeration', 'Category'],
		['hs_ticket_priority', 'enumeration', 'Priority'],
		['hs_merged_object_ids', 'enumeration', 'Merged record IDs'],
		['hubspot_owner_id', 'enumeration', 'Ticket owner'],
		['hubspot_owner_assigneddate', 'datetime', 'Owner assigned date'],
		['time_to_close', 'number', 'Time to close'],
	],
	deals: [
		['dealname', 'string', 'Deal name'],
		['dealstage', 'enumeration', 'Deal stage'],
		['pipeline', 'enumeration', 'Pipeline'],
		['amount', 'number', 'Amount'],
		['closedate', 'datetime', 'Close date'],
		['createdate', 'datetime', 'Create date'],
		['hs_lastmodifieddate', 'datetime', 'Last modified date'],
		['hs_object_id', 'number', 'Record ID'],
		['hubspot_owner_id', 'enumeration', 'Deal owner'],
		['hubspot_owner_assigneddate', 'datetime', 'Owner assigned date'],
	],
	contacts: [
		['email', 'string', 'E-mail'],
		['firstname', 'string', 'First name'],
		['lastname', 'string', 'Last name'],
		['createdate', 'datetime', 'Create date'],
		['lastmodifieddate', 'datetime', 'Last modified date'],
		['hs_object_id', 'number', 'Record ID'],
		['hubspot_owner_id', 'enumeration', 'Contact owner'],
	],
};

const ownerRow = ({ employeeId, name, email, hubspotOwner, hubspotUser }) => ({
	id: hubspotOwner,
	userId: hubspotUser,
	email,
	firstName: name.slice(1),
	lastName: name.slice(0, 1),
	archived: employeeId === leaver.employeeId,
	createdAt: '2025-01-06T02:00:00.000Z',
	updatedAt: '2025-01-06T02:00:00.000Z',
});

/** One value of a property's history; HubSpot gives the newest first. */
const turn = (value, ms, user) => ({
	value,
	timestamp: isoMillis(ms),
	sourceType: user === undefined ? 'AUTOMATION_PLATFORM' : 'CRM_UI',
	sourceId: user === undefined ? 'WorkflowId:5117' : `userId:${user}`,
	...(user === undefined ? {} : { updatedByUserId: user }),
});

/** New → (given to somebody) → worked on → closed, and where it was wrong: open again and closed again. */
const stagesOf = (item, created, user) => {
	const turns = [turn(NEW, created), turn(WORKING, item.assigned + 10 * MINUTE, user)];
	if (item.done === null) return turns;
	turns.push(turn(CLOSED, item.done, user));
	if (item.error) {
		turns.push(turn(WORKING, item.done + 20 * MINUTE, 45010101));
		turns.push(turn(CLOSED, item.done + HOUR, user));
	}
	return turns;
};

/** Calculated properties change a ticket days later without a person acting: every third one. */
const lastTouch = (last, index) => (index % 3 === 0 ? touchAfter(last, 4) : last);

const ticket = (item, { id, person, index, before }) => {
	const { hubspotOwner, hubspotUser } = accounts.get(person);
	const created = (before?.since ?? item.assigned) - 30 * MINUTE;
	const stages = stagesOf(item, created, hubspotUser);
	const owners = [
		...(before === undefined ? [] : [turn(accounts.get(before.person).hubspotOwner, before.since)]),
		turn(hubspotOwner, item.assigned, 45010101),
	];
	const last = Math.max(...[...stages, ...owners].map(({ timestamp }) => Date.parse(timestamp)));
	const updated = lastTouch(last, index);
	const closings = stages.filter(({ value }) => value === CLOSED);
	return {
		id: String(id),
		properties: {
			subject: `客户资料 ${item.key}`,
			createdate: isoMillis(created),
			hs_lastmodifieddate: isoMillis(updated),
			hs_object_id: String(id),
			hs_pipeline: PIPELINE.id,
			hs_pipeline_stage: stages.at(-1).value,
			hs_ticket_priority: 'MEDIUM',
			hubspot_owner_id: hubspotOwner,
			hubspot_owner_assigneddate: isoMillis(item.assigned),
			...(closings.length > 0 ? { closed_date: closings.at(-1).timestamp } : {}),
		},
		history: {
			hubspot_owner_id: owners.reverse(),
			hs_pipeline_stage: stages.reverse(),
			hs_pipeline: [turn(PIPELINE.id, created)],
		},
		createdAt: created,
		updatedAt: updated,
		archived: false,
	};
};

/** In somebody else's hands for thirty hours first: the new handler's time begins with the handing over. */
const takenOver = ({ takesOverFrom }, item, index) =>
	takesOverFrom !== undefined && item.outcome === 'onTime' && index < 3
		? { person: takesOverFrom, since: item.assigned - 30 * HOUR }
		: undefined;

const withFates = (rows, { deleted = 0, merged = 0 }, copyOf) => [
	...rows,
	...Array.from({ length: deleted }, () => ({
		...copyOf(),
		archived: true,
		archivedAt: at('2026-10-22', '12:00'),
	})),
	...Array.from({ length: merged }, (_, index) => {
		const loser = { ...copyOf(), mergedInto: rows[index].id };
		rows[index].properties.hs_merged_object_ids = loser.id;
		return loser;
	}),
];

/** The portal's data, made anew at each call, as the sandbox changes it. */
export const hubspotData = () => {
	let id = 4100000000;
	const next = () => (id += 7);
	const rowsOf = (person) => {
		const items = [...octoberItems(person), ...otherItems(person)];
		const rows = items.map((item, index) =>
			ticket(item, {
				id: next(),
				person: person.employeeId,
				index,
				before: takenOver(person, item, index),
			}),
		);
		const copy = () => ticket(items[0], { id: next(), person: person.employeeId, index: 1 });
		return withFates(rows, person, copy);
	};
	const operations = people.filter(({ role }) => role === 'operations');
	return {
		portalId: 24817310,
		timeZone: 'Asia/Shanghai',
		owners: [
			...operations.map(({ employeeId }) => employeeId),
			leaver.employeeId,
			...leaderIds,
		].map((key) => ownerRow(accounts.get(key))),
		pipelines,
		properties,
		objects: {
			tickets: [...operations, leaver].flatMap(rowsOf),
			deals: [],
			contacts: [],
		},
	};
};
