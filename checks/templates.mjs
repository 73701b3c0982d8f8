// Our own linter of the templates. Works without n8n: node checks/templates.mjs
//   --write-samples   puts the demonstration's company into the set-up first
// With n8n's own list of nodes (a test gives it) it also knows which types and versions exist.
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const FOLDER = fileURLToPath(new URL('../workflows', import.meta.url));
const DIST = fileURLToPath(new URL('../dist', import.meta.url));
const OURS = 'n8n-nodes-performance-pay.';
const NODE = { width: 96, height: 96 };
const TABLE = 'n8n-nodes-base.dataTable';

/** The templates: file name and content, in the order of their names. */
export const templates = () =>
	readdirSync(FOLDER)
		.filter((name) => name.endsWith('.json'))
		.sort((a, b) => parseInt(a, 10) - parseInt(b, 10))
		.map((file) => ({ file, ...JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) }));

const isSticky = ({ type }) => type === 'n8n-nodes-base.stickyNote';
const isTable = ({ type }) => type === TABLE;
const works = ({ nodes }) => nodes.filter((node) => !isSticky(node));
const twice = (values) => values.filter((value, index) => values.indexOf(value) !== index);
const text = (value) => JSON.stringify(value) ?? '';
const links = ({ connections }) =>
	Object.entries(connections).flatMap(([from, { main }]) =>
		main.flatMap((targets, output) =>
			(targets ?? []).map(({ node, index }) => ({ from, output, to: node, input: index })),
		),
	);

