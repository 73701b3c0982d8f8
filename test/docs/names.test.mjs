// What the documents name exists under that name in the built nodes, the credentials and the templates.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import pages from './pages.cjs';

const { codeIn, documents, page, project, tableOf } = pages;
const require = createRequire(import.meta.url);
const built = (files) =>
	files.map((file) => new (Object.values(require(join(project, file)))[0])());

const { n8n } = JSON.parse(page('package.json'));
const nodes = built(n8n.nodes).map(({ description }) => description);
const credentials = built(n8n.credentials);
const templates = readdirSync(join(project, 'workflows'))
	.filter((name) => name.endsWith('.json'))
	.sort((a, b) => parseInt(a, 10) - parseInt(b, 10))
	.map((name) => JSON.parse(page(`workflows/${name}`)));
const { systems } = require(project);

/** Display names of parameters, with those within them, and of their options. */
const namesOf = (properties) =>
	properties.flatMap(({ displayName, name, options = [], values = [] }) => [
		displayName ?? name,
		...namesOf(options),
		...namesOf(values),
	]);

/** Names of inputs: a list, or an expression that holds lists as JSON. */
const connectionNames = (inputs) =>
	[...JSON.stringify(inputs).matchAll(/displayName\\*":\\*"([^"\\]+)/g)].map(([, name]) => name);

/** Menus and fields of n8n and of the systems, which this project does not name. */
const foreign = [
	'Settings → Community nodes',
	'Execute workflow',
	'⋯ → Import from file',
	'Import from file',
	'Error Workflow',
	'Return All',
	'Payroll → Configuration → Other Input Types',
	'Compute Sheet',
	'Salaries',
	'API/Web Services REST',
	'HRM → Salaries',
	'Finished at',
	'Settings → Error Workflow',
	'Data tables',
	'Extract from File',
	'Test',
	'Credentials → Create',
	'Settings → Integrations → Private Apps',
	'User → Settings → API Access → Generate Keys',
	'Admin Center → Apps and integrations → Zendesk API',
	'Customize Form',
	'Customize Form → Additional Salary',
	'Depends on Payment Days',
	'Do Not Include in Total',
	'Statistical Component',
	'Round to the Nearest Integer',
	'Track Changes',
	'Profile settings → View API key',
	'Global Access',
	'Administration → API Users',
	'Administration → Roles',
	'Audited',
	'Profile Settings → Access Token',
	'Logged in as → Settings → Auth Tokens',
	'My account → API access key',
	'Administration → Settings → API',
	'Issues visibility',
	'All issues',
	'Administration → Models → Model Access',
	'My Preferences → Security → API Keys',
	'Settings → Technical → Access Rights',
	'Custom',
];
const known = new Set([
	...foreign,
	...nodes.flatMap(({ displayName, properties }) => [displayName, ...namesOf(properties)]),
	...nodes.flatMap(({ inputs, outputs }) => [inputs, outputs].flatMap(connectionNames)),
	...credentials.flatMap(({ displayName, properties }) => [displayName, ...namesOf(properties)]),
	...templates.flatMap(({ name, nodes: steps }) => [name, ...steps.map((step) => step.name)]),
]);

/** A name as running text may have it: "Options → Max Items" = 10, "1 Set-Up", a heading of the same page. */
const isKnown = (name, text) =>
	known.has(name) ||
	name.split(' → ').every((part) => known.has(part)) ||
	templates.some((template) => template.name.replace(' · ', ' ') === name) ||
	text.split('\n').some((line) => /^#+ /.test(line) && line.endsWith(name)) ||
	name.includes(' › ');

for (const name of documents.filter((one) => one !== 'ARCHITECTURE.md'))
	test(`${name}: what is in italics is the name of something`, () => {
		const text = page(name).replace(/^```[^]*?^```/gm, '');
		const italics = [...text.matchAll(/(?<![*\w])[*_]([^*_\n]+)[*_](?![*\w])/g)].map(
			([, it]) => it,
		);
		assert.deepEqual(
			italics.filter((it) => !isKnown(it, `${text}\n${page('docs/systems.md')}`)),
			[],
		);
	});

test('systems.md has a section for each system, with its credential, streams and test', () => {
	const text = page('docs/systems.md');
	for (const { label, credential, appCredential, streams, probes } of systems) {
		const at = text.indexOf(`## ${label}`);
		assert.ok(at >= 0, `no section "${label}"`);
		const section = text.slice(at, text.indexOf('\n## ', at + 1));
		for (const wanted of [credential, appCredential].filter(Boolean)) {
			const type = credentials.find(({ name }) => name === wanted);
			assert.ok(section.includes(`*${type?.displayName}*`), `${label}: ${type?.displayName}`);
		}
		for (const { label: records, activity } of streams)
			assert.ok(section.includes(`${records} (activity \`${activity}\`)`), `${label}: ${records}`);
		for (const { reads } of probes)
			for (const part of reads.split(', '))
				assert.ok(section.includes(part), `${label}: the test reads ${part}`);
	}
});

test('systems.md quotes messages as the connectors give them', () => {
	const source = readdirSync(join(project, 'src/connectors'), { recursive: true })
		.filter((name) => name.endsWith('.ts'))
		.map((name) => page(join('src/connectors', name)))
		.join('\n');
	const rows = tableOf(page('docs/systems.md'), 'Common messages');
	const parts = rows.flatMap((row) => row['message contains'].split(/[·…]/)).map((it) => it.trim());
	assert.deepEqual(
		parts.filter((part) => !source.includes(part)),
		[],
	);
});

const setUp = templates.find(({ name }) => name === '1 · Set-Up');

test('month-close.md has the tables that Set-Up makes, with their columns', () => {
	const made = setUp.nodes
		.filter(
			({ parameters }) => parameters.resource === 'table' && parameters.operation === 'create',
		)
		.map(({ parameters }) => [
			parameters.tableName,
			parameters.columns.column.map(({ name }) => name),
		]);
	const told = tableOf(page('docs/month-close.md'), 'Tables').map(({ table, columns }) => [
		...codeIn(table),
		codeIn(columns),
	]);
	assert.deepEqual(Object.fromEntries(told), Object.fromEntries(made));
});

test('month-close.md has the settings of the templates', () => {
	const text = page('docs/month-close.md');
	const told = tableOf(text, 'What to set').flatMap(({ setting, template }) =>
		codeIn(setting).flatMap((name) => template.split(', ').map((number) => `${number} ${name}`)),
	);
	const set = templates.flatMap(({ name, nodes: steps }) => {
		const settings = steps.find((step) => step.name === 'Settings');
		return settings.parameters.assignments.assignments.map(
			(one) => `${name.split(' ')[0]} ${one.name}`,
		);
	});
	assert.deepEqual(told.sort(), set.sort());
	assert.ok(page('workflows/2-monthly-ingestion.json').includes('has been at work on'));
	const paths = tableOf(text, 'The month close').map((row) => [
		row.template,
		...codeIn(row['path of its webhook']),
	]);
	const webhooks = templates.map(({ name, nodes: steps }) => [
		name,
		...steps.filter(({ type }) => /[.]webhook$/.test(type)).map((step) => step.parameters.path),
	]);
	assert.deepEqual(paths, webhooks);
});

/** The TypeScript files under a folder of the project, as paths from it. */
const filesUnder = (folder) =>
	readdirSync(join(project, folder), { recursive: true })
		.filter((name) => name.endsWith('.ts'))
		.map((name) => `${folder}/${name}`);

/** The codes of problems as the source has them: behind `pay.`, or at the head of a finding. */
function codesInSource() {
	const files = ['src/app', 'src/items', 'src/connectors'].flatMap(filesUnder);
	const codes = (file, forms) =>
		forms.flatMap((form) => [...page(file).matchAll(form)].map(([, code]) => code));
	return [
		...files.flatMap((file) =>
			codes(file, [/'(?:pay|payroll)[.](\w+)'/g, /\b(?:stop|notice|block)\(\s*'(\w+)'/g]),
		),
		...['src/app/pay/getBasePay.ts', 'src/app/pay/bases.ts'].flatMap((file) =>
			codes(file, [/\bproblem\(\s*'(\w+)'/g]),
		),
		...codes('src/app/pay/findingWords.ts', [/\[\s*'(\w+)',/g]),
	];
}

/** Codes that are made of a status or of why no answer came. */
const composed = ['failed', 'unknown', 'refused', 'busy', 'unreachable', 'unreadable', 'cancelled'];

test('payroll.md has every code of a problem, and nothing else', () => {
	const told = tableOf(page('docs/payroll.md'), 'Problems')
		.flatMap(({ code }) => codeIn(code))
		.map((code) => code.replace('pay.', ''));
	const source = [...codesInSource(), ...composed];
	assert.deepEqual([...new Set(told)].sort(), [...new Set(source)].sort());
});

/** The codes with which a recording is refused, wherever they are given. */
const workCodes = ['src/domain/work', 'src/items', 'src/app']
	.flatMap(filesUnder)
	.filter((name) => /work.*[.]ts$/i.test(name))
	.flatMap((name) =>
		[...page(name).matchAll(/\brefuse\(\s*'(\w+)'/g)].map(([, code]) => `work.${code}`),
	);

test('work-log.md has every code of a refusal, and nothing else', () => {
	const told = tableOf(page('docs/work-log.md'), 'Refusals').flatMap(({ code }) => codeIn(code));
	assert.deepEqual(told.sort(), [...new Set(workCodes)].sort());
});

test('work-log.md has the columns of an event, and the operations of the node', () => {
	const record = /interface WorkEventRecord {([^}]+)}/.exec(page('src/items/workRecord.ts'))?.[1];
	const columns = [...record.matchAll(/readonly (\w+):/g)].map(([, name]) => name);
	const text = page('docs/work-log.md');
	const told = tableOf(text, 'The table of events').flatMap(({ column }) => codeIn(column));
	assert.deepEqual(told.sort(), columns.sort());
	const { properties } = nodes.find(({ name }) => name === 'workLog');
	const { options } = properties.find(({ name }) => name === 'operation');
	const operations = tableOf(text, 'The node').map(({ operation }) => operation);
	assert.deepEqual(operations.sort(), options.map(({ name }) => name).sort());
	for (const { id } of require(project).processes()) assert.ok(text.includes(`\`${id}\``), id);
});

test('payroll.md has the statuses of lines and batches', () => {
	const source = page('src/items/payRecord.ts');
	const union = (type) =>
		[...(new RegExp(`type ${type} =([^;]+);`).exec(source)?.[1] ?? '').matchAll(/'(\w+)'/g)].map(
			([, it]) => it,
		);
	const text = page('docs/payroll.md');
	const told = tableOf(text, 'The steps').flatMap((row) => [
		...codeIn(row['status of a line'] ?? '').map((it) => `line ${it}`),
		...codeIn(row['status of a batch'] ?? '').map((it) => `batch ${it}`),
	]);
	const all = [
		...union('LineStatus').map((it) => `line ${it}`),
		...union('BatchStatus').map((it) => `batch ${it}`),
	];
	assert.deepEqual(told.sort(), all.sort());
});
