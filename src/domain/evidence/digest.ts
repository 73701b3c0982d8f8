import { canonicalJson } from '../kernel/canonicalJson';
import type { NewHash } from '../kernel/hash';
import { HashedText, pieceOf, type Mark, type Piece } from '../kernel/hashedText';
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

/** The last usual record as it was written: where it lies, and what a record must share with it to be like it. */
interface Written {
	readonly person: number;
	readonly kind: number;
	readonly idLength: number;
	readonly from: Mark;
	readonly assigned: Mark;
	readonly completed: Mark;
	readonly id: Mark;
	readonly to: Mark;
}

/** Stream, status and resolution as one number. */
const kindOf = ({ stream, status, resolved }: Item): number => (stream * 4 + status) * 4 + resolved;

const isTimed = ({ assigned, completed }: Item): boolean =>
	assigned !== NO_INSTANT && completed !== NO_INSTANT;

/** Writes records as canonical JSON, that is with their facts in the order of names. */
class RecordWriter {
	private readonly start = new Memo();
	private readonly end = new Memo();
	private readonly middle = new Memo();
	private last: Written | undefined;

	constructor(
		private readonly intake: Intake,
		private readonly out: HashedText,
	) {}

	write(item: Item): void {
		if (!this.writeLikeLast(item)) this.writeWhole(item);
	}

	/** A record that differs from the last usual one in its times and its id alone is that one with these changed. */
	private writeLikeLast(item: Item): boolean {
		const { out, last } = this;
		if (last === undefined || !this.isLike(last, item)) return false;
		const at = out.repeat(last.from, last.to);
		if (at === undefined) return false;
		const { ids } = this.intake.ledger;
		const shift = at - last.from.at;
		const isWritten =
			out.overwriteInstant(last.assigned.at + shift, item.assigned) &&
			out.overwriteInstant(last.completed.at + shift, item.completed) &&
			out.overwriteString(last.id.at + shift, ids.block(), ids.start(item.row), ids.end(item.row));
		if (!isWritten) out.truncate(at);
		return isWritten;
	}

	private isLike(last: Written, item: Item): boolean {
		return (
			item.person === last.person &&
			kindOf(item) === last.kind &&
			isUsual(item) &&
			isTimed(item) &&
			this.idLength(item.row) === last.idLength
		);
	}

	private writeWhole(item: Item): void {
		const { out } = this;
		const from = out.mark;
		out.piece(this.start.of(item.stream, () => this.startText(item)));
		const assigned = out.mark;
		this.instant(item.assigned);
		out.piece(completedAt);
		const completed = out.mark;
		this.instant(item.completed);
		if (isUsual(item)) out.piece(this.middle.of(item.person, () => this.middleText(item)));
		else out.text(this.middleText(item));
		const id = out.mark;
		const isPlain = this.recordId(item.row);
		const kind = kindOf(item);
		out.piece(this.end.of(kind, () => this.endText(item)));
		if (!isPlain || !isUsual(item) || !isTimed(item)) return;
		const idLength = this.idLength(item.row);
		this.last = {
			person: item.person,
			kind,
			idLength,
			from,
			assigned,
			completed,
			id,
			to: out.mark,
		};
	}

	private idLength(row: number): number {
		const { ids } = this.intake.ledger;
		return ids.end(row) - ids.start(row);
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

	/** Says whether the id stands there as it is. */
	private recordId(row: number): boolean {
		const { ids } = this.intake.ledger;
		if (this.out.plainString(ids.block(), ids.start(row), ids.end(row))) return true;
		this.out.text(canonicalJson(ids.text(row)));
		return false;
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
