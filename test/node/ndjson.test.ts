import { longestLine, recordsOfLines, type BrokenFile } from '../../nodes/PerformanceScore/ndjson';

const bytes = (text: string): Buffer => Buffer.from(text, 'utf8');

/** In pieces of so many bytes. */
const cut = (whole: Buffer, size: number): Buffer[] =>
	Array.from({ length: Math.ceil(whole.length / size) }, (_, i) =>
		whole.subarray(i * size, (i + 1) * size),
	);

async function* flowing<T>(pieces: Iterable<T>): AsyncGenerator<T> {
	yield* pieces;
}

const refuse = ({ line, found }: BrokenFile): Error => new Error(`${line}: ${found}`);

async function recordsOf(chunks: Iterable<Buffer>): Promise<object[]> {
	const records: object[] = [];
	for await (const record of recordsOfLines(flowing(chunks), refuse)) records.push(record);
	return records;
}

const two = [{ id: '季度' }, { id: '🧾é' }];

describe('records from the lines of a file', () => {
	it.each([
		{ why: 'a last line end', text: '{"id":"季度"}\n{"id":"🧾é"}\n' },
		{ why: 'no last line end', text: '{"id":"季度"}\n{"id":"🧾é"}' },
		{ why: 'line ends of Windows', text: '{"id":"季度"}\r\n{"id":"🧾é"}\r\n' },
		{ why: 'a byte order mark', text: '\uFEFF{"id":"季度"}\n{"id":"🧾é"}\n' },
		{ why: 'empty lines', text: '\n\n{"id":"季度"}\n \t\r\n\r\n{"id":"🧾é"}\n\n' },
		{ why: 'spaces around', text: '  {"id":"季度"}  \n\t{"id":"🧾é"}' },
	])('with $why, wherever the bytes are cut', async ({ text }) => {
		const whole = bytes(text);
		for (let size = 1; size <= whole.length; size += 1)
			expect(await recordsOf(cut(whole, size))).toEqual(two);
	});

	it.each([
		{ why: 'no piece', chunks: [] },
		{ why: 'an empty piece', chunks: [bytes('')] },
		{ why: 'only a byte order mark', chunks: [bytes('\uFEFF')] },
		{ why: 'only line ends', chunks: [bytes('\n\r\n'), bytes('\n')] },
	])('none in a file of $why', async ({ chunks }) => {
		expect(await recordsOf(chunks)).toEqual([]);
	});

	it.each([
		{ why: 'no JSON', text: '{"id":1}\n\n{"id":\n{"id":2}', message: /^3: it is not JSON \(/ },
		{ why: 'a last line cut short', text: '{"id":1}\n{"id"', message: /^2: it is not JSON \(/ },
		{ why: 'a list', text: '[{"id":1}]', message: '1: it is a list, not one record' },
		{ why: 'a number', text: '{"id":1}\r\n5\r\n', message: '2: it is no record' },
		{ why: 'null', text: 'null', message: '1: it is no record' },
	])('says where there is $why', async ({ text, message }) => {
		await expect(recordsOf(cut(bytes(text), 5))).rejects.toThrow(message);
	});

	it.each([
		{ why: 'of another code page', chunks: [bytes('{"id":1}\n'), Buffer.from([0x22, 0xc9, 0xee])] },
		{ why: 'cut within a character', chunks: [bytes('{"id":1}\n'), bytes('"季').subarray(0, 3)] },
	])('says that text is $why', async ({ chunks }) => {
		await expect(recordsOf(chunks)).rejects.toThrow('2: here or later, the text is not UTF-8');
	});

	it('holds no endless line', async () => {
		let pieces = 0;
		function* endless(): Generator<Buffer> {
			for (;;) {
				pieces += 1;
				yield Buffer.alloc(longestLine / 8, 0x20);
			}
		}
		await expect(recordsOf(endless())).rejects.toThrow(
			'1: the line is longer than 8000000 characters',
		);
		expect(pieces).toBe(9);
	});

	it('reads no further than it is asked', async () => {
		let pieces = 0;
		function* growing(): Generator<Buffer> {
			for (;;) {
				pieces += 1;
				yield bytes(`{"id":${pieces}}\n`);
			}
		}
		const ids: object[] = [];
		for await (const record of recordsOfLines(growing(), refuse)) {
			ids.push(record);
			if (ids.length === 3) break;
		}
		expect(ids).toEqual([{ id: 1 }, { id: 2 }, { id: 3 }]);
		expect(pieces).toBe(3);
	});
});
