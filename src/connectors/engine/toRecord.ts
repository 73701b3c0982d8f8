import type { EvidenceRecord } from '../../domain/evidence/record';
import { instantText } from '../../domain/kernel/instant';
import type { Instant } from '../../domain/kernel/time';
import type { Item, Pause } from './stream';

const text = (instant: Instant | undefined): string | null =>
	instant === undefined ? null : instantText(instant);

const orNull = <T>(value: T | null | undefined): T | null => value ?? null;

const pauseRecord = ({ from, to, reason }: Pause) => ({
	from: instantText(from),
	to: text(to),
	reason,
});

/** An item as evidence: every field is there, null where it is not known. */
export function toRecord(
	item: Item,
	of: {
		readonly source: string;
		readonly system: string;
		readonly activity: string;
		readonly fetchedAt: Instant;
	},
): EvidenceRecord {
	return {
		kind: 'evidence',
		source: of.source,
		system: of.system,
		recordId: item.recordId,
		recordUrl: orNull(item.recordUrl),
		activity: of.activity,
		employeeId: null,
		handler: orNull(item.handler),
		status: item.status,
		assignedAt: text(item.assignedAt),
		dueAt: text(item.dueAt),
		completedAt: item.status === 'done' ? text(item.completedAt) : null,
		firstResponseAt: text(item.firstResponseAt),
		resolved: orNull(item.resolved),
		errors: orNull(item.errors),
		errorsOpen: orNull(item.errorsOpen),
		pauses: (item.pauses ?? []).map(pauseRecord),
		excuseCode: orNull(item.excuseCode),
		excuseApprovedBy: orNull(item.excuseApprovedBy),
		excuseEvidence: orNull(item.excuseEvidence),
		delayReason: orNull(item.delayReason),
		fields: item.fields ?? {},
		fetchedAt: instantText(of.fetchedAt),
	};
}
