// A small month in Salesforce, opportunities, tasks and cases, with what the connector must make of it.
import { now } from '../approvals/month.mjs';
import { salesforce } from '../salesforce.mjs';

const TOKEN = '00D5i!sandbox-token-1';
const CLIENT = { id: '3MVG9sandbox', secret: 'salesforce-secret-1' };
const HOUR = 3600000;
/** 5 October 2026, 9:00 in Shanghai; a record every two hours from then on. */
const first = Date.UTC(2026, 9, 5, 1);

const stamp = (ms) => new Date(ms).toISOString().replace('Z', '+0000');
const iso = (ms) => (ms === null ? null : new Date(ms).toISOString());
const id = (prefix, number) => `${prefix}5i${String(number).padStart(10, '0')}AAA`;

const users = ['li', 'wu', 'chen'].map((name, at) => ({
	Id: id('005', at + 1),
	Name: name,
	Email: `${name}@x.example`,
	Username: `${name}@x.example.crm`,
	IsActive: name !== 'chen',
}));
const QUEUE = id('00G', 1);
const DUE = id('557', 1);
const RESPONSE = id('557', 2);

const userOf = (number, next = 0) => users[(number + next) % users.length];
const numbers = Array.from({ length: 230 }, (_, index) => index + 1);
const startOf = (number) => first + number * 2 * HOUR;
const at = (number, hours) => (hours === null ? null : iso(startOf(number) + hours * HOUR));

/**
 * How a record goes, in hours after its start: owners (0 the first user, 1 the next, 'queue'), states, and what must
 * come of it: who, since when, done when, errors.
 */
const ways = [
	{ states: { 0: 'new', 5: 'won' }, told: { who: 0, from: 0, to: 5 } },
	{ states: { 0: 'new', 2: 'working', 6: 'lost' }, told: { who: 0, from: 0, to: 6 } },
	{ owners: { 0: 0, 3: 1 }, states: { 0: 'new', 5: 'won' }, told: { who: 1, from: 3, to: 5 } },
	{
		states: { 0: 'new', 5: 'won', 6: 'working', 8: 'won' },
		told: { who: 0, from: 0, to: 5, errors: 1 },
	},
	{ states: { 0: 'new', 1: 'working' }, told: { who: 0, from: 0, to: null } },
	{ owners: { 0: 0, 7: 1 }, states: { 0: 'new', 5: 'won' }, told: { who: 0, from: 0, to: 5 } },
	{ states: { 0: 'new', 4: 'lost' }, isDeleted: true, told: { who: 0, status: 'cancelled' } },
	{
		owners: { 0: 'queue', 1: 0 },
		states: { 0: 'new', 2: 'working', 9: 'won' },
		told: { who: 0, from: 1, to: 9 },
	},
];
const wayOf = (number) => ways[number % ways.length];
const ownersOf = (number) => Object.entries(wayOf(number).owners ?? { 0: 0 });
const ownerId = (number, which) => (which === 'queue' ? QUEUE : userOf(number, which).Id);
const statesOf = (number) => Object.entries(wayOf(number).states);
const lastHour = (number) =>
	Math.max(...[...ownersOf(number), ...statesOf(number)].map(([hour]) => Number(hour)));

const record = (prefix, number) => ({
	Id: id(prefix, number),
	IsDeleted: wayOf(number).isDeleted === true,
	OwnerId: ownerId(number, ownersOf(number).at(-1)[1]),
	RecordTypeId: id('012', (number % 2) + 1),
	CreatedDate: stamp(startOf(number)),
	SystemModstamp: stamp(startOf(number) + (lastHour(number) + 1) * HOUR),
});

/** An opportunity cannot lie in a queue: what others take from one is theirs from the start. */
const asOpportunity = (number) => wayOf(number).owners?.[0] === 'queue';

const stages = {
	new: 'Prospecting',
	working: 'Negotiation',
	won: 'Closed Won',
	lost: 'Closed Lost',
};
const opportunity = (number) => {
	const stage = statesOf(number).at(-1)[1];
	return {
		...record('006', number),
		Name: `Deal ${number}`,
		StageName: stages[stage],
		IsClosed: stage === 'won' || stage === 'lost',
		IsWon: stage === 'won',
		Amount: 1200.5,
		CloseDate: '2026-10-31',
		Region__c: number % 2 ? 'East' : 'West',
		Confirmed_Errors__c: number % 10 ? null : 2,
	};
};
const stageHistory = (number) =>
	statesOf(number).map(([hour, state]) => ({
		Id: id('008', number * 10 + Number(hour)),
		IsDeleted: wayOf(number).isDeleted === true,
		OpportunityId: id('006', number),
		StageName: stages[state],
		CreatedDate: stamp(startOf(number) + hour * HOUR),
	}));
