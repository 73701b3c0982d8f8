import { z } from 'zod';
import type { Instant } from '../../../domain/kernel/time';
import { momentOf } from '../../engine/moment';
import { lacking } from '../../engine/problem';
import type { Session } from '../../engine/session';
import type { Change } from '../../engine/steps';
import { readHistory } from './history';
import { changedAt, type Row } from './record';
import { among, idKey, readRows } from './soql';

const stageRow = z.object({
	Id: z.string(),
	OpportunityId: z.string(),
	StageName: z.string(),
	CreatedDate: z.string(),
});

/** Kept of every opportunity. Docs: Object Reference → OpportunityHistory */
export async function readStages(session: Session, ids: readonly string[]) {
	const entriesOf = await readHistory(
		session,
		{
			about: 'Salesforce stage history of opportunities',
			row: stageRow,
			select: Object.keys(stageRow.shape),
			from: 'OpportunityHistory',
			where: [among('OpportunityId', ids)],
		},
		{ record: (row) => row.OpportunityId, time: (row) => row.CreatedDate },
	);
	return (id: string): readonly Change[] =>
		entriesOf(id).map(({ StageName: value, at }) => ({ value, at }));
}

const fieldRow = z.object({
	Id: z.string(),
	OpportunityId: z.string(),
	CreatedDate: z.string(),
	OldValue: z.unknown(),
	NewValue: z.unknown(),
});

/** Each change of an owner comes twice: with the names, and with the IDs. */
const isId = (told: unknown): told is string =>
	typeof told === 'string' && /^00[5G][a-zA-Z0-9]{12}([a-zA-Z0-9]{3})?$/.test(told);

export interface Handover {
	readonly from: string;
	readonly to: string;
	readonly at: Instant;
}

/** Kept only while the field Opportunity Owner is tracked. Docs: Object Reference → OpportunityFieldHistory */
export async function readHandovers(session: Session, ids: readonly string[]) {
	const entriesOf = await readHistory(
		session,
		{
			about: 'Salesforce owner history of opportunities',
			row: fieldRow,
			select: Object.keys(fieldRow.shape),
			from: 'OpportunityFieldHistory',
			where: [among('OpportunityId', ids), "Field = 'Owner'"],
		},
		{ record: (row) => row.OpportunityId, time: (row) => row.CreatedDate },
	);
	return (id: string): readonly Handover[] =>
		entriesOf(id).flatMap(({ OldValue: from, NewValue: to, at }) =>
			isId(from) && isId(to) ? [{ from, to, at }] : [],
		);
}

const isSame = (a: string, b: string): boolean => idKey(a) === idKey(b);

/** Who owned an opportunity since when; undefined: its handovers do not lead to its owner. */
export function ownersOf(one: Row, handovers: readonly Handover[]): readonly Change[] | undefined {
	const first = { value: handovers[0]?.from ?? one.OwnerId, at: momentOf(one.CreatedDate) ?? 0 };
	let last = first;
	const owners = [first];
	for (const { from, to, at } of handovers) {
		if (!isSame(from, last.value)) return undefined;
		last = { value: to, at };
		owners.push(last);
	}
	const isLater = last.at > (changedAt(one) ?? 0); // handed on since it was listed
	return isLater || isSame(last.value, one.OwnerId) ? owners : undefined;
}

const definition = z.object({
	QualifiedApiName: z.string(),
	IsFieldHistoryTracked: z.boolean().nullish(),
});

/** FieldDefinition is filtered by its object only: more would not be taken. */
export async function checkTracking(session: Session): Promise<void> {
	const about = 'Salesforce fields of opportunities';
	const fields = await readRows(session, {
		about,
		row: definition,
		select: Object.keys(definition.shape),
		from: 'FieldDefinition',
		where: ["EntityDefinition.QualifiedApiName = 'Opportunity'"],
	});
	const isTracked = fields.some(
		({ QualifiedApiName: name, IsFieldHistoryTracked: tracked }) =>
			tracked === true && (name === 'OwnerId' || name === 'Owner'),
	);
	if (isTracked) return;
	throw lacking(
		about,
		'the history of Opportunity Owner is not kept, so nobody can tell who had an opportunity when it was closed',
		'Switch on field history tracking for Opportunity Owner before the month begins, or set Owner Is to Owner Now',
	);
}
