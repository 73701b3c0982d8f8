import { z } from 'zod';
import type { Instant } from '../../../domain/kernel/time';
import { lacking } from '../../engine/problem';
import type { Session } from '../../engine/session';
import type { Unclear } from '../../engine/stream';
import type { Parameter } from '../../engine/system';
import { recordsList } from './records';
import { id, link, moment } from './values';

const shape = {
	...{ id, code: z.string().nullish(), datep: moment, authorid: link },
	elementid: link,
	/** The other name of the number of the record, by version. */
	fk_element: link,
};
type Row = z.infer<z.ZodObject<typeof shape>>;

/** What the agenda noted of a record. */
export interface Event {
	readonly code: string;
	readonly at: Instant;
	/** The number of the user who did it; undefined: somebody from outside. */
	readonly by: string | undefined;
}

export const eventsList = async (session: Session, filters: readonly string[]) =>
	await recordsList(session, {
		...{ what: 'agenda events', path: 'agendaevents', wire: z.object(shape), filters },
		...{ key: 't.id', limit: 500, properties: Object.keys(shape) },
	});

function eventOf({ id: number, code, datep: at, authorid: by }: Row): Event {
	if (at !== undefined) return { code: code ?? '', at, by };
	const found = `the event ${number} has no time`;
	throw lacking('Dolibarr agenda events', found, 'Look at it in the agenda of Dolibarr');
}

/** The events of some records, in the order in which they were noted. Code: htdocs/core/triggers/interface_50_modAgenda_ActionsAuto.class.php */
export async function readEvents(
	session: Session,
	kind: 'propal' | 'ticket',
	ids: readonly string[],
): Promise<(record: string) => readonly Event[]> {
	const filters = [`(t.elementtype:=:'${kind}')`, `(t.fk_element:in:${ids.join(',')})`];
	const rows = ids.length === 0 ? [] : await session.all(await eventsList(session, filters));
	const events = rows.map((row) => ({
		record: row.elementid ?? row.fk_element,
		event: eventOf(row),
	}));
	return (record) => events.filter((one) => one.record === record).map(({ event }) => event);
}

/** An event and the record are written in one go, a moment apart. */
const sameStep = 60_000;

/** Whether the last of the events is what the record itself keeps of this step. */
export const tellsLast = (events: readonly Event[], kept: Instant | undefined): boolean => {
	const last = events[events.length - 1];
	return last === undefined || kept === undefined
		? last === kept
		: Math.abs(last.at - kept) <= sameStep;
};

export const steps = (recordDescription: string): Parameter => ({
	name: 'steps',
	label: 'Steps',
	description: 'Where the steps of the work are read from',
	kind: 'choice',
	default: 'agenda',
	choices: [
		{
			value: 'agenda',
			label: 'Agenda Events',
			description:
				'Each step with its time and user; the module Agenda has to note these events by itself',
		},
		{ value: 'record', label: 'Record Only', description: recordDescription },
	],
});

export const untold = (recordId: string, remedy: string): Unclear => ({
	recordId,
	unclear: 'its agenda events do not lead to its present state',
	remedy: `Let the module Agenda note them by itself (its setup, automatic filling); ${remedy}`,
});
