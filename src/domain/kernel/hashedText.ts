import { dayText } from './civil';
import type { Hash } from './hash';
import { DAY, instantText } from './instant';
import type { Day, Instant } from './time';

const ROOM = 1 << 17;
const SHORT = 48;
const INSTANT_LENGTH = 26;
const [QUOTE, BACKSLASH, ZERO, COLON, DOT, T, Z] = [34, 92, 48, 58, 46, 84, 90];

/** Bytes that stand for themselves in JSON text. */
const isPlain = (code: number): boolean =>
	code >= 32 && code < 127 && code !== QUOTE && code !== BACKSLASH;

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));

/** A text that is added often: its bytes, where all of it is ASCII. */
export type Piece = Uint8Array | string;

export const pieceOf = (text: string): Piece => (/^[ -~]*$/.test(text) ? ascii(text) : text);

/** A place in the buffer, and how often that was emptied before. */
export interface Mark {
	readonly at: number;
	readonly flushes: number;
}

/** Text on its way to a hash: pieces are gathered in bytes, so that the hash is seldom called. */
export class HashedText {
	private readonly buffer = new Uint8Array(ROOM);
	private readonly dates = new Map<Day, Uint8Array>();
	private at = 0;
	private lastDay: Day = NaN;
	private lastDate = ascii('');
	private flushes = 0;

	constructor(private readonly hash: Hash) {}

	/** Adds a prepared text as it is. */
	piece(piece: Piece): void {
		if (typeof piece === 'string' || piece.length > ROOM) return this.whole(piece);
		const { length } = piece;
		if (this.at + length > ROOM) this.flush();
		const { buffer, at } = this;
		// Short pieces are sooner copied than a copy is set up.
		if (length > SHORT) buffer.set(piece, at);
		else for (let i = 0; i < length; i += 1) buffer[at + i] = piece[i] ?? 0;
		this.at = at + length;
	}

	/** Adds any text as it is, in UTF-8. */
	text(text: string): void {
		if (this.at + text.length > ROOM) this.flush();
		if (text.length > ROOM) return this.whole(text);
		const start = this.at;
		for (let i = 0; i < text.length; i += 1) {
			const code = text.charCodeAt(i);
			// Text beyond ASCII is the hash's to encode.
			if (code > 126) return this.whole(text);
			this.buffer[start + i] = code;
		}
		this.at = start + text.length;
	}

	/** Where the next byte goes, in a buffer that is emptied now and then. */
	get mark(): Mark {
		return { at: this.at, flushes: this.flushes };
	}

	/** Adds again what was added between two marks, and says where it now is; undefined: it is gone, or there is no room. */
	repeat(from: Mark, to: Mark): number | undefined {
		const { at, buffer } = this;
		const length = to.at - from.at;
		if (from.flushes !== this.flushes || to.flushes !== this.flushes || at + length > ROOM)
			return undefined;
		buffer.copyWithin(at, from.at, to.at);
		this.at = at + length;
		return at;
	}

	/** Takes back all from a place on. */
	truncate(at: number): void {
		this.at = at;
	}

	/** Overwrites a JSON string of as many bytes; false where these need an escape. */
	overwriteString(at: number, source: Uint8Array, from: number, to: number): boolean {
		const { buffer } = this;
		for (let i = from; i < to; i += 1) {
			const byte = source[i] ?? 0;
			if (!isPlain(byte)) return false;
			buffer[at + 1 + i - from] = byte;
		}
		return true;
	}

	/** Overwrites an instant; false where its year has not four digits. */
	overwriteInstant(at: number, instant: Instant): boolean {
		const day = Math.floor(instant / DAY);
		const date = day === this.lastDay ? this.lastDate : this.dateOf(day);
		if (date.length !== 10) return false;
		const { buffer } = this;
		for (let i = 0; i < 10; i += 1) buffer[at + 1 + i] = date[i] ?? 0;
		this.clock(at + 11, (instant - day * DAY) | 0);
		return true;
	}

	/** Adds bytes of `source` as a JSON string where they need no escape; else adds nothing and says false. */
	plainString(source: Uint8Array, from: number, to: number): boolean {
		for (let i = from; i < to; i += 1) if (!isPlain(source[i] ?? 0)) return false;
		const length = to - from + 2;
		if (length > ROOM) return false;
		if (this.at + length > ROOM) this.flush();
		const { buffer } = this;
		let at = this.at;
		buffer[at++] = QUOTE;
		for (let i = from; i < to; i += 1) buffer[at++] = source[i] ?? 0;
		buffer[at++] = QUOTE;
		this.at = at;
		return true;
	}

	/** Adds an instant as a JSON string in UTC: "2026-10-08T01:12:00.000Z". */
	instant(instant: Instant): void {
		if (this.at + INSTANT_LENGTH > ROOM) this.flush();
		const { buffer, at } = this;
		if (!this.overwriteInstant(at, instant)) return this.text(`"${instantText(instant)}"`);
		buffer[at] = QUOTE;
		buffer[at + INSTANT_LENGTH - 1] = QUOTE;
		this.at = at + INSTANT_LENGTH;
	}

	/** Gives all that was gathered to the hash. */
	flush(): void {
		if (this.at > 0) this.hash.update(this.buffer.subarray(0, this.at));
		this.at = 0;
		this.flushes += 1;
	}

	private whole(text: Piece): void {
		this.flush();
		this.hash.update(text);
	}

	private dateOf(day: Day): Uint8Array {
		let date = this.dates.get(day);
		if (date === undefined) {
			date = ascii(dayText(day));
			this.dates.set(day, date);
		}
		this.lastDay = day;
		this.lastDate = date;
		return date;
	}

	/** T01:12:00.000Z */
	private clock(at: number, ms: number): void {
		const { buffer } = this;
		const seconds = (ms / 1000) | 0;
		const minutes = (seconds / 60) | 0;
		const hours = (minutes / 60) | 0;
		const rest = ms - seconds * 1000;
		const hundreds = (rest / 100) | 0;
		buffer[at] = T;
		this.two(at + 1, hours);
		buffer[at + 3] = COLON;
		this.two(at + 4, minutes - hours * 60);
		buffer[at + 6] = COLON;
		this.two(at + 7, seconds - minutes * 60);
		buffer[at + 9] = DOT;
		buffer[at + 10] = ZERO + hundreds;
		this.two(at + 11, rest - hundreds * 100);
		buffer[at + 13] = Z;
	}

	private two(at: number, value: number): void {
		const tens = (value / 10) | 0;
		this.buffer[at] = ZERO + tens;
		this.buffer[at + 1] = ZERO + value - tens * 10;
	}
}
