// What the demonstration prints: plain tables that stay straight with Chinese names.

/** How many columns of a terminal a text takes: Chinese characters take two. */
const width = (text) =>
	[...text].reduce(
		(sum, char) =>
			sum +
			(/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u.test(
				char,
			)
				? 2
				: 1),
		0,
	);

const padded = (text, to, right) => {
	const space = ' '.repeat(Math.max(0, to - width(text)));
	return right ? space + text : text + space;
};

/** Rows as lines: `columns` are [title, value of a row, aligned right?]. */
export function table(rows, columns) {
	const cells = rows.map((row) => columns.map(([, value]) => String(value(row) ?? '')));
	const titles = columns.map(([title]) => title);
	const widths = titles.map((title, at) =>
		Math.max(...[titles, ...cells].map((line) => width(line[at]))),
	);
	const line = (texts) =>
		`  ${texts.map((text, at) => padded(text, widths[at], columns[at][2])).join('  ')}`.trimEnd();
	return [line(titles), line(widths.map((of) => '─'.repeat(of))), ...cells.map(line)].join('\n');
}

const two = (number) => Number(number).toFixed(2);

export const sourcesTable = (sources) =>
	table(sources, [
		['source', ({ source }) => source],
		['system', ({ system }) => system],
		['activity', ({ activity }) => activity],
		['records', ({ received }) => received, true],
		['complete', ({ complete, gap }) => (complete ? 'yes' : `no: ${gap}`)],
	]);

export const scorecardsTable = (scorecards) =>
	table(scorecards, [
		['id', ({ employeeId }) => employeeId],
		['name', ({ name }) => name],
		['role', ({ role }) => role],
		['branch', ({ branch }) => branch],
		['system', ({ system }) => two(system), true],
		['leader', ({ leader }) => two(leader), true],
		['total', ({ total }) => two(total), true],
		['grade', ({ grade }) => grade],
	]);

/** Who or what is in the way: exceptions of scoring and problems of payroll have the same shape here. */
export const reasonsTable = (reasons, nameOf) =>
	table(reasons, [
		['id', ({ employeeId }) => employeeId ?? '–'],
		['name', ({ employeeId }) => nameOf(employeeId)],
		['why', ({ code }) => code],
		['what to do', ({ message, remedy }) => `${message} → ${remedy}`],
	]);

export const linesTable = (lines, nameOf) =>
	table(lines, [
		['id', ({ employeeId }) => employeeId],
		['name', ({ employeeId }) => nameOf(employeeId)],
		['base', ({ base }) => base, true],
		['total', ({ total }) => two(total), true],
		['amount', ({ amount }) => amount, true],
		['', ({ currency }) => currency],
		['status', ({ status }) => status],
	]);

/** A batch's control totals, one a line. */
export function batchLines(batch) {
	const money = Object.entries(batch.currencies).flatMap(([currency, totals]) =>
		Object.entries(totals).map(([name, amount]) => `  ${padded(name, 16)} ${amount} ${currency}`),
	);
	return [
		`  ${padded('status', 16)} ${batch.status}`,
		`  ${padded('people', 16)} ${batch.count}`,
		...money,
		`  ${padded('sumOfTotals', 16)} ${batch.sumOfTotals}`,
		`  ${padded('hash', 16)} ${batch.hash}`,
	].join('\n');
}
