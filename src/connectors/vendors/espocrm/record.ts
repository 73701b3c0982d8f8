import { z } from 'zod';
import type { Instant, TimeZone } from '../../../domain/kernel/time';
import { leadingDay } from '../../../domain/kernel/civil';
import { certainSteps, inGoneStage } from '../../engine/formerStages';
import type { FieldName } from '../../engine/parameters';
import type { Change, Steps } from '../../engine/steps';
import type { Item, Pause, Unclear } from '../../engine/stream';
import { ownersOf, stagesOf } from './history';
import type { Kind } from './kinds';
import type { Note } from './notes';
import { datetime, keptFields } from './records';
import type { Meaning } from './statuses';

const shape = {
	id: z.string(),
	createdAt: datetime,
	modifiedAt: datetime,
	assignedUserId: z.string().nullish(),
	stage: z.string().nullish(),
	status: z.string().nullish(),
	dateEnd: datetime.nullish(),
	dateEndDate: z.string().nullish(),
};
type Declared = z.infer<z.ZodObject<typeof shape>>;
export type Row = Declared & { readonly [field: string]: unknown };

/** Lets only the fields that are kept through, beside those that every stream declares. */
export const rowWire = (kept: readonly FieldName[]): z.ZodType<Row, z.ZodTypeDef, unknown> =>
	z
		.record(z.unknown())
		.transform((row) =>
			Object.fromEntries(
				Object.entries(row).filter(
					([name]) => name in shape || kept.some(({ from }) => from === name),
				),
			),
		)
		.pipe(z.object(shape).passthrough());

/** What the settings say, for every record alike. */
export interface Reading extends Meaning {
	readonly kind: Kind;
	readonly kept: readonly FieldName[];
	readonly baseUrl: string;
	/** Of due dates that are days. */
	readonly zone: TimeZone | undefined;
	readonly accountOf: (userId: string) => string;
	readonly firstReply: (notes: readonly Note[]) => Instant | undefined;
}

/** The spells in waiting statuses within the handler's own time, each with the status as its reason. */
const pausesOf = (stages: readonly Change[], steps: Steps, { pauses }: Reading): readonly Pause[] =>
	stages
		.map(({ value, at }, index) => ({ from: at, to: stages[index + 1]?.at, reason: value }))
		.filter(({ from, to, reason }) => pauses(reason) && from !== to)
		.filter(({ to }) => to === undefined || to > (steps.assignedAt ?? -Infinity))
		.filter(({ from }) => from < (steps.closedAt ?? Infinity));

/** A due date without a time is a day: its limit is the end of that day, 24:00. */
function dueOf({ dateEnd, dateEndDate }: Row, zone: TimeZone | undefined): Instant | undefined {
	const day = leadingDay(dateEndDate ?? '');
	return day === undefined ? (dateEnd ?? undefined) : zone?.at(day + 1, 0);
}

const unclear = (recordId: string, what: string): Unclear => ({
	recordId,
	unclear: `its stream does not lead to its present ${what}`,
	remedy: `Change its ${what} once more in EspoCRM, so that the stream tells it`,
});

const statusOf = (stage: string, isClosed: boolean, { isCancelled }: Reading): Item['status'] => {
	if (isCancelled(stage)) return 'cancelled';
	return isClosed ? 'done' : 'open';
};

const lastOf = (changes: readonly Change[]) => changes[changes.length - 1]?.value;

export function recordItem(row: Row, notes: readonly Note[], of: Reading): Item | Unclear {
	const { kind, zone } = of;
	const stage = row[kind.stage] ?? '';
	const present = { createdAt: row.createdAt, stage, owner: row.assignedUserId ?? '' };
	const reading = { stage: kind.stage, isClosed: of.isClosed };
	const stages = stagesOf(notes, present, reading);
	const owners = ownersOf(notes, present, stages, reading);
	if (lastOf(stages) !== stage) return unclear(row.id, kind.stage);
	if (lastOf(owners) !== present.owner) return unclear(row.id, 'assigned user');
	const steps = certainSteps(owners, stages, of);
	if (!steps) return inGoneStage(row.id, stages, of);
	return {
		recordId: row.id,
		recordUrl: `${of.baseUrl}/#${kind.entity}/view/${row.id}`,
		handler: steps.owner === undefined ? null : of.accountOf(steps.owner),
		status: statusOf(stage, steps.isClosed, of),
		assignedAt: steps.assignedAt,
		completedAt: steps.closedAt,
		dueAt: dueOf(row, zone),
		firstResponseAt: of.firstReply(notes),
		errors: steps.reopened,
		pauses: pausesOf(stages, steps, of),
		fields: keptFields(row, of.kept),
	};
}
