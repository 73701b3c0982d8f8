/** A number and a text in bytes: units of 7 bits for the number, then each UTF-16 unit on its own, so that bytes sort as code units do. */
function encode(tag: number, text: string, into: Uint8Array, from: number): number {
	let at = from;
	for (let rest = tag; ; rest = Math.floor(rest / 128)) {
		into[at++] = (rest % 128) + (rest >= 128 ? 128 : 0);
		if (rest < 128) break;
	}
	for (let i = 0; i < text.length; i += 1) {
		const unit = text.charCodeAt(i);
		if (unit < 0x80) into[at++] = unit;
		else at = encodeWide(unit, into, at);
	}
	return at;
}

function encodeWide(unit: number, into: Uint8Array, from: number): number {
	let at = from;
	if (unit < 0x800) into[at++] = 0xc0 | (unit >> 6);
	else {
		into[at++] = 0xe0 | (unit >> 12);
		into[at++] = 0x80 | ((unit >> 6) & 63);
	}
	into[at++] = 0x80 | (unit & 63);
	return at;
}

/** The text of bytes that `encode` wrote after the number. */
function decode(bytes: Uint8Array, from: number, to: number): string {
	let text = '';
	for (let at = from; at < to; ) {
		const byte = bytes[at] ?? 0;
		const more = byte < 0x80 ? 0 : byte < 0xe0 ? 1 : 2;
		let unit = more === 0 ? byte : byte & (more === 1 ? 31 : 15);
		for (let i = 1; i <= more; i += 1) unit = (unit << 6) | ((bytes[at + i] ?? 0) & 63);
		text += String.fromCharCode(unit);
		at += more + 1;
	}
	return text;
}

type Numbers = Uint8Array | Uint32Array;

/** `old` where it has room for `length`, else a copy of it that has. */
function withRoom<A extends Numbers>(old: A, length: number, make: (length: number) => A): A {
	if (length <= old.length) return old;
	const bigger = make(Math.max(length, old.length * 2));
	bigger.set(old);
	return bigger;
}

const bytesOf = (length: number): Uint8Array => new Uint8Array(length);
const numbersOf = (length: number): Uint32Array => new Uint32Array(length);

/** Spreads bytes over 32 bits. */
function hashOf(bytes: Uint8Array, from: number, to: number): number {
	let hash = 0x811c9dc5;
	for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
	hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
	return hash ^ (hash >>> 13);
}

/**
 * Distinct texts, each under a number, in one block of bytes: the n-th that is new gets the index n.
 * A text costs its bytes and about ten more, whoever else has it. Texts wait until many are looked up at
 * once, since memory answers many questions together in little more time than one.
 */
export class Texts {
	count = 0;
	private bytes = bytesOf(1 << 16);
	/** Where each text begins; the last entry is where the next will. */
	private starts = numbersOf(1 << 12);
	/** Open addressing: some bits of the hash above the index plus one; 0 is free. */
	private slots = numbersOf(1 << 13);
	private gathered = 0;
	private waiting = 0;
	/** Texts that wait lie behind the others: from here, each to its end. */
	private waitingFrom = 0;
	private waitingEnds = numbersOf(1 << 12);
	private waitingHashes = numbersOf(1 << 12);

	/** The index of a text under a number, new or known, at once. */
	intern(tag: number, text: string): number {
		this.wait(tag, text);
		const index = this.indexOf(this.waiting - 1);
		this.waiting -= 1;
		return index;
	}

	/** Puts a text (such as a record's id under its stream) in line. */
	wait(tag: number, text: string): void {
		const place = this.waiting;
		if (place === 0) this.waitingFrom = this.starts[this.count] ?? 0;
		const start = this.waitingStart(place);
		// A character takes three bytes at most, a number five.
		this.bytes = withRoom(this.bytes, start + text.length * 3 + 5, bytesOf);
		this.waitingEnds = withRoom(this.waitingEnds, place + 1, numbersOf);
		this.waitingHashes = withRoom(this.waitingHashes, place + 1, numbersOf);
		const end = encode(tag, text, this.bytes, start);
		this.waitingEnds[place] = end;
		this.waitingHashes[place] = hashOf(this.bytes, start, end);
		this.waiting = place + 1;
	}

	private waitingStart(place: number): number {
		return place === 0 ? this.waitingFrom : (this.waitingEnds[place - 1] ?? 0);
	}

	/** Reads where every waiting text will be looked for, so that all is near when its turn comes. */
	gather(): void {
		const mask = this.slots.length - 1;
		for (let place = 0; place < this.waiting; place += 1)
			this.gathered ^= this.slots[(this.waitingHashes[place] ?? 0) & mask] ?? 0;
	}

	/** The indexes of waiting texts are asked for in order; then they wait no longer. */
	clear(): void {
		this.waiting = 0;
	}

	/** Where a text's bytes are: after the bytes of its number. */
	start(index: number): number {
		let at = this.starts[index] ?? 0;
		while ((this.bytes[at] ?? 0) >= 128) at += 1;
		return at + 1;
	}

	end(index: number): number {
		return this.starts[index + 1] ?? 0;
	}

	/** The bytes that `start` and `end` point into; replaced when a text is added or put in line. */
	block(): Uint8Array {
		return this.bytes;
	}

	text(index: number): string {
		return decode(this.bytes, this.start(index), this.end(index));
	}

	/** The index of the text that waits at a place, new or known. */
	indexOf(place: number): number {
		const hash = this.waitingHashes[place] ?? 0;
		const mask = this.slots.length - 1;
		const mark = hash & ~mask;
		const start = this.waitingStart(place);
		const end = this.waitingEnds[place] ?? 0;
		for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
			const found = this.slots[slot] ?? 0;
			if (found === 0) {
				this.slots[slot] = mark | (this.count + 1);
				return this.append(start, end);
			}
			const index = (found & mask) - 1;
			if (((found ^ mark) & ~mask) === 0 && this.same(index, start, end)) return index;
		}
	}

	private same(index: number, from: number, to: number): boolean {
		const { bytes, starts } = this;
		const start = starts[index] ?? 0;
		if ((starts[index + 1] ?? 0) - start !== to - from) return false;
		for (let i = from; i < to; i += 1) if (bytes[start + i - from] !== bytes[i]) return false;
		return true;
	}

	/** A text that is new moves up to the others; where none before it was known, it lies there already. */
	private append(from: number, to: number): number {
		const index = this.count;
		const start = this.starts[index] ?? 0;
		this.starts = withRoom(this.starts, index + 2, numbersOf);
		if (start !== from) this.bytes.copyWithin(start, from, to);
		this.starts[index + 1] = start + to - from;
		this.count = index + 1;
		if (this.count * 4 > this.slots.length * 3) this.rehash();
		return index;
	}

	private rehash(): void {
		const slots = numbersOf(this.slots.length * 4);
		const mask = slots.length - 1;
		for (let index = 0; index < this.count; index += 1) {
			const hash = hashOf(this.bytes, this.starts[index] ?? 0, this.starts[index + 1] ?? 0);
			let slot = hash & mask;
			while (slots[slot] !== 0) slot = (slot + 1) & mask;
			slots[slot] = (hash & ~mask) | (index + 1);
		}
		this.slots = slots;
	}
}
