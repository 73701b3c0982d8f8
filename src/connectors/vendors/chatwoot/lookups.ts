import type { Lookup, System } from '../../engine/stream';
import { readAccount } from './account';
import { keepable } from './item';
import { readAttributes, readInboxes, readLabels, readTeams } from './lists';
import { measureNames } from './measures';

const numbered = (read: typeof readTeams | typeof readInboxes): Lookup => {
	return async (session) =>
		(await read(session, await readAccount(session))).map(({ id, name }) => ({
			value: String(id),
			label: name,
		}));
};

const labels: Lookup = async (session) =>
	(await readLabels(session, await readAccount(session))).map(({ title }) => ({
		value: title,
		label: title,
	}));

const conversationFields: Lookup = async (session) => [
	...[...measureNames, ...keepable].map((name) => ({ value: name, label: name })),
	...(await readAttributes(session, await readAccount(session))).map(
		({ attribute_key: value, attribute_display_name: label }) => ({ value, label }),
	),
];

export const lookups: NonNullable<System['lookups']> = {
	inboxes: numbered(readInboxes),
	teams: numbered(readTeams),
	labels,
	conversationFields,
};
