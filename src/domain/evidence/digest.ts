import { canonicalJson } from '../kernel/canonicalJson';
import type { NewHash } from '../kernel/hash';
import { HashedText, pieceOf, type Piece } from '../kernel/hashedText';
import { instantText, NO_INSTANT } from '../kernel/instant';
import type { Instant } from '../kernel/time';
import { CANCELLED, DONE, newItem, NOT_RESOLVED, OPEN, RESOLVED, UNTOLD, type Item } from './facts';
import type { Intake } from './intake';
import { noRare, rareOf, type PauseFact } from './rare';

const completedAt = pieceOf(',"completedAt":');
const nothing = pieceOf('null');
const comma = pieceOf(',');

const statuses = new Map([
	[DONE, '"done"'],
	[OPEN, '"open"'],
	[CANCELLED, '"cancelled"'],
]);
const resolvedTexts = new Map([
	[UNTOLD, 'null'],
	[NOT_RESOLVED, 'false'],
	[RESOLVED, 'true'],
]);

const pauseFact = ({ from, to, reason }: PauseFact): object => ({
	from,
	to: to ?? null,
	reason: reason ?? null,
});

/** A text that is the same as long as its key is: records that follow each other mostly share it. */
class Memo {
	private key = -1;
	private piece: Piece = '';

	of(key: number, text: () => string): Piece {
		if (key !== this.key) {
			this.key = key;
			this.piece = pieceOf(text());
		}
		return this.piece;
	}
}

const textOf = (instant: Instant): string | null =>
	instant === NO_INSTANT ? null : instantText(instant);

/** Writes records as canonical JSON, that is with their facts in the order of names. */
class RecordWriter {
	private readonly start = new Memo();
	private readonly end = new Memo();
	private readonly middle = new Memo();

	constructor(
		private readonly intake: Intake,
		private readonly out: HashedText,
	) {}

	write(item: Item): void {
		const { out } = this;
		out.piece(this.start.of(item.stream, () => this.startText(item)));
		this.instant(item.assigned);
		out.piece(completedAt);
		this.instant(item.completed);
		if (isUsual(item)) out.piece(this.middle.of(item.person, () => this.middleText(item)));
		else out.text(this.middleText(item));
		this.recordId(item.row);
		const kind = (item.stream * 4 + item.status) * 4 + item.resolved;
		out.piece(this.end.of(kind, () => this.endText(item)));
	}

	private startText({ stream }: Item): string {
		return `{"activity":${canonicalJson(this.intake.streams.all[stream]?.activity)},"assignedAt":`;
	}

	private middleText({ person, errors, errorsOpen, due, responded, rare: index }: Item): string {
		const rare = index === 0 ? noRare : rareOf(this.intake.ledger.rares.text(index));
		return (
			`,"delayReason":${canonicalJson(rare.delayReason)},"dueAt":${canonicalJson(textOf(due))}` +
			`,"employeeId":${canonicalJson(this.intake.staff.people[person]?.id)}` +
			`,"errors":${errors},"errorsOpen":${errorsOpen}` +
			`,"excuseApprovedBy":${canonicalJson(rare.excuseApprovedBy)}` +
			`,"excuseCode":${canonicalJson(rare.excuseCode)}` +
			`,"excuseEvidence":${canonicalJson(rare.excuseEvidence)}` +
			`,"fields":${canonicalJson(rare.fields ?? {})}` +
			`,"firstResponseAt":${canonicalJson(textOf(responded))},"kind":"evidence"` +
			`,"pauses":${canonicalJson((rare.pauses ?? []).map(pauseFact))},"recordId":`
		);
	}

	private endText({ stream, status, resolved }: Item): string {
		const { source, system } = this.intake.streams.all[stream] ?? { source: '', system: '' };
		return (
			`,"resolved":${resolvedTexts.get(resolved) ?? ''},"source":${canonicalJson(source)}` +
			`,"status":${statuses.get(status) ?? ''},"system":${canonicalJson(system)}}`
		);
	}

	private recordId(row: number): void {
		const { ids } = this.intake.ledger;
		if (!this.out.plainString(ids.block(), ids.start(row), ids.end(row)))
			this.out.text(canonicalJson(ids.text(row)));
	}

	private instant(instant: Instant): void {
		if (instant === NO_INSTANT) this.out.piece(nothing);
		else this.out.instant(instant);
	}
}

/** Rows that are fetched together from memory. */
const AT_ONCE = 256;

/** Whether all between the completion and the record's id follows from the person alone. */
const isUsual = ({ errors, errorsOpen, due, responded, rare }: Item): boolean =>
	errors + errorsOpen + rare === 0 && due === NO_INSTANT && responded === NO_INSTANT;

/** SHA-256 of the canonical JSON of records with all their facts, in the order of the rows. */
export function digestOf(intake: Intake, rows: Uint32Array, newHash: NewHash): string {
	const hash = newHash();
	const out = new HashedText(hash);
	const writer = new RecordWriter(intake, out);
	const item = newItem();
	out.text('[');
	for (let i = 0; i < rows.length; i += 1) {
		if (i % AT_ONCE === 0) intake.ledger.gather(rows.subarray(i, i + AT_ONCE));
		if (i > 0) out.piece(comma);
		intake.ledger.read(rows[i] ?? 0, item);
		writer.write(item);
	}
	out.text(']');
	out.flush();
	return hash.hex();
}