/** Each change twice: with the names, and with the IDs. */
const ownerHistory = (number) =>
	(asOpportunity(number) ? [] : ownersOf(number)).slice(1).flatMap(([hour, which]) => {
		const common = {
			IsDeleted: false,
			OpportunityId: id('006', number),
			Field: 'Owner',
			CreatedDate: stamp(startOf(number) + hour * HOUR),
		};
		const [from, to] = [userOf(number), userOf(number, which)];
		return [
			{ ...common, Id: id('017', number * 2), OldValue: from.Name, NewValue: to.Name },
			{ ...common, Id: id('017', number * 2 + 1), OldValue: from.Id, NewValue: to.Id },
		];
	});

const statuses = { new: 'New', working: 'On Hold', won: 'Closed', lost: 'Duplicate' };
const isClosed = (state) => state === 'won' || state === 'lost';
const supportCase = (number) => {
	const [, last] = statesOf(number).at(-1);
	const closing = statesOf(number).findLast(
		([, state], index, all) => isClosed(state) && !isClosed(all[index - 1]?.[1]),
	);
	return {
		...record('500', number),
		CaseNumber: String(number).padStart(8, '0'),
		Status: statuses[last],
		IsClosed: isClosed(last),
		ClosedDate: isClosed(last) ? stamp(startOf(number) + closing[0] * HOUR) : null,
		MasterRecordId: wayOf(number).isDeleted ? id('500', number + 1) : null,
		Origin: 'Web',
	};
};
/** One entry for each change of owner or status, with both as they were then. */
const caseHistory = (number) => {
	const hours = [
		...new Set([...ownersOf(number), ...statesOf(number)].map(([hour]) => Number(hour))),
	];
	const known = (entries, hour) => entries.findLast(([from]) => Number(from) <= hour)[1];
	return hours
		.sort((a, b) => a - b)
		.map((hour, index, all) => ({
			Id: id('02D', number * 10 + hour),
			IsDeleted: wayOf(number).isDeleted === true,
			CaseId: id('500', number),
			OwnerId: ownerId(number, known(ownersOf(number), hour)),
			Status: statuses[known(statesOf(number), hour)],
			PreviousUpdate: index === 0 ? null : stamp(startOf(number) + all[index - 1] * HOUR),
			LastModifiedDate: stamp(startOf(number) + hour * HOUR),
		}));
};
const milestones = (number) =>
	[DUE, RESPONSE].map((type, which) => ({
		Id: id('555', number * 2 + which),
		IsDeleted: false,
		CaseId: id('500', number),
		MilestoneTypeId: type,
		StartDate: stamp(startOf(number)),
		TargetDate: stamp(startOf(number) + (which === 0 ? 24 : 2) * HOUR),
		CompletionDate: which === 0 ? null : stamp(startOf(number) + HOUR),
		IsViolated: false,
	}));

/** The tenth of each: status, hours to completion, and what keeps it out of the list. */
const taskWays = [
	{ status: 'Completed', to: 5 },
	{ status: 'Completed', to: 20 },
	{ status: 'Not Started' },
	{ status: 'In Progress' },
	{ status: 'Completed', to: 3, isDeleted: true },
	{ status: 'Completed', to: 0, subtype: 'Call' },
	{ status: 'Completed', to: 0, subtype: 'Email', isListed: false },
	{ status: 'Not Started', isSeries: true, isListed: false },
	{ status: 'Deferred' },
	{ status: 'Not Started', isQueued: true },
];
const taskWayOf = (number) => taskWays[number % taskWays.length];
const task = (number) => {
	const { status, to, isDeleted, subtype, isSeries, isQueued } = taskWayOf(number);
	return {
		...record('00T', number),
		IsDeleted: isDeleted === true,
		OwnerId: isQueued ? QUEUE : userOf(number).Id,
		Subject: `Task ${number}`,
		Status: status,
		IsClosed: status === 'Completed',
		CompletedDateTime: to === undefined ? null : stamp(startOf(number) + to * HOUR),
		ActivityDate: iso(startOf(number)).slice(0, 10),
		TaskSubtype: subtype ?? 'Task',
		IsRecurrence: isSeries === true,
		IsArchived: false,
		SystemModstamp: stamp(startOf(number) + ((to ?? 0) + 1) * HOUR),
	};
};

const stateRows = (names, closed) =>
	names.map((name, index) => ({
		...{ Id: id('0SR', index), ApiName: name, MasterLabel: name, SortOrder: index },
		IsClosed: closed.includes(name),
		IsWon: name === 'Closed Won',
		IsActive: true,
	}));

