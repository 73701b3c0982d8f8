// A small month in HubSpot, tickets, deals and contacts, with what the connector must make of it.
import { hubspot, ALL_SCOPES } from '../hubspot.mjs';

const TOKEN = 'pat-sandbox-hubspot-1';
const now = '2026-11-06T09:30:00+08:00';
const HOUR = 3600000;
/** 5 October 2026, 9:00 in Shanghai. */
const first = Date.UTC(2026, 9, 5, 1);
const iso = (ms) => new Date(ms).toISOString();

const owners = [
	{ id: '701', email: 'li@x.example' },
	{ id: '702', email: 'wu@x.example' },
	{ id: '703', email: 'chen@x.example' },
].map((owner) => ({
	...owner,
	archived: owner.id === '703',
	createdAt: iso(0),
	updatedAt: iso(0),
}));

/** How a record goes: who has it since when, and its stages, in hours after its start. */
const ways = {
	plain: { given: [[0, 0]], stages: { 0: 'new', 5: 'closed' } },
	open: { given: [[0, 0]], stages: { 0: 'new', 1: 'working' } },
	reopened: { given: [[0, 0]], stages: { 0: 'new', 5: 'closed', 6: 'working', 8: 'closed' } },
	handedOn: {
		given: [
			[0, 0],
			[3, 1],
		],
		stages: { 0: 'new', 5: 'closed' },
	},
	nobody: { given: [], stages: { 0: 'new' } },
};
const wayOf = (number) =>
	['plain', 'plain', 'open', 'reopened', 'plain', 'handedOn', 'plain', 'nobody'][number % 8];
/** What must come of each way: who (0 the first, 1 the next), since which hour, done at which, errors. */
const told = {
	plain: { who: 0, from: 0, to: 5, errors: 0 },
	open: { who: 0, from: 0, to: null, errors: 0 },
	reopened: { who: 0, from: 0, to: 5, errors: 1 },
	handedOn: { who: 1, from: 3, to: 5, errors: 0 },
	nobody: { who: null, from: null, to: null, errors: 0 },
};

const turn = (value, ms) => ({ value, timestamp: iso(ms), sourceType: 'CRM_UI' });
const ownerOf = (number, which) => owners[(number + which) % owners.length];

const record =
	({ base, pipeline, stage, names, updated: moved = 'hs_lastmodifieddate' }) =>
	(number) => {
		const started = first + number * 2 * HOUR;
		const { given, stages } = ways[wayOf(number)];
		const hours = Object.entries(stages).map(([hour, name]) =>
			turn(names[name], started + Number(hour) * HOUR),
		);
		const hands = given.map(([hour, which]) =>
			turn(ownerOf(number, which).id, started + hour * HOUR),
		);
		const updated = started + 9 * HOUR;
		return {
			id: String(base + number),
			properties: {
				createdate: iso(started),
				[moved]: iso(updated),
				hs_object_id: String(base + number),
				...(pipeline === undefined ? {} : { [pipeline]: 'main' }),
				[stage]: hours.at(-1).value,
				...(hands.length > 0 ? { hubspot_owner_id: hands.at(-1).value } : {}),
			},
			history: { hubspot_owner_id: hands.reverse(), [stage]: hours.reverse() },
			createdAt: started,
			updatedAt: updated,
			archived: false,
		};
	};

/** Contacts of nobody are not read. */
const evidence = ({ base, pipeline }) =>
	numbers
		.filter((number) => pipeline !== undefined || wayOf(number) !== 'nobody')
		.map((number) => {
			const { who, from, to, errors } = told[wayOf(number)];
			const at = (hour) => (hour === null ? null : iso(first + (number * 2 + hour) * HOUR));
			return {
				recordId: String(base + number),
				handler: who === null ? null : ownerOf(number, who).email,
				status: to === null ? 'open' : 'done',
				assignedAt: at(from),
				completedAt: at(to),
				errors,
			};
		});

const numbers = Array.from({ length: 230 }, (_, index) => index + 1);
const ticket = {
	...{ base: 5000, pipeline: 'hs_pipeline', stage: 'hs_pipeline_stage' },
	names: { new: '1', working: '3', closed: '4' },
};
const deal = {
	...{ base: 9000, pipeline: 'pipeline', stage: 'dealstage' },
	names: { new: 'appointment', working: 'offer', closed: 'closedwon' },
};

const contact = {
	...{ base: 7000, pipeline: undefined, stage: 'hs_lead_status', updated: 'lastmodifieddate' },
	names: { new: 'NEW', working: 'IN_PROGRESS', closed: 'CONNECTED' },
};
const leadStatus = [
	['NEW', 'New'],
	['IN_PROGRESS', 'In Progress'],
	['CONNECTED', 'Connected'],
	['UNQUALIFIED', 'Unqualified'],
];

const pipelineOf = ({ names }, ticketState) => ({
	id: 'main',
	label: 'Main',
	stages: Object.entries(names).map(([name, id]) => {
		const isClosed = name === 'closed';
		return {
			id,
			label: name,
			isClosed,
			...(ticketState
				? { ticketState: isClosed ? 'CLOSED' : 'OPEN' }
				: { probability: isClosed ? '1.0' : '0.2' }),
		};
	}),
});

const known = (names) => names.map((name) => [name, 'string', name]);

const data = () => ({
	portalId: 24817310,
	timeZone: 'Asia/Shanghai',
	owners,
	pipelines: { tickets: [pipelineOf(ticket, true)], deals: [pipelineOf(deal, false)] },
	properties: {
		tickets: known([
			...['createdate', 'hs_lastmodifieddate', 'hs_object_id', 'hubspot_owner_id'],
			...['hs_pipeline', 'hs_pipeline_stage', 'first_agent_reply_date'],
		]),
		deals: known([
			...['createdate', 'hs_lastmodifieddate', 'hs_object_id', 'hubspot_owner_id'],
			...['pipeline', 'dealstage'],
		]),
		contacts: [
			...known(['createdate', 'lastmodifieddate', 'hs_object_id', 'hubspot_owner_id']),
			['hs_lead_status', 'enumeration', 'Lead Status', leadStatus],
			['confirmed_errors', 'number', 'Confirmed Errors'],
		],
	},
	objects: {
		tickets: numbers.map(record(ticket)),
		deals: numbers.map(record(deal)),
		contacts: numbers.map(record(contact)),
	},
});

const stream = (kind, type, parameters = {}) => ({
	parameters,
	fault: { type },
	list: `/objects/${type}/search`,
	history: `/objects/${type}/batch/read`,
	evidence: evidence(kind),
});

export const fixture = () => ({
	name: 'hubspot',
	now,
	system: (options = {}) =>
		hubspot({
			data: data(),
			tokens: { [TOKEN]: ALL_SCOPES },
			pace: 10000,
			now: () => Date.parse(now),
			...options,
		}),
	credentials: { token: TOKEN },
	sign: ({ token }) => ({ headers: { Authorization: `Bearer ${token}` } }),
	streams: {
		tickets: stream(ticket, 'tickets'),
		deals: stream(deal, 'deals'),
		contacts: stream(contact, 'contacts', { doneValues: 'CONNECTED, UNQUALIFIED' }),
	},
});
