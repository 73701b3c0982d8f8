// Reads the documents, for tests of both kinds: n8n's lint allows node:fs in no .ts.
const { readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

const project = join(__dirname, '../..');

const page = (path) => readFileSync(join(project, path), 'utf8');

/** All documents, by their path in the project. */
const documents = [
	'README.md',
	'ARCHITECTURE.md',
	'workflows/README.md',
	...readdirSync(join(project, 'docs'))
		.filter((name) => name.endsWith('.md'))
		.map((name) => `docs/${name}`),
];

/** The code blocks of a page: `info` is what stands behind the opening fence, `line` where it stands. */
function blocksOf(text) {
	const blocks = [];
	let open;
	text.split('\n').forEach((line, index) => {
		const fence = /^\s*```(.*)$/.exec(line);
		if (open !== undefined && fence) blocks.push({ ...open, text: open.lines.join('\n') });
		else if (open !== undefined) open.lines.push(line);
		if (fence) open = open ? undefined : { info: fence[1].trim(), line: index + 1, lines: [] };
	});
	return blocks;
}

const cellsOf = (line) =>
	line
		.replace(/^\||\|$/g, '')
		.split('|')
		.map((cell) => cell.trim());

/** The rows of the tables under a heading, each an object by column title. */
function tableOf(text, heading) {
	const lines = text.split('\n');
	const start = lines.findIndex((line) => /^#+ /.test(line) && line.includes(heading));
	if (start < 0) throw new Error(`no heading "${heading}"`);
	const length = lines.slice(start + 1).findIndex((line) => /^#+ /.test(line));
	const section = lines.slice(start + 1, length < 0 ? undefined : start + 1 + length);
	const rows = [];
	section.forEach((line, index) => {
		if (!/^\|[-| ]+\|$/.test(line)) return;
		const titles = cellsOf(section[index - 1]);
		for (const row of section.slice(index + 1)) {
			if (!row.startsWith('|')) break;
			const cells = cellsOf(row);
			rows.push(Object.fromEntries(titles.map((title, place) => [title, cells[place] ?? ''])));
		}
	});
	return rows;
}

/** What stands in back quotes. */
const codeIn = (text) => [...text.matchAll(/`([^`]+)`/g)].map(([, code]) => code);

module.exports = { project, documents, page, blocksOf, tableOf, codeIn };
