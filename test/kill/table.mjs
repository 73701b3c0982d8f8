/** Rows of cells as a table for the log; the first is the head. */
export function tableOf(rows) {
	const lines = rows.map((row) => row.map(String));
	const widths = lines[0].map((_, at) => Math.max(...lines.map((line) => line[at].length)));
	return lines
		.map((line) => line.map((text, at) => text.padEnd(widths[at])).join(' | '))
		.join('\n');
}
