import { plain, type Cell, type Table } from './table';

/** What a spreadsheet would take for a formula. OWASP: CSV Injection; the wide forms are those of Chinese keyboards. */
const formula = /^\s*[=+\-@\t\r\n＝＋－＠]/;

/** Text that could be a formula gets an apostrophe before it; every text is quoted. =1+1 → "'=1+1" */
function field(cell: Cell): string {
	if ('number' in cell) return cell.number;
	const safe = formula.test(cell.text) ? `'${cell.text}` : cell.text;
	return `"${safe.replaceAll('"', '""')}"`;
}

/** CSV in UTF-8 after RFC 4180, with the mark by which Excel knows UTF-8 where it is wanted. */
export function csv({ rows }: Table, mark: boolean): Uint8Array {
	const lines = rows.map((row) => `${row.map(field).join(',')}\r\n`);
	return new TextEncoder().encode(`${mark ? '\ufeff' : ''}${lines.join('')}`);
}

/**
 * By which a row can be checked: the first 8 hex digits of the SHA-256 of its values as a JSON list, without
 * the apostrophe that CSV may put before a text.
 */
export const checkCode = (row: readonly Cell[], sha256: (text: string) => string): string =>
	sha256(JSON.stringify(row.map(plain))).slice(0, 8);
