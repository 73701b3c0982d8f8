import { z } from 'zod';
import type { Instant, TimeZone } from '../../../domain/kernel/time';
import { momentOf } from '../../engine/moment';
import { lacking } from '../../engine/problem';
import type { Session } from '../../engine/session';
import { documentsList, text, type Documents, type Row } from './documents';
import { claimDocType } from './site';

/** So many names fit an address. */
export const historyBatch = 40;
const page = { pageSize: 500, endsWhenShort: true };

interface Event {
	readonly at: Instant;
	/** The user who did it. */
	readonly by: string;
}
/** One save of a document: which fields it changed. */
export interface Version extends Event {
	readonly changed: readonly (readonly [field: string, before: unknown, after: unknown])[];
}
/** A workflow action: the state it led to. */
export interface Transition extends Event {
	readonly state: string;
}
/** Events of a document, oldest first; of a document without any, none. */
export type History<E> = (name: string) => readonly E[];

interface Kind<E extends Event> {
	readonly documents: Documents;
	/** The field that holds the document's name. */
	readonly nameField: string;
	readonly event: (row: Row, common: Event) => E;
}

async function readEvents<E extends Event>(
	session: Session,
	zone: TimeZone,
	{ documents, nameField, event }: Kind<E>,
): Promise<History<E>> {
	const byName = new Map<string, E[]>();
	for (const row of await session.all(documentsList(session.baseUrl, documents))) {
		const at = momentOf(text(row['creation']), zone);
		if (at === undefined)
			throw lacking(
				`Frappe ${documents.docType}`,
				`${row.name} has no time that can be read`,
				'Look at it in Frappe',
			);
		const name = text(row[nameField]) ?? '';
		const events = byName.get(name) ?? [];
		events.push(event(row, { at, by: text(row['owner']) ?? '' }));
		byName.set(name, events);
	}
	for (const events of byName.values()) events.sort((a, b) => a.at - b.at);
	return (name) => byName.get(name) ?? [];
}

const change = z.tuple([z.string(), z.unknown(), z.unknown()]);
const data = z.object({ changed: z.array(change).nullish() });

function changesOf(json: string): Version['changed'] {
	try {
		const read = data.safeParse(JSON.parse(json));
		return read.success
			? (read.data.changed ?? []).map(([f, before, after]) => [f, before, after])
			: [];
	} catch {
		return [];
	}
}

/** What Track Changes keeps. Code: frappe/core/doctype/version/version.py */
export const readVersions = async (
	session: Session,
	zone: TimeZone,
	names: readonly string[],
): Promise<History<Version>> =>
	await readEvents(session, zone, {
		documents: {
			docType: 'Version',
			fields: ['docname', 'owner', 'creation', 'data'],
			filters: [
				['ref_doctype', '=', claimDocType],
				['docname', 'in', names],
			],
			...page,
		},
		nameField: 'docname',
		event: (row, common) => ({ ...common, changed: changesOf(text(row['data']) ?? '') }),
	});

/** Each workflow action leaves a comment with the new state. Code: frappe/model/workflow.py */
export const readTransitions = async (
	session: Session,
	zone: TimeZone,
	names: readonly string[],
): Promise<History<Transition>> =>
	await readEvents(session, zone, {
		documents: {
			docType: 'Comment',
			fields: ['reference_name', 'owner', 'creation', 'content'],
			filters: [
				['reference_doctype', '=', claimDocType],
				['reference_name', 'in', names],
				['comment_type', '=', 'Workflow'],
			],
			...page,
		},
		nameField: 'reference_name',
		event: (row, common) => ({
			...common,
			state: (text(row['content']) ?? '').replace(/<[^>]*>/g, '').trim(),
		}),
	});
