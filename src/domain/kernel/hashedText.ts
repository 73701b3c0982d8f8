import { dayText } from './civil';
import type { Hash } from './hash';
import { DAY, instantText } from './instant';
import type { Day, Instant } from './time';

const ROOM = 1 << 16;
const [QUOTE, BACKSLASH, ZERO, COLON, DOT, T, Z] = [34, 92, 48, 58, 46, 84, 90];

/** Bytes that stand for themselves in JSON text. */
const isPlain = (code: number): boolean =>
	code >= 32 && code < 127 && code !== QUOTE && code !== BACKSLASH;

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));

/** A text that is added often: its bytes, where all of it is ASCII. */
export type Piece = Uint8Array | string;

export const pieceOf = (text: string): Piece => (/^[ -~]*$/.test(text) ? ascii(text) : text);

/** Text on its way to a hash: pieces are gathered in bytes, so that the hash is seldom called. */
export class HashedText {
	private readonly buffer = new Uint8Array(ROOM);
	private readonly dates = new Map<Day, Uint8Array>();
	private at = 0;

	constructor(private readonly hash: Hash) {}

	/** Adds a prepared text as it is. */
	piece(piece: Piece): void {
		if (typeof piece === 'string' || piece.length > ROOM) return this.whole(piece);
		if (this.at + piece.length > ROOM) this.flush();
		this.buffer.set(piece, this.at);
		this.at += piece.length;
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
		const day = Math.floor(instant / DAY);
		const date = this.dates.get(day) ?? this.learn(day);
		if (date.length !== 10) return this.text(`"${instantText(instant)}"`);
		if (this.at + 26 > ROOM) this.flush();
		const { buffer, at } = this;
		buffer[at] = QUOTE;
		for (let i = 0; i < 10; i += 1) buffer[at + 1 + i] = date[i] ?? 0;
		this.clock(at + 11, instant - day * DAY);
		buffer[at + 25] = QUOTE;
		this.at = at + 26;
	}

	/** Gives all that was gathered to the hash. */
	flush(): void {
		if (this.at > 0) this.hash.update(this.buffer.subarray(0, this.at));
		this.at = 0;
	}

	private whole(text: Piece): void {
		this.flush();
		this.hash.update(text);
	}

	private learn(day: Day): Uint8Array {
		const date = ascii(dayText(day));
		this.dates.set(day, date);
		return date;
	}

	/** T01:12:00.000Z */
	private clock(at: number, ms: number): void {
		const { buffer } = this;
		const seconds = Math.floor(ms / 1000);
		const minutes = Math.floor(seconds / 60);
		const rest = ms - seconds * 1000;
		buffer[at] = T;
		this.two(at + 1, Math.floor(minutes / 60));
		buffer[at + 3] = COLON;
		this.two(at + 4, minutes % 60);
		buffer[at + 6] = COLON;
		this.two(at + 7, seconds % 60);
		buffer[at + 9] = DOT;
		buffer[at + 10] = ZERO + Math.floor(rest / 100);
		this.two(at + 11, rest % 100);
		buffer[at + 13] = Z;
	}

	private two(at: number, value: number): void {
		const tens = Math.floor(value / 10);
		this.buffer[at] = ZERO + tens;
		this.buffer[at + 1] = ZERO + value - tens * 10;
	}
}
