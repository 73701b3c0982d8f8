import type { Instant } from '../../../domain/kernel/time';
import { momentOf } from '../../engine/moment';
import type { Session } from '../../engine/session';
import { idKey, readRows, type Query } from './soql';

interface Entry {
	readonly Id: string;
}
export type Dated<Row> = Row & { readonly at: Instant };

/** Of two entries of one second, the one with the later Id was made later. */
const oldestFirst = (a: Dated<Entry>, b: Dated<Entry>): number =>
	a.at - b.at || (a.Id < b.Id ? -1 : 1);

/** The entries of each record, oldest first; none for a record that has none. */
export async function readHistory<Row extends Entry>(
	session: Session,
	query: Query<Row>,
	of: { readonly record: (row: Row) => string; readonly time: (row: Row) => string },
): Promise<(id: string) => readonly Dated<Row>[]> {
	const byRecord = new Map<string, Dated<Row>[]>();
	for (const row of await readRows(session, query)) {
		const at = momentOf(of.time(row));
		if (at === undefined) continue;
		const key = idKey(of.record(row));
		byRecord.set(key, [...(byRecord.get(key) ?? []), { ...row, at }]);
	}
	for (const entries of byRecord.values()) entries.sort(oldestFirst);
	return (id) => byRecord.get(idKey(id)) ?? [];
}
