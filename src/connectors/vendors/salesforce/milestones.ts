import { z } from 'zod';
import type { Instant } from '../../../domain/kernel/time';
import { momentOf } from '../../engine/moment';
import { lacking } from '../../engine/problem';
import type { Session } from '../../engine/session';
import { readHistory, type Dated } from './history';
import { among, idKey, orEmpty, readRows } from './soql';

const type = z.object({ Id: z.string(), Name: z.string() });

export const readMilestoneTypes = async (session: Session) =>
	await readRows(session, {
		about: 'Salesforce milestones',
		row: type,
		select: Object.keys(type.shape),
		from: 'MilestoneType',
	});

/** Refuses a milestone that there is not: it would never be met, and nothing would ever be due. */
export async function checkMilestones(session: Session, wanted: readonly string[]): Promise<void> {
	if (wanted.length === 0) return;
	const known = await readMilestoneTypes(session);
	const missing = wanted.find((id) => !known.some(({ Id }) => idKey(Id) === idKey(id)));
	if (missing === undefined) return;
	const names = known.map(({ Id, Name }) => `${Name} (${Id})`).join(', ');
	const found = `there is no milestone ${missing.slice(0, 60)}`;
	throw lacking('Salesforce milestones', found, `Choose one of ${names || 'none'} in the list`);
}

const milestone = z.object({
	Id: z.string(),
	CaseId: z.string(),
	MilestoneTypeId: orEmpty,
	StartDate: orEmpty,
	TargetDate: z.string().nullish(),
	CompletionDate: z.string().nullish(),
});
export type Milestone = Dated<z.infer<typeof milestone>>;

/** The milestones of some types, in order of their starts. Docs: Object Reference → CaseMilestone */
export const readMilestones = async (
	session: Session,
	ids: readonly string[],
	types: readonly string[],
) =>
	await readHistory(
		session,
		{
			about: 'Salesforce milestones of cases',
			row: milestone,
			select: Object.keys(milestone.shape),
			from: 'CaseMilestone',
			where: [among('CaseId', ids), among('MilestoneTypeId', types)],
		},
		{ record: (row) => row.CaseId, time: (row) => row.StartDate },
	);

/** The first target, or the first completion, of the milestones of a type. */
export function milestoneAt(
	milestones: readonly Milestone[],
	wanted: string | undefined,
	field: 'TargetDate' | 'CompletionDate',
): Instant | undefined {
	const own = milestones.filter(
		({ MilestoneTypeId: id }) => wanted !== undefined && idKey(id) === idKey(wanted),
	);
	return own.flatMap((one) => momentOf(one[field]) ?? [])[0];
}