const evidenceOf = (number, prefix, { isCase, isOpportunity }) => {
	const { who, from, to, errors = 0, status } = wayOf(number).told;
	const isDuplicate = isCase && statesOf(number).at(-1)[1] === 'lost';
	const cancelled = status === 'cancelled';
	const since = isOpportunity && asOpportunity(number) ? 0 : from;
	const done = to === null ? 'open' : 'done';
	return {
		recordId: id(prefix, number),
		handler: userOf(number, who).Email,
		status: status ?? (isDuplicate ? 'cancelled' : done),
		assignedAt: cancelled ? null : at(number, since),
		completedAt: cancelled || isDuplicate ? null : at(number, to),
		errors: cancelled ? null : errors,
	};
};
const taskEvidence = (number) => {
	const { status, to, isDeleted, isQueued } = taskWayOf(number);
	const isCancelled = isDeleted === true || status === 'Deferred';
	const isDone = status === 'Completed' && !isCancelled;
	return {
		recordId: id('00T', number),
		handler: isQueued ? QUEUE : userOf(number).Email,
		status: isCancelled ? 'cancelled' : isDone ? 'done' : 'open',
		assignedAt: null,
		completedAt: isDone ? at(number, to) : null,
		errors: null,
	};
};

const data = () => ({
	Opportunity: numbers.map((number) => ({
		...opportunity(number),
		...(asOpportunity(number) ? { OwnerId: userOf(number).Id } : {}),
	})),
	OpportunityHistory: numbers.flatMap(stageHistory),
	OpportunityFieldHistory: numbers.flatMap(ownerHistory),
	Task: numbers.map(task),
	Case: numbers.map(supportCase),
	CaseHistory2: numbers.flatMap(caseHistory),
	CaseMilestone: numbers.flatMap(milestones),
	MilestoneType: [
		{ Id: DUE, Name: 'Resolution' },
		{ Id: RESPONSE, Name: 'First Response' },
	],
	User: users,
	OpportunityStage: stateRows(Object.values(stages), ['Closed Won', 'Closed Lost']),
	CaseStatus: stateRows(Object.values(statuses), ['Closed', 'Duplicate']),
	TaskStatus: stateRows(['Not Started', 'In Progress', 'Completed', 'Deferred'], ['Completed']),
	RecordType: [
		{ Id: id('012', 1), Name: 'Retail', SobjectType: 'Opportunity' },
		{ Id: id('012', 2), Name: 'Business', SobjectType: 'Opportunity' },
	],
	FieldDefinition: ['OwnerId', 'StageName', 'Amount'].map((name) => ({
		QualifiedApiName: name,
		IsFieldHistoryTracked: name === 'OwnerId',
		'EntityDefinition.QualifiedApiName': 'Opportunity',
	})),
	EntityDefinition: ['Opportunity', 'Case', 'Task'].map((name) => ({
		QualifiedApiName: name,
		InternalSharingModel: 'Private',
	})),
	PermissionSetAssignment: [
		{
			Id: id('0Pa', 1),
			AssigneeId: users[0].Id,
			PermissionSetId: id('0PS', 1),
			'PermissionSet.PermissionsViewAllData': true,
		},
	],
	ObjectPermissions: [],
});

const stream = (type, history, more) => ({
	parameters: {},
	fault: { type },
	list: `FROM+${type}+`,
	history: `FROM+${history}+`,
	...more,
});

/** `change` changes the data of the system before it starts. */
export const fixture = () => ({
	name: 'salesforce',
	now,
	system: ({ change = (it) => it, ...options } = {}) =>
		salesforce({
			data: change(data()),
			client: CLIENT,
			tokens: [TOKEN],
			me: users[0].Id,
			pageRows: 100,
			now: () => Date.parse(now),
			...options,
		}),
	credentials: { token: TOKEN },
	sign: ({ token }) => ({ headers: { Authorization: `Bearer ${token}` } }),
	client: CLIENT,
	streams: {
		opportunities: stream('Opportunity', 'OpportunityHistory', {
			evidence: numbers.map((number) => evidenceOf(number, '006', { isOpportunity: true })),
		}),
		tasks: stream('Task', 'User', {
			parameters: { cancelledStatuses: 'Deferred' },
			evidence: numbers.filter((number) => taskWayOf(number).isListed !== false).map(taskEvidence),
		}),
		cases: stream('Case', 'CaseHistory2', {
			parameters: {
				cancelledStatuses: 'Duplicate',
				pauseStatuses: 'On Hold',
				dueMilestone: DUE,
				responseMilestone: RESPONSE,
			},
			evidence: numbers.map((number) => evidenceOf(number, '500', { isCase: true })),
		}),
	},
});
