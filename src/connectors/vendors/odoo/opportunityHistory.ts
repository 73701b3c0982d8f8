import type { Instant } from '../../../domain/kernel/time';
import type { Session } from '../../engine/session';
import { readMessages } from './messages';
import { opportunities } from './opportunity';
import { readFields } from './rpc';
import { giveTrackedRight, openTrackedValues, type Tracked } from './trackedValues';

/** One change of a field: numbers of records, of no record 0; of yes and no, 1 and 0. */
export interface FieldChange {
	readonly at: Instant;
	/** Changes of one save have the same. */
	readonly save: number;
	readonly from: number;
	readonly to: number;
}

const names = { stage: 'stage_id', salesperson: 'user_id', active: 'active' } as const;
type Name = keyof typeof names;

/** What a record went through, oldest first. */
export type Changes = Readonly<Record<Name, readonly FieldChange[]>>;

const trackedRight = `${giveTrackedRight}, or set History to Dates of the Record`;

/** Those of opportunities that were merged into one hang on it with a subject, which Odoo gives to no change of its own. */
const itsOwn = [['subject', '=', false]];

/** Reads the tracked changes of some opportunities. Code: addons/mail/models/mail_tracking_value.py */
export async function openHistories(session: Session) {
	const labels = await readFields(session, opportunities.model, Object.values(names));
	const readTracked = await openTrackedValues(session, trackedRight);
	return async (ids: readonly number[]): Promise<(id: number) => Changes> => {
		const messages = await readMessages(session, opportunities, ids, itsOwn);
		const bySave = new Map<number, Tracked[]>();
		for (const one of await readTracked(messages.map(({ id }) => id))) {
			const save = one.mail_message_id ?? 0;
			bySave.set(save, [...(bySave.get(save) ?? []), one]);
		}
		return (id) => {
			const changes = messages
				.filter(({ res_id: record }) => record === id)
				.flatMap(({ id: save, date: at }) =>
					(bySave.get(save) ?? []).map((told) => ({
						...{ field: told.field, at, save },
						...{ from: told.old_value_integer ?? 0, to: told.new_value_integer ?? 0 },
					})),
				);
			const of = (name: Name): readonly FieldChange[] =>
				changes.filter(({ field }) => field?.startsWith(`${labels.get(names[name])?.string} (`));
			return { stage: of('stage'), salesperson: of('salesperson'), active: of('active') };
		};
	};
}