/** Each rule: what has to hold, and what a template does against it (nothing: it holds). */
export const rules = {
	'names and ids are unique': ({ nodes }) => [
		...twice(nodes.map(({ name }) => name)),
		...twice(nodes.map(({ id }) => id)),
		...twice(nodes.map(({ webhookId }) => webhookId).filter(Boolean)),
	],
	'connections join nodes that are there': (template) => {
		const names = new Set(template.nodes.map(({ name }) => name));
		return links(template)
			.filter(({ from, to }) => !names.has(from) || !names.has(to))
			.map(({ from, to }) => `${from} → ${to}`);
	},
	'every node is reached from a trigger': (template) => {
		const targets = new Set(links(template).map(({ to }) => to));
		return works(template)
			.filter(({ name, type }) => !targets.has(name) && !isTrigger(type))
			.map(({ name }) => name);
	},
	'inputs exist and each has something': (template) =>
		works(template).flatMap((node) => {
			const used = links(template).filter(({ to }) => to === node.name);
			const inputs = inputCount(node);
			const wrong = used.filter(({ input }) => input >= inputs);
			const empty = [...Array(inputs).keys()].filter(
				(index) => !isTrigger(node.type) && !used.some(({ input }) => input === index),
			);
			return [
				...wrong.map(({ from, input }) => `${from} → ${node.name}: input ${input} of ${inputs}`),
				...empty.map((index) => `${node.name}: nothing comes in at input ${index}`),
			];
		}),
	'outputs exist': (template) =>
		links(template)
			.filter(({ from, output }) => output >= outputCount(byName(template, from)))
			.map(({ from, output }) => `${from}: output ${output}`),
	'nodes do not overlap': (template) =>
		pairs(works(template))
			.filter(([a, b]) => overlap(box(a), box(b), 16))
			.map(([a, b]) => `${a.name}, ${b.name}`),
	'stickies do not overlap and hold whole nodes': (template) => {
		const stickies = template.nodes.filter(isSticky);
		const apart = pairs(stickies).filter(([a, b]) => overlap(box(a), box(b), 0));
		const cut = stickies.flatMap((sticky) =>
			works(template)
				.filter((node) => overlap(box(sticky), box(node), 0) && !holds(box(sticky), box(node)))
				.map((node) => [sticky, node]),
		);
		return [...apart, ...cut].map(([a, b]) => `${a.name}, ${b.name}`);
	},
	'sticky notes say what to do': ({ nodes }) => {
		const notes = nodes.filter(isSticky).map(({ parameters }) => parameters.content);
		return notes.some((note) => note.includes('**To begin**')) ? [] : ['no note says "To begin"'];
	},
	'what is to be set stands in a node named Settings': ({ nodes }) =>
		nodes.some(({ name }) => name === 'Settings') ? [] : ['there is none'],
	'executionOrder is v1 and no other setting is leant on': ({ settings }) =>
		text(settings) === text({ executionOrder: 'v1' }) ? [] : [text(settings)],
	'nothing of one instance is in it': (template) => [
		...(template.id === undefined ? [] : [`id ${template.id}`]),
		...(text(template.pinData ?? {}) === '{}' ? [] : ['pinned data']),
		...template.nodes
			.filter(({ credentials }) => credentials)
			.map(({ name }) => `${name}: credentials`),
		...template.nodes
			.filter(({ type }) => type === 'n8n-nodes-base.executeWorkflow')
			.filter(({ parameters }) => parameters.workflowId?.value !== '={{ $workflow.id }}')
			.map(({ name }) => `${name}: calls a workflow by its id`),
		...(text(template).match(/\$env\b|\$vars\b|\$secrets\b/g) ?? []),
	],
	'$now is never used without a time zone': (template) =>
		template.nodes
			.filter((node) => /\$(now|today)(?!\.(setZone|toUTC)\()/.test(text(node.parameters)))
			.map(({ name }) => name),
	'tables are named by name, whole': ({ nodes }) =>
		nodes
			.filter((node) => isTable(node) && node.parameters.resource === 'row')
			.filter(
				({ parameters: { dataTableId: table } }) =>
					table?.mode !== 'name' || !TABLES.has(table.value),
			)
			.map(({ name, parameters }) => `${name}: ${text(parameters.dataTableId)}`),
	'conditions on rows are all of them': ({ nodes }) =>
		nodes
			.filter((node) => isTable(node) && node.parameters.filters !== undefined)
			.filter(({ parameters }) => parameters.matchType !== 'allConditions')
			.map(({ name }) => name),
	'rows are deleted by a condition': ({ nodes }) =>
		nodes
			.filter((node) => isTable(node) && node.parameters.operation === 'deleteRows')
			.filter(
				({ parameters }) => !parameters.filters?.conditions?.every(({ keyValue }) => keyValue),
			)
			.map(({ name }) => name),
	'what would run once per item runs once': ({ nodes }) =>
		nodes
			.filter(
				(node) => isTable(node) && node.parameters.operation !== 'insert' && !node.executeOnce,
			)
			.map(({ name }) => name),
	'an empty table stops nothing': ({ nodes }) =>
		nodes
			.filter(
				(node) =>
					isTable(node) && ['get', 'deleteRows', 'list'].includes(node.parameters.operation),
			)
			.filter(({ alwaysOutputData }) => !alwaysOutputData)
			.map(({ name }) => name),
	'rows go in in bulk': ({ nodes }) =>
		nodes
			.filter(
				(node) =>
					isTable(node) && ['insert', 'upsert', 'update'].includes(node.parameters.operation),
			)
			.filter(
				({ parameters }) => parameters.operation !== 'insert' || !parameters.options?.optimizeBulk,
			)
			.map(({ name }) => name),
	'tables are made only if they are not there': ({ nodes }) =>
		nodes
			.filter((node) => isTable(node) && node.parameters.operation === 'create')
			.filter(({ parameters }) => parameters.options?.createIfNotExists !== true)
			.map(({ name }) => name),
	'columns that are written exist': ({ nodes }) =>
		nodes
			.filter((node) => isTable(node) && node.parameters.operation === 'insert')
			.flatMap(({ name, parameters }) =>
				Object.keys(parameters.columns.value ?? {})
					.filter((column) => !TABLES.get(parameters.dataTableId.value)?.has(column))
					.map((column) => `${name}: ${column}`),
			),
	'expressions name nodes that are there': (template) => {
		const names = new Set(template.nodes.map(({ name }) => name));
		const named = text(template.nodes.map(({ parameters }) => parameters)).matchAll(
			/\$\('([^']+)'\)/g,
		);
		return [...named].map(([, name]) => name).filter((name) => !names.has(name));
	},
	'calls wait no longer than they say and follow no redirect': ({ nodes }) =>
		nodes
			.filter(({ type }) => type === 'n8n-nodes-base.httpRequest')
			.filter(
				({ parameters: { options } }) =>
					!(options.timeout > 0) || options.redirect?.redirect?.followRedirects !== false,
			)
			.map(({ name }) => name),
	'no code where a node will do': ({ nodes }) =>
		nodes.filter(({ type }) => type === 'n8n-nodes-base.code').map(({ name }) => name),
};

