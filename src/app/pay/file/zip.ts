import { crc32 } from './crc32';

/** One file of an archive. */
interface Part {
	readonly name: string;
	readonly text: string;
}

const utf8 = new TextEncoder();
/** 1 January 1980, the first day that ZIP knows: the same parts give the same bytes whenever they are packed. */
const firstDay = 0x21;

/** Numbers of two or four bytes, the lowest byte first. */
function numbers(...fields: ReadonlyArray<readonly [size: 2 | 4, value: number]>): Uint8Array {
	const bytes = fields.flatMap(([size, value]) =>
		Array.from({ length: size }, (_, at) => (value >>> (8 * at)) & 0xff),
	);
	return Uint8Array.from(bytes);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
	const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
	let at = 0;
	for (const part of parts) {
		all.set(part, at);
		at += part.length;
	}
	return all;
}

/** A ZIP archive that only stores. Format: PKWARE APPNOTE 4.3 */
export function zip(parts: readonly Part[]): Uint8Array {
	const files: Uint8Array[] = [];
	const directory: Uint8Array[] = [];
	let offset = 0;
	for (const { name, text } of parts) {
		const data = utf8.encode(text);
		const path = utf8.encode(name);
		const facts = numbers(
			...([
				[2, 20],
				[2, 0x0800],
				[2, 0],
				[2, 0],
				[2, firstDay],
			] as const),
			...([
				[4, crc32(data)],
				[4, data.length],
				[4, data.length],
			] as const),
			...([
				[2, path.length],
				[2, 0],
			] as const),
		);
		const file = joined([numbers([4, 0x04034b50]), facts, path, data]);
		const place = numbers([2, 0], [2, 0], [2, 0], [4, 0], [4, offset]);
		directory.push(numbers([4, 0x02014b50], [2, 20]), facts, place, path);
		files.push(file);
		offset += file.length;
	}
	const index = joined(directory);
	const count = parts.length;
	const end = numbers(
		...([
			[4, 0x06054b50],
			[2, 0],
			[2, 0],
			[2, count],
			[2, count],
		] as const),
		...([
			[4, index.length],
			[4, offset],
			[2, 0],
		] as const),
	);
	return joined([...files, index, end]);
}
