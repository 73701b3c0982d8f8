import { furtherFields, lookBackDays } from '../../engine/commonParameters';
import { lacking } from '../../engine/problem';
import type { Item, Job, Opened, Unclear } from '../../engine/stream';
import type { Parameter } from '../../engine/system';
import { demandAll, readAccess } from './access';
import type { Kind } from './kinds';
import { readNotes } from './notes';
import { recordItem, rowWire, type Reading, type Row } from './record';
import { changedSince, recordsList, type Body } from './records';
import { firstReply } from './replies';
import { readMeaning, statusParameters } from './statuses';
import { accountOf, handlerAs, readUsers, type Users } from './users';

export const fieldsLookup = ({ entity }: Pick<Kind, 'entity'>): string =>
	`${entity.toLowerCase()}Fields`;

export const parametersOf = (
	kind: Kind,
	placeholder: string,
	own: readonly Parameter[] = [],
): readonly Parameter[] => [
	...statusParameters(kind),
	...own,
	handlerAs,
	furtherFields(`fields of ${kind.noun}`, placeholder, fieldsLookup(kind)),
	lookBackDays,
];

export const dueZone: Parameter = {
	name: 'dueZone',
	label: 'Time Zone of Due Dates',
	description:
		'A due date without a time is a day: the limit is the end of that day in this time zone, as an IANA name',
	kind: 'text',
	default: 'Asia/Shanghai',
	placeholder: 'e.g. Asia/Shanghai',
	required: true,
};

function zoneOf({ settings, zoneOf: find }: Job): Reading['zone'] {
	const id = settings.text(dueZone.name);
	const zone = id === undefined ? undefined : find(id);
	if (id === undefined || zone) return zone;
	const found = `'${id.slice(0, 60)}' is not a time zone`;
	const remedy = 'Enter an IANA name such as Asia/Shanghai in Time Zone of Due Dates';
	throw lacking('EspoCRM due dates', found, remedy);
}

export const attributes = ({ entity, stage }: Kind): readonly string[] => [
	...['id', 'createdAt', 'modifiedAt', 'assignedUserId', stage],
	...(entity === 'Task' ? ['dateEnd', 'dateEndDate'] : []),
];

/** First replies can be told only of cases, and only where no e-mail is hidden from the API user. */
export async function openRecords(kind: Kind, job: Job): Promise<Opened<Body<Row>, Row>> {
	const { session, settings } = job;
	const zone = zoneOf(job);
	const access = await readAccess(session);
	demandAll(access, kind.entity, ['read', 'stream']);
	const meaning = await readMeaning(session, kind, settings);
	const kept = settings.fields('fields');
	const seesReplies = kind.entity === 'Case' && access('Email', 'read') === 'all';
	const as = settings.text('handlerAs');
	const users: Users = as === 'id' && !seesReplies ? new Map() : await readUsers(session);
	const reading: Reading = {
		...meaning,
		...{ kind, kept, zone, baseUrl: session.baseUrl },
		accountOf: (id) => accountOf(id, users, as),
		firstReply: (notes) => (seesReplies ? firstReply(notes, users) : undefined),
	};
	const select = [...attributes(kind), ...kept.map(({ from }) => from)];
	const row = rowWire(kept);

	const item = async (one: Row): Promise<(Item | Unclear)[]> => {
		const notes = await readNotes(session, kind.entity, one.id);
		return notes ? [recordItem(one, notes, reading)] : [];
	};

	return {
		list: (window) => {
			const conditions = [changedSince(window.from)];
			return recordsList(session, { entity: kind.entity, conditions, select, row });
		},
		id: ({ id }) => id,
		updated: ({ modifiedAt }) => modifiedAt,
		batch: 5,
		items: async (rows) => (await Promise.all(rows.map(item))).flat(),
	};
}
