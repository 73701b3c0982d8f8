/** A number and a text in bytes: units of 7 bits for the number, then each UTF-16 unit on its own, so that bytes sort as code units do. */
function encode(tag: number, text: string, into: Uint8Array): number {
	let at = 0;
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

function grown<A extends Uint8Array | Uint32Array>(old: A, bigger: A): A {
	bigger.set(old);
	return bigger;
}

/**
 * Distinct texts, each under a number, in one block of bytes: the n-th that is new gets the index n.
 * A text costs its bytes and about ten more, whoever else has it.
 */
export class Texts {
	count = 0;
	private scratch = new Uint8Array(1024);
	private bytes = new Uint8Array(1 << 16);
	/** Where each text begins; the last entry is where the next will. */
	private starts = new Uint32Array(1 << 12);
	/** Open addressing: a few bits of the hash above the index plus one; 0 is free. */
	private slots = new Uint32Array(1 << 13);

	/** The index of a text under a number (such as a record's id under its stream), new or known. */
	intern(tag: number, text: string): number {
		if (text.length * 3 + 8 > this.scratch.length) this.scratch = new Uint8Array(text.length * 4);
		const length = encode(tag, text, this.scratch);
		const hash = this.hashOf(this.scratch, 0, length);
		const mask = this.slots.length - 1;
		const mark = hash & ~mask;
		for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
			const found = this.slots[slot] ?? 0;
			if (found === 0) return this.append(length, slot, mark);
			if (((found ^ mark) & ~mask) === 0 && this.same((found & mask) - 1, length))
				return (found & mask) - 1;
		}
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

	/** The bytes that `start` and `end` point into; replaced when a text is added. */
	block(): Uint8Array {
		return this.bytes;
	}

	text(index: number): string {
		const end = this.end(index);
		let text = '';
		for (let at = this.start(index); at < end; ) {
			const byte = this.bytes[at] ?? 0;
			const more = byte < 0x80 ? 0 : byte < 0xe0 ? 1 : 2;
			let unit = more === 0 ? byte : byte & (more === 1 ? 31 : 15);
			for (let i = 1; i <= more; i += 1) unit = (unit << 6) | ((this.bytes[at + i] ?? 0) & 63);
			text += String.fromCharCode(unit);
			at += more + 1;
		}
		return text;
	}

	private hashOf(bytes: Uint8Array, from: number, to: number): number {
		let hash = 0x811c9dc5;
		for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
		hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
		return hash ^ (hash >>> 13);
	}

	private same(index: number, length: number): boolean {
		const start = this.starts[index] ?? 0;
		if ((this.starts[index + 1] ?? 0) - start !== length) return false;
		for (let i = 0; i < length; i += 1) if (this.bytes[start + i] !== this.scratch[i]) return false;
		return true;
	}

	private append(length: number, slot: number, mark: number): number {
		const index = this.count;
		const start = this.starts[index] ?? 0;
		if (start + length > this.bytes.length)
			this.bytes = grown(this.bytes, new Uint8Array(this.bytes.length * 2 + length));
		this.bytes.set(this.scratch.subarray(0, length), start);
		if (index + 2 > this.starts.length)
			this.starts = grown(this.starts, new Uint32Array(this.starts.length * 2));
		this.starts[index + 1] = start + length;
		this.slots[slot] = mark | (index + 1);
		this.count = index + 1;
		if (this.count * 4 > this.slots.length * 3) this.rehash();
		return index;
	}

	private rehash(): void {
		const slots = new Uint32Array(this.slots.length * 2);
		const mask = slots.length - 1;
		for (let index = 0; index < this.count; index += 1) {
			const hash = this.hashOf(this.bytes, this.starts[index] ?? 0, this.starts[index + 1] ?? 0);
			let slot = hash & mask;
			while (slots[slot] !== 0) slot = (slot + 1) & mask;
			slots[slot] = (hash & ~mask) | (index + 1);
		}
		this.slots = slots;
	}
}
