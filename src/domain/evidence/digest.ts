import { canonicalJson } from '../kernel/canonicalJson';
import type { NewHash } from '../kernel/hash';
import { instantText, NO_INSTANT } from '../kernel/instant';
import type { Instant } from '../kernel/time';
import { CANCELLED, DONE, newItem, RESOLVED, UNTOLD, type Item } from './facts';
import type { Intake } from './intake';
import { rareOf } from './rare';

const textOf = (instant: Instant): string | null =>
	instant === NO_INSTANT ? null : instantText(instant);

function statusText(status: number): string {
	if (status === DONE) return 'done';
	return status === CANCELLED ? 'cancelled' : 'open';
}

function factsOf(intake: Intake, item: Item): object {
	const stream = intake.streams.all[item.stream];
	const rare = rareOf(intake.ledger.rares.text(item.rare));
	return {
		kind: 'evidence',
		...stream,
		recordId: intake.ledger.ids.text(item.row),
		employeeId: intake.staff.people[item.person]?.id,
		status: statusText(item.status),
		assignedAt: textOf(item.assigned),
		dueAt: textOf(item.due),
		completedAt: textOf(item.completed),
		firstResponseAt: textOf(item.responded),
		resolved: item.resolved === UNTOLD ? null : item.resolved === RESOLVED,
		errors: item.errors,
		errorsOpen: item.errorsOpen,
		excuseCode: rare.excuseCode ?? null,
		excuseApprovedBy: rare.excuseApprovedBy ?? null,
		excuseEvidence: rare.excuseEvidence ?? null,
		delayReason: rare.delayReason ?? null,
		fields: rare.fields ?? {},
		pauses: (rare.pauses ?? []).map(({ from, to, reason }) => ({
			from,
			to: to ?? null,
			reason: reason ?? null,
		})),
	};
}

/** SHA-256 of the canonical JSON of records with all their facts, in the order of the rows. */
export function digestOf(intake: Intake, rows: Uint32Array, newHash: NewHash): string {
	const hash = newHash();
	const item = newItem();
	hash.update('[');
	rows.forEach((row, index) => {
		intake.ledger.read(row, item);
		hash.update((index === 0 ? '' : ',') + canonicalJson(factsOf(intake, item)));
	});
	hash.update(']');
	return hash.hex();
}