/** What holds over all templates together. */
export const rulesOfAll = {
	"no table's name contains another's": () => {
		const names = [...TABLES.keys()];
		return names.flatMap((one) => names.filter((other) => other !== one && other.includes(one)));
	},
	"no two templates share a webhook's path": (all) =>
		twice(
			all.flatMap(({ nodes }) =>
				nodes.map(({ parameters }) => parameters.path ?? parameters.options?.path).filter(Boolean),
			),
		),
};

/** The tables that the set-up makes: name → columns. */
const TABLES = new Map(
	templates()
		.flatMap(({ nodes }) => nodes)
		.filter((node) => isTable(node) && node.parameters.operation === 'create')
		.map(({ parameters }) => [
			parameters.tableName,
			new Set(parameters.columns.column.map(({ name }) => name)),
		]),
);

const isTrigger = (type) => /trigger$|\.webhook$/i.test(type);
const byName = ({ nodes }, wanted) => nodes.find(({ name }) => name === wanted);
const pairs = (all) =>
	all.flatMap((one, index) => all.slice(index + 1).map((other) => [one, other]));
/** As n8n draws it: the third connection on a side and each further one makes a node taller. */
const sizeOf = (node) => ({
	width: NODE.width,
	height: NODE.height + 32 * Math.max(0, inputCount(node) - 2, outputCount(node) - 2),
});
const box = (node) => {
	const { position, parameters } = node;
	const { width, height } = isSticky(node) ? parameters : sizeOf(node);
	return { x: position[0], y: position[1], width, height };
};
const overlap = (a, b, gap) =>
	a.x < b.x + b.width + gap &&
	b.x < a.x + a.width + gap &&
	a.y < b.y + b.height + gap &&
	b.y < a.y + a.height + gap;
const holds = (outer, inner) =>
	outer.x <= inner.x &&
	outer.y <= inner.y &&
	outer.x + outer.width >= inner.x + inner.width &&
	outer.y + outer.height >= inner.y + inner.height;

const PAYROLL = { reverse: [1, 3], show: [3, 1] };
const WORK_LOG = { getOpenWork: [3, 3], getEvidence: [2, 2], getProcesses: [2, 1] };
const PORTS = {
	merge: ({ numberInputs = 2 }) => [numberInputs, 1],
	if: () => [1, 2],
	switch: ({ rules }) => [1, rules.values.length],
	splitInBatches: () => [1, 2],
	crmEvidence: () => [1, 2],
	financeEvidence: () => [1, 2],
	supportEvidence: () => [1, 2],
	performanceScore: () => [3, 3],
	payroll: ({ resource, operation }) =>
		resource === 'basePay' ? [1, 2] : (PAYROLL[operation] ?? [5, 3]),
	workLog: ({ operation }) => WORK_LOG[operation] ?? [4, 2],
};
const ports = ({ type, parameters }) =>
	(PORTS[type.split('.').at(-1)] ?? (() => [1, 1]))(parameters);
const inputCount = (node) => (isTrigger(node.type) ? 0 : ports(node)[0]);
const outputCount = (node) => (node === undefined ? 0 : ports(node)[1]);

