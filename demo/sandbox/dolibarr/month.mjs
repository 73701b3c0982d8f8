// A small month in Dolibarr: what happened to each record, as Dolibarr keeps it, and what must be told of it.
const HOUR = 3600000;
/** Midnight of 5 October 2026 in Shanghai; a record every two hours from then on. */
const first = Date.UTC(2026, 9, 4, 16);

export const users = [
	{ id: '7', login: 'li', email: 'li@x.example', socid: null },
	{ id: '8', login: 'wu', email: 'wu@x.example', socid: null },
	{ id: '9', login: 'customer', email: 'c@y.example', socid: '5' },
];
const emailOf = (id) => (id === null ? null : (users.find((user) => user.id === id)?.email ?? id));

const unix = (ms) => (ms === null || ms === undefined ? '' : ms / 1000);
const iso = (ms) => (ms === null || ms === undefined ? null : new Date(ms).toISOString());

/** The month's numbers, with who is who in each: `one` enters, `two` decides. */
const plans = (count, make) =>
	Array.from({ length: count }, (_, index) => {
		const number = index + 1;
		const createdAt = first + number * 2 * HOUR;
		const [one, two] = number % 2 ? ['7', '8'] : ['8', '7'];
		const at = (hours) => (hours === undefined ? null : createdAt + hours * HOUR);
		return make({ id: String(number), number, createdAt, one, two, at });
	});

/** { row, told }: `told` is the evidence, or null where there is none. */
const evidence = (id, { who, status, assigned, completed, errors }) => ({
	recordId: id,
	handler: emailOf(who ?? null),
	status,
	assignedAt: iso(assigned),
	completedAt: iso(completed),
	errors: errors ?? null,
});

const shared = ({ id, createdAt }, tms) => ({
	id,
	entity: '1',
	array_options: [],
	tms: tms ?? createdAt,
});

export const thirdParties = plans(230, (plan) => ({
	row: {
		...shared(plan),
		...{ name: `Customer ${plan.number}`, client: String(plan.number % 4), fournisseur: '0' },
		...{ date_creation: unix(plan.createdAt), date_modification: unix(plan.createdAt) },
		user_creation_id: plan.number % 10 === 9 ? null : plan.one,
		tags: plan.number % 5 === 0 ? ['3'] : [],
	},
	told: evidence(plan.id, {
		who: plan.number % 10 === 9 ? null : plan.one,
		...{ status: 'done', completed: plan.createdAt },
	}),
}));

/** The tenth of each: status, and hours from the entry to the steps; `told` as the one who decides is to be told of. */
const reportWays = [
	{ status: 6, valid: 2, approve: 26 },
	{ status: 5, valid: 2, approve: 20 },
	{ status: 99, valid: 2, refuse: 9 },
	{ status: 5, valid: 2, refuse: 9, approve: 40 },
	{ status: 2, valid: 2 },
	{ status: 0 },
	{ status: 4, valid: 2 },
	{ status: 5, valid: 2, approve: 20, left: true },
	{ status: 2, valid: 2, refuse: 9 },
	{ status: 2, valid: 2, nobody: true },
];

const toldOfReport = ({ id, at, two }, { status, valid, approve, refuse, left, nobody }) => {
	if (status === 0) return null;
	const assigned = refuse === undefined ? at(valid) : null;
	const who = left ? '19' : nobody ? null : two;
	if (status === 99) return evidence(id, { who, status: 'done', completed: at(refuse) });
	if (status === 4) return evidence(id, { who, status: 'cancelled', assigned });
	if (status === 2) return evidence(id, { who, status: 'open', assigned });
	return evidence(id, { who, status: 'done', assigned, completed: at(approve) });
};

export const expenseReports = plans(230, (plan) => {
	const { at, one, two, number } = plan;
	const way = reportWays[number % 10];
	const { status, valid, approve, refuse, left, nobody } = way;
	return {
		row: {
			...shared(plan, Math.max(at(approve ?? 0), at(refuse ?? 0), at(valid ?? 0))),
			...{ ref: `ER2610-${number}`, status: String(status), total_ttc: '20.50000000' },
			...{ date_create: unix(plan.createdAt), date_valid: unix(at(valid)) },
			...{ date_approve: unix(at(approve)), date_refuse: unix(at(refuse)), date_cancel: '' },
			date_modif: unix(Math.max(at(approve ?? 0), at(refuse ?? 0), at(valid ?? 0))),
			...{ fk_user_author: one, fk_user_creat: one, fk_user_valid: valid ? one : null },
			fk_user_validator: nobody ? null : two,
			fk_user_approve: approve ? (left ? '19' : two) : null,
			fk_user_refuse: refuse ? two : null,
			detail_refuse: refuse ? 'no receipt' : null,
		},
		told: toldOfReport(plan, way),
	};
});

let events = [];
const note = (kind, { id }, code, ms, by) =>
	events.push({ elementtype: kind, elementid: id, code, datep: unix(ms), authorid: by, tms: ms });

/** Hours to the validations and decisions, each with who. */
const proposalWays = [
	{ status: 1, valid: [3], by: 'one' },
	{ status: 1, valid: [3], by: 'two' },
	{ status: 0, valid: [] },
	{ status: 1, valid: [3, 30], by: 'one' },
	{ status: 2, valid: [3], by: 'one', signed: [50] },
	{ status: 3, valid: [3], by: 'two', refused: [50] },
	{ status: 4, valid: [3], by: 'one', signed: [50] },
	{ status: -1, valid: [3], by: 'one' },
	{ status: 0, valid: [3], by: 'one' },
	{ status: 0, valid: [], nobody: true },
];

