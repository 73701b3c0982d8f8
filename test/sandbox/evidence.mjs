// What each system's records say of an item, derived as the vendors describe their fields: one reading, independent
// of the connectors. Items are { account, assigned, done, replied, errors, pauses }.

const ms = (text) => (text === null || text === undefined ? null : Date.parse(text));

/** HubSpot: the owner at the first closing, since when, and how often it was opened again. */
const ticketItem = ({ history }) => {
	const owners = [...history.hubspot_owner_id].reverse();
	const stages = [...history.hs_pipeline_stage].reverse();
	const closings = stages
		.filter(({ value }) => value === '4')
		.map(({ timestamp }) => ms(timestamp));
	const closed = closings.length > 0;
	const owner = owners.filter(({ timestamp }) => !closed || ms(timestamp) <= closings[0]).at(-1);
	return {
		account: owner.value,
		assigned: ms(owner.timestamp),
		done: closed ? closings[0] : null,
		errors: Math.max(0, closings.length - 1),
		pauses: [],
	};
};

export const hubspotItems = ({ objects }) =>
	objects.tickets
		.filter(({ archived, mergedInto }) => !archived && mergedInto === undefined)
		.map(ticketItem);

const local = (text) => Date.parse(`${text.replace(' ', 'T').slice(0, 23)}+08:00`);

/**
 * Frappe: the clerk of the approval; assigned when the claim came to finance, done when it first left it. A cancelled
 * claim is none; errors are the ways back and the corrected claim that takes a cancelled one's place.
 */
export const frappeItems = ({ documents }) => {
	const byClaim = new Map();
	for (const comment of documents.Comment) {
		if (!byClaim.has(comment.reference_name)) byClaim.set(comment.reference_name, []);
		byClaim.get(comment.reference_name).push(comment);
	}
	const live = documents['Expense Claim'].filter(({ docstatus }) => docstatus !== 2);
	return live.map((claim) => {
		const steps = byClaim.get(claim.name);
		const arrivals = steps.filter(({ content }) => content === 'Pending Finance Review');
		const approval = steps.find(({ content }) => content === 'Approved');
		const leaving = steps[steps.indexOf(arrivals[0]) + 1];
		return {
			account: approval?.owner ?? claim.expense_approver,
			assigned: local(arrivals[0].creation),
			done: approval === undefined ? null : local(leaving.creation),
			errors: arrivals.length - 1 + (claim.amended_from === null ? 0 : 1),
			pauses: [],
		};
	});
};

const pausesOf = (events) => {
	const work = events.filter(({ metric }) => metric === 'agent_work_time');
	return work.flatMap(({ type, time }, at) =>
		type === 'pause' ? [{ from: ms(time), to: ms(work[at + 1].time) }] : [],
	);
};

const repliedAt = ({ created_at: created, reply_time_in_minutes: { calendar } }) =>
	calendar === null ? null : ms(created) + calendar * 60000;

/** Zendesk: the assignee, the first solving, how often it was opened again; no merged and no deleted ones. */
export const zendeskItems = ({ tickets }) =>
	tickets
		.filter(({ status, tags }) => status !== 'deleted' && !tags.includes('closed_by_merge'))
		.map(({ assignee_id: account, metrics, metricEvents, audits }) => {
			const solvings = audits.filter(({ events }) =>
				events.some(({ value }) => value === 'solved'),
			);
			return {
				account: String(account),
				assigned: ms(metrics.assigned_at),
				replied: repliedAt(metrics),
				done: solvings.length > 0 ? ms(solvings[0].created_at) : null,
				errors: metrics.reopens,
				pauses: pausesOf(metricEvents),
			};
		});
