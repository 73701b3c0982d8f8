import { z } from 'zod';
import type { Instant } from '../../../domain/kernel/time';
import type { Session } from '../../engine/session';
import { readHistory, type Dated } from './history';
import { among, orEmpty } from './soql';

const entry = z.object({
	Id: z.string(),
	CaseId: z.string(),
	OwnerId: orEmpty,
	Status: orEmpty,
	LastModifiedDate: z.string(),
});
export type CaseEntry = Dated<z.infer<typeof entry>>;

/**
 * Owner and status from each change of either on, the first at the creation; kept of every case, without field
 * history tracking. Docs: Object Reference → CaseHistory2 (API 59.0 and later)
 */
export const readCaseHistory = async (session: Session, ids: readonly string[]) =>
	await readHistory(
		session,
		{
			about: 'Salesforce history of cases',
			row: entry,
			select: Object.keys(entry.shape),
			from: 'CaseHistory2',
			where: [among('CaseId', ids)],
		},
		{ record: (row) => row.CaseId, time: (row) => row.LastModifiedDate },
	);

/** A change and the time that belongs to it may lie so far apart: they are saved in one transaction. */
const sameSave = 120_000;
export const isSameSave = (a: Instant, b: Instant): boolean => Math.abs(a - b) <= sameSave;
