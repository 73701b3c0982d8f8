import type { FieldName } from '../../engine/parameters';
import { lacking } from '../../engine/problem';
import type { Session } from '../../engine/session';
import { readFields } from './rpc';
import { plain } from './values';

interface Kind {
	readonly model: string;
	/** As messages name the records. */
	readonly noun: string;
}

/** Reads the kinds of the fields that are kept; then gives their values. */
export async function openKept(
	session: Session,
	{ model, noun }: Kind,
	kept: readonly FieldName[],
) {
	const names = kept.map(({ from }) => from);
	const known = names.length === 0 ? undefined : await readFields(session, model, names);
	const missing = names.find((name) => known?.has(name) !== true);
	if (missing !== undefined) {
		const found = `there is no field ${missing.slice(0, 60)}`;
		throw lacking(`Odoo ${noun}`, found, 'Choose in Further Fields from the list');
	}
	return (row: { readonly kept: { readonly [name: string]: unknown } }) =>
		Object.fromEntries(kept.map(({ from, as }) => [as, plain(row.kept[from], known?.get(from))]));
}
