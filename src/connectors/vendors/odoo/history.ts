import type { Instant } from '../../../domain/kernel/time';
import type { Session } from '../../engine/session';
import type { Flow, Stand } from './flow';
import { readLabels, type Labels } from './labels';
import { readMessages, type Message } from './messages';
import { giveTrackedRight, openTrackedValues, type Tracked } from './trackedValues';

/** One change of a record's state or manager. */
interface Change {
	readonly at: Instant;
	/** The number of the user who did it. */
	readonly by: number | undefined;
	/** Changes of one save have the same. */
	readonly save: number;
}
export interface Turn extends Change {
	readonly from: Stand;
	readonly to: Stand;
}
export interface Handing extends Change {
	readonly to: number;
}

/** What a record went through, oldest first. */
export interface Story {
	readonly turns: readonly Turn[];
	readonly handings: readonly Handing[];
	/** A label of a state that is in none of the languages. */
	readonly strange: string | undefined;
}

const trackedRight = `${giveTrackedRight}, or set History to Messages`;

function storyOf(messages: readonly Message[], all: readonly Tracked[], labels: Labels): Story {
	const changes = messages.flatMap(({ id, date: at, create_uid: by }) =>
		all
			.filter(({ mail_message_id: save }) => save === id)
			.map((told) => ({ told, change: { at, by, save: id } })),
	);
	const of = (name: string) => changes.filter(({ told }) => told.field?.startsWith(`${name} (`));
	const strange: string[] = [];
	const turns = of(labels.state).flatMap(({ told, change }): Turn[] => {
		const [before = '', after = ''] = [told.old_value_char, told.new_value_char];
		const [from, to] = [labels.standOf(before), labels.standOf(after)];
		if (from && to) return [{ ...change, from, to }];
		strange.push(from ? after : before);
		return [];
	});
	const handings = of(labels.manager).flatMap(({ told, change }): Handing[] =>
		told.new_value_integer ? [{ ...change, to: told.new_value_integer }] : [],
	);
	return { turns, handings, strange: strange[0] };
}

/**
 * Reads the tracked changes of state and manager of some records, then tells each one's story.
 * Code: addons/mail/models/mail_tracking_value.py
 */
export async function openStories(session: Session, flow: Flow) {
	const labels = await readLabels(session, flow);
	const readTracked = await openTrackedValues(session, trackedRight);
	return async (ids: readonly number[]): Promise<(id: number) => Story> => {
		const messages = await readMessages(session, flow, ids);
		const saves = messages.map(({ id }) => id);
		const changes = await readTracked(saves);
		return (id) =>
			storyOf(
				messages.filter((one) => one.res_id === id),
				changes,
				labels,
			);
	};
}