/** Parameters of our nodes that the built node does not have, or not that choice. */
export function ourParameters({ nodes }) {
	return nodes
		.filter(({ type }) => type.startsWith(OURS))
		.flatMap(({ name, type, parameters }) => {
			const { properties } = describe(type.slice(OURS.length));
			return Object.entries(parameters)
				.filter(([key, value]) => !allows(properties, key, value))
				.map(([key, value]) => `${name}: ${key} = ${text(value)}`);
		});
}

function describe(type) {
	const name = type[0].toUpperCase() + type.slice(1);
	const exported = createRequire(import.meta.url)(join(DIST, 'nodes', name, `${name}.node.js`));
	return new exported[name]().description;
}

function allows(properties, key, value) {
	const said = properties.filter(({ name }) => name === key);
	if (said.length === 0) return false;
	if (typeof value === 'string' && value.startsWith('=')) return true;
	const choices = said.flatMap(({ type, options }) =>
		type === 'options' || type === 'multiOptions' ? options.map((option) => option.value) : [],
	);
	return choices.length === 0 || [value].flat().every((one) => choices.includes(one));
}

/** Types and versions that an n8n does not have; `known`: its /types/nodes.json. */
export function unknownTypes({ nodes }, known) {
	const versions = new Map();
	for (const { name, version } of known)
		versions.set(name, [...(versions.get(name) ?? []), ...[version].flat()]);
	return nodes
		.filter(({ type, typeVersion }) => !versions.get(type)?.includes(typeVersion))
		.map(({ name, type, typeVersion }) => `${name}: ${type} ${typeVersion}`);
}

const SAMPLES = { People: 'employees', Ratings: 'ratings', Claims: 'claims' };

/** The set-up's sample rows as they have to be: those of the demonstration's company. */
async function samples() {
	const company = await import('../demo/company/inputs.mjs');
	const row = ({ accounts, ...rest }) =>
		accounts === undefined ? rest : { ...rest, accounts: JSON.stringify(accounts), fields: '{}' };
	return Object.entries(SAMPLES).map(([what, from]) => {
		const rows = company[from].map((one) => `    ${JSON.stringify(row(one))}`).join(',\n');
		return [`Sample ${what}`, `{\n  "${what.toLowerCase()}": [\n${rows}\n  ]\n}`];
	});
}

/** The set-up's sample nodes that differ from the company. */
export async function sampleDiffers() {
	const { nodes } = templates()[0];
	return (await samples())
		.filter(([name, json]) => byName({ nodes }, name).parameters.jsonOutput !== json)
		.map(([name]) => `${name}: run node checks/templates.mjs --write-samples`);
}

async function writeSamples() {
	const { file, ...setUp } = templates()[0];
	for (const [name, json] of await samples()) byName(setUp, name).parameters.jsonOutput = json;
	writeFileSync(join(FOLDER, file), `${JSON.stringify(setUp, null, 2)}\n`);
}

/** All failures of all templates as lines; `built`: also what needs dist/. */
export function lint(built = existsSync(DIST)) {
	const all = templates();
	const line = (where, rule) => (what) => `${where}: ${rule}: ${what}`;
	return [
		...all.flatMap((template) =>
			Object.entries(rules).flatMap(([rule, broken]) =>
				broken(template).map(line(template.file, rule)),
			),
		),
		...Object.entries(rulesOfAll).flatMap(([rule, broken]) => broken(all).map(line('all', rule))),
		...(built
			? all.flatMap((template) =>
					ourParameters(template).map(line(template.file, 'parameters of our nodes exist')),
				)
			: []),
	];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
	if (process.argv.includes('--write-samples')) await writeSamples();
	const failures = [...lint(), ...(await sampleDiffers())];
	for (const failure of failures) console.log(failure);
	console.log(`${templates().length} templates, ${failures.length} failures`);
	process.exitCode = failures.length > 0 ? 1 : 0;
}
