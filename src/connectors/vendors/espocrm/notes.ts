import { z } from 'zod';
import type { List } from '../../engine/page';
import { withQuery } from '../../engine/page';
import { lacking, outcomeOf } from '../../engine/problem';
import type { Session } from '../../engine/session';
import { datetime, recordsList } from './records';
import { explain } from './refusal';

const text = z.string().nullish();
const was = z.object({ status: text, stage: text }).nullish();
const data = z.object({
	/** The new status. */
	value: text,
	/** Of a note of a creation, the first status. */
	statusValue: text,
	assignedUserId: text,
	attributes: z.object({ was, became: was }).nullish(),
});

const noteWire = z.object({
	id: z.string(),
	number: z.number(),
	type: z.string(),
	createdAt: datetime,
	createdById: text,
	parentType: text,
	parentId: text,
	isInternal: z.boolean().nullish(),
	/** PHP makes an empty list of what holds nothing. */
	data: z.preprocess((told) => (Array.isArray(told) ? undefined : told), data.nullish()),
});
export type Note = z.infer<typeof noteWire>;

const wire = z.object({ list: z.array(noteWire), total: z.number() });
type Body = z.infer<typeof wire>;

const mostNotes = 200; // more is refused

/** The newest first. Docs: docs.espocrm.com → Development → API → Stream */
export const notesList = (
	session: Session,
	entity: string,
	id: string,
	maxSize = mostNotes,
): List<Body, Note> => ({
	about: `EspoCRM stream of ${entity} ${id}`,
	wire,
	explain,
	first: {
		method: 'GET',
		url: `${session.baseUrl}/api/v1/${entity}/${encodeURIComponent(id)}/stream`,
		query: { maxSize: String(maxSize) },
	},
	rows: (body) => body.list,
	paging: {
		kind: 'offset',
		put: (request, offset) => withQuery(request, { offset }),
		more: ({ list }) => list.length === maxSize,
	},
});

/** Whether a record is there: a 404 of its stream alone can be a wrong address. */
async function isListed(session: Session, entity: string, id: string): Promise<boolean> {
	const row = z.object({ id: z.string() });
	const conditions = [{ type: 'equals', attribute: 'id', value: id }] as const;
	const list = recordsList(session, { entity, conditions, select: ['id'], row, maxSize: 1 });
	return (await session.ask({ ...list, request: list.first })).list.length > 0;
}

async function readAll(session: Session, entity: string, id: string): Promise<readonly Note[]> {
	const list = notesList(session, entity, id);
	const notes = new Map<string, Note>();
	let total = 0;
	for await (const { body, rows } of session.pages(list)) {
		for (const note of rows) notes.set(note.id, note);
		total = body.total;
	}
	if (notes.size < total)
		throw lacking(list.about, `${notes.size} of ${total} notes came`, 'Read it again');
	// The stream also has notes of records below this one, such as the e-mails of a case of an account.
	return [...notes.values()]
		.filter(({ parentType, parentId }) => parentType === entity && parentId === id)
		.sort((a, b) => a.number - b.number);
}

/** A record's own notes, the oldest first; undefined: it was deleted since it was listed. */
export async function readNotes(
	session: Session,
	entity: string,
	id: string,
): Promise<readonly Note[] | undefined> {
	const read = await outcomeOf(readAll(session, entity, id));
	if (read.ok) return read.value;
	if (read.error.problem.status !== 404 || (await isListed(session, entity, id))) throw read.error;
	return undefined;
}
