// Single records as RT shows them, whole: what the lists leave out unless it is asked for.
const NEVER = '1970-01-01T00:00:00Z';

const named = (root) => (type, id) => ({ type, id: String(id), _url: `${root}/${type}/${id}` });
const selfLink = (root, type, id) => ({ ref: 'self', type, id, _url: `${root}/${type}/${id}` });
const historyLink = (root, type, id) => ({ ref: 'history', _url: `${root}/${type}/${id}/history` });

export const customFieldsOf = ({ custom = {} }, root) => {
	const fields = Object.entries(custom).map(([name, values], index) => ({
		...named(root)('customfield', index + 1),
		...{ name, values },
	}));
	return fields.length === 0 ? '' : fields;
};

export const ticketRecord = (ticket, nameOf, root) => {
	const of = named(root);
	return {
		...{ id: ticket.id, Type: 'ticket', Subject: ticket.subject, Status: ticket.status },
		...{ Created: ticket.created, LastUpdated: ticket.lastUpdated, Told: NEVER, Starts: NEVER },
		...{ Started: NEVER, Resolved: ticket.resolved ?? NEVER, Due: ticket.due ?? NEVER },
		...{ Priority: '0', InitialPriority: '0', FinalPriority: '0' },
		...{ TimeLeft: '0', TimeWorked: '0', TimeEstimated: '0' },
		...{ Owner: of('user', nameOf(ticket.owner)), Queue: of('queue', ticket.queue) },
		...{ Creator: of('user', 'RT_System'), LastUpdatedBy: of('user', 'RT_System') },
		...{ Cc: [], AdminCc: [], Requestor: ticket.requestors.map((id) => of('user', nameOf(id))) },
		...{ EffectiveId: of('ticket', ticket.id), CustomFields: customFieldsOf(ticket, root) || [] },
		_hyperlinks: [selfLink(root, 'ticket', ticket.id), historyLink(root, 'ticket', ticket.id)],
	};
};

export const queueRecord = ({ id, name }, root) => {
	const of = named(root);
	return {
		...{ id, Name: name, Description: '', Lifecycle: 'default', Disabled: '0', SortOrder: '0' },
		...{ CommentAddress: '', CorrespondAddress: '', SLADisabled: '1', Created: NEVER },
		...{ Creator: of('user', 'RT_System'), LastUpdatedBy: of('user', 'RT_System') },
		...{ LastUpdated: NEVER, CustomFields: [], AdminCc: [], Cc: [] },
		...{ TicketCustomFields: [], TicketTransactionCustomFields: [] },
		_hyperlinks: [selfLink(root, 'queue', id), historyLink(root, 'queue', id)],
	};
};

/** What one user may know of another. */
export const userRecord = ({ id, name, email, isStaff }, root) => ({
	...{ Name: name, EmailAddress: email, RealName: null, Privileged: isStaff ? 1 : 0 },
	_hyperlinks: [selfLink(root, 'user', id)],
});