const toldOfProposal = (plan, { status, valid, by, nobody }) => {
	const who = nobody ? null : (plan[by] ?? plan.one);
	const isDone = status > 0;
	return evidence(plan.id, {
		who,
		status: status < 0 ? 'cancelled' : isDone ? 'done' : 'open',
		assigned: who === plan.one || nobody ? plan.createdAt : null,
		completed: isDone ? plan.at(valid[0]) : null,
		errors: status === 0 ? valid.length : valid.length - 1,
	});
};

export const proposals = plans(230, (plan) => {
	const { at, one, number } = plan;
	const way = proposalWays[number % 10];
	const { status, valid, by, signed = [], refused = [], nobody } = way;
	for (const hours of valid) note('propal', plan, 'AC_PROPAL_VALIDATE', at(hours), plan[by]);
	for (const hours of signed) note('propal', plan, 'AC_PROPAL_CLOSE_SIGNED', at(hours), plan.two);
	for (const hours of refused) note('propal', plan, 'AC_PROPAL_CLOSE_REFUSED', at(hours), plan.two);
	const tms = Math.max(...[0, ...valid, ...signed, ...refused].map(at));
	return {
		row: {
			...shared(plan, tms),
			...{ ref: `PR2610-${number}`, status, socid: String(number), total_ht: '100.00000000' },
			...{ date_creation: unix(plan.createdAt), date_validation: unix(at(valid.at(-1))) },
			...{ date_modification: unix(tms), date_signature: unix(at(signed.at(-1))) },
			user_author_id: nobody ? null : one,
			user_validation_id: plan[by] ?? null,
		},
		told: toldOfProposal(plan, way),
	};
});

/** Hours to what the agenda notes: M edited, A assigned, Q the customer, R an answer, P a private note, C closed. */
const ticketWays = [
	{ status: 8, steps: { A: [1], R: [2], C: [5] }, assigned: 1 },
	{ status: 8, steps: { C: [4] }, assigned: 0 },
	{ status: 8, steps: { M: [1], A: [2], P: [3], Q: [4], R: [6], C: [9] }, assigned: 2 },
	{ status: 8, steps: { A: [1], C: [5, 30], M: [20] }, assigned: 1, errors: 1 },
	{ status: 2, steps: { A: [1] }, assigned: 1 },
	{ status: 0, steps: {}, nobody: true },
	{ status: 9, steps: { A: [1], C: [5] }, assigned: 1 },
	{ status: 8, steps: { A: [1, 3], C: [7] } },
	{ status: 2, steps: { A: [1], C: [5], M: [20] }, errors: 1 },
	{ status: 8, steps: { A: [1, 21], C: [5, 40], M: [20] }, errors: 1, first: 'two' },
];
const codes = {
	...{ M: 'AC_TICKET_MODIFY', A: 'AC_TICKET_ASSIGNED', Q: 'TICKET_MSG', R: 'TICKET_MSG' },
	...{ P: 'TICKET_MSG_PRIVATE', C: 'AC_TICKET_CLOSE' },
};

const noteTicket = (plan, { steps, first: firstBy }) => {
	note('ticket', plan, 'AC_TICKET_CREATE', plan.createdAt, plan.one);
	const all = Object.entries(steps).flatMap(([what, times]) =>
		times.map((hours, nth) => ({ what, hours, nth })),
	);
	for (const { what, hours, nth } of all.sort((a, b) => a.hours - b.hours)) {
		const by =
			what === 'Q' ? '9' : what === 'C' && nth === 0 && firstBy === 'two' ? plan.two : plan.one;
		note('ticket', plan, codes[what], plan.at(hours), by);
	}
};

const toldOfTicket = (plan, { status, steps, assigned, errors, nobody, first: firstBy }) => {
	const kind = { 8: 'done', 9: 'cancelled' }[status] ?? 'open';
	return {
		...evidence(plan.id, {
			who: nobody ? null : firstBy === 'two' ? plan.two : plan.one,
			...{ status: kind, assigned: plan.at(assigned), errors: errors ?? 0 },
			completed: kind === 'done' ? plan.at(steps.C[0]) : null,
		}),
		firstResponseAt: iso(plan.at(steps.R?.[0])),
	};
};

export const tickets = plans(230, (plan) => {
	const { at, one, number } = plan;
	const way = ticketWays[number % 10];
	noteTicket(plan, way);
	const tms = Math.max(...[0, ...Object.values(way.steps).flat()].map(at));
	return {
		row: {
			...shared(plan, tms),
			...{ ref: `TS2610-${number}`, status: String(way.status), fk_statut: String(way.status) },
			...{ datec: unix(plan.createdAt), date_modification: unix(tms), socid: String(number) },
			...{ date_close: unix(at(way.steps.C?.at(-1))), date_read: '', date_last_msg_sent: '' },
			...{ fk_user_assign: way.nobody ? null : one, fk_user_create: one },
			...{ type_code: number % 2 ? 'ISSUE' : 'COM', category_code: 'OTHER' },
			array_options: number % 2 ? { options_region: 'east' } : [],
		},
		told: toldOfTicket(plan, way),
	};
});

/** In the order in which they happened, and numbered so. */
events = events
	.sort((a, b) => a.tms - b.tms)
	.map((event, at) => ({ ...event, id: String(at + 1) }));
export const agendaEvents = events.map((event) => ({
	...event,
	entity: '1',
	socid: event.elementid,
}));
