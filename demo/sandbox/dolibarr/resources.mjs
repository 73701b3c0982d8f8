// The lists of Dolibarr's API: which right each wants, what an empty one is called, and which columns can be filtered.
const common = ['rowid', 'tms', 'entity'];

/** `ofCustomer`: a user who may not see all third parties gets only those of its own. `key`: the column of the number. */
export const resources = {
	thirdparties: {
		right: 'societe.lire',
		what: 'thirdparties',
		none: 'Thirdparties not found',
		alwaysNone: true,
		ofCustomer: true,
		columns: [...common, 'nom', 'client', 'fournisseur'],
	},
	proposals: {
		right: 'propale.lire',
		what: 'propal',
		none: 'No proposal found',
		ofCustomer: true,
		columns: [...common, 'fk_statut', 'fk_soc'],
	},
	expensereports: {
		right: 'expensereport.lire',
		what: 'Expense Report',
		none: 'No Expense Report found',
		columns: [...common, 'fk_statut'],
	},
	tickets: {
		right: 'ticket.read',
		is403: true,
		what: 'ticket',
		none: 'No ticket found',
		ofCustomer: true,
		columns: [...common, 'fk_statut', 'fk_soc'],
	},
	agendaevents: {
		right: 'agenda.myactions.read',
		reason: 'Insufficient rights to read events',
		what: 'Agenda Event',
		none: 'No Agenda Event found',
		ofCustomer: true,
		columns: ['id', 'tms', 'entity', 'code', 'elementtype', 'fk_element'],
	},
	users: {
		right: 'user.user.lire',
		reason: 'You are not allowed to read list of users',
		what: 'User',
		none: 'No User found',
		columns: [...common, 'login', 'email'],
	},
	categories: {
		right: 'categorie.lire',
		what: 'category',
		none: 'No category found',
		columns: [...common, 'label'],
	},
};

/** What fields were called before version 17. */
export const before17 = {
	proposals: { user_validation_id: 'user_valid_id' },
	thirdparties: { user_creation_id: 'user_creation' },
};

/** What a filter calls a field of the answer. */
export const aliases = {
	rowid: 'id',
	fk_element: 'elementid',
	fk_statut: 'status',
	fk_soc: 'socid',
};

export const dictionaries = {
	ticket_types: [
		{ rowid: '1', code: 'COM', pos: '10', label: 'Commercial question', use_default: '0' },
		{ rowid: '3', code: 'ISSUE', pos: '20', label: 'Issue or bug', use_default: '0' },
	],
	ticket_categories: [{ rowid: '1', code: 'OTHER', pos: '10', label: 'Other', use_default: '1' }],
};
