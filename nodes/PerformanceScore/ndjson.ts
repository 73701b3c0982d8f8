/** Why a file cannot be read on, and after how many lines. */
export interface BrokenFile {
	/** The line, counted from 1. */
	readonly line: number;
	readonly found: string;
}

/** In characters. A record is a hundredth of it; more is a file without line ends. */
export const longestLine = 8_000_000;

/**
 * The records of a file that holds one as JSON on each line, in UTF-8: read as the bytes come, never held.
 * Empty lines are none. Throws what `refuse` makes of the first line that is no record.
 */
export async function* recordsOfLines(
	chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
	refuse: (broken: BrokenFile) => Error,
): AsyncGenerator<object> {
	let line = 0;
	const splitter = new LineSplitter((found) => refuse({ line: line + 1, found }));
	for await (const chunk of chunks)
		for (const text of splitter.take(chunk)) {
			line += 1;
			const record = recordOf(text, (found) => refuse({ line, found }));
			if (record !== undefined) yield record;
		}
	const last = splitter.end();
	line += 1;
	const record = recordOf(last, (found) => refuse({ line, found }));
	if (record !== undefined) yield record;
}

type Refuse = (found: string) => Error;

/** Whole lines from bytes that are cut anywhere. */
class LineSplitter {
	private readonly decoder = new TextDecoder('utf-8', { fatal: true });
	private rest = '';

	constructor(private readonly refuse: Refuse) {}

	take(chunk: Uint8Array): string[] {
		const lines = this.decoded(chunk).split('\n');
		lines[0] = this.rest + (lines[0] ?? '');
		this.rest = lines.pop() ?? '';
		if (this.rest.length > longestLine)
			throw this.refuse(`the line is longer than ${longestLine} characters`);
		return lines;
	}

	/** What comes after the last line end. */
	end(): string {
		return this.rest + this.decoded();
	}

	private decoded(chunk?: Uint8Array): string {
		try {
			return chunk ? this.decoder.decode(chunk, { stream: true }) : this.decoder.decode();
		} catch {
			throw this.refuse('here or later, the text is not UTF-8');
		}
	}
}

/** Undefined: the line is empty. */
function recordOf(text: string, refuse: Refuse): object | undefined {
	if (text.trim() === '') return undefined;
	const record = parsed(text, refuse);
	if (typeof record === 'object' && record !== null && !Array.isArray(record)) return record;
	throw refuse(Array.isArray(record) ? 'it is a list, not one record' : 'it is no record');
}

function parsed(text: string, refuse: Refuse): unknown {
	try {
		return JSON.parse(text);
	} catch (error) {
		throw refuse(`it is not JSON (${error instanceof Error ? error.message : String(error)})`);
	}
}
