// The documents hang together: links lead somewhere, commands exist, examples are checked.
import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { test } from 'node:test';
import pages from './pages.cjs';

const { blocksOf, documents, page, project } = pages;
const { scripts, devDependencies, main, n8n } = JSON.parse(page('package.json'));
const require = createRequire(import.meta.url);

/** The address that GitHub gives a heading. */
const anchorOf = (heading) =>
	heading
		.toLowerCase()
		.replace(/[^\p{L}\p{N} _-]/gu, '')
		.replaceAll(' ', '-');

const withoutCode = (text) => text.replace(/^```[^]*?^```/gm, '');
const anchorsOf = (text) =>
	[...withoutCode(text).matchAll(/^#+ (.+)$/gm)].map(([, heading]) => anchorOf(heading));

test('links between the documents and to files lead somewhere', () => {
	const broken = documents.flatMap((name) =>
		[...withoutCode(page(name)).matchAll(/\]\(([^)\s]+)\)/g)]
			.map(([, link]) => link)
			.filter((link) => !/^[a-z]+:/.test(link))
			.filter((link) => {
				const [path, anchor] = link.split('#');
				const file = path === '' ? name : relative(project, join(project, dirname(name), path));
				if (!existsSync(join(project, file))) return true;
				return anchor !== undefined && !anchorsOf(page(file)).includes(anchor);
			})
			.map((link) => `${name}: ${link}`),
	);
	assert.deepEqual(broken, []);
});

test("the panels' links to the documentation lead to a place in a document", () => {
	const types = n8n.credentials.map((file) => Object.values(require(join(project, file)))[0]);
	for (const { name, documentationUrl } of types.map((Type) => new Type())) {
		const { pathname, hash } = new URL(documentationUrl);
		const file = /[/]blob[/][^/]+[/](.+)$/.exec(pathname)?.[1] ?? 'README.md';
		assert.ok(existsSync(join(project, file)), `${name}: ${file}`);
		const anchor = hash.slice(1);
		if (anchor) assert.ok(anchorsOf(page(file)).includes(anchor), `${name}: ${file}#${anchor}`);
	}
});

test('every command is one that exists', () => {
	const paths = readdirSync(join(project, 'workflows'))
		.filter((name) => name.endsWith('.json'))
		.flatMap((name) => JSON.parse(page(`workflows/${name}`)).nodes)
		.filter(({ type }) => type === 'n8n-nodes-base.webhook')
		.map(({ parameters }) => parameters.path);
	const known = [
		[/^npm (?:run )?([\w:]+)( -- .*)?$/, (name) => name in scripts],
		[
			/^npm install n8n-nodes-performance-pay zod@(\S+) --omit=peer$/,
			(version) => version === devDependencies.zod,
		],
		[/^curl -X POST "\$N8N\/webhook\/([\w-]+)" .*$/, (path) => paths.includes(path)],
	];
	for (const name of documents)
		for (const block of blocksOf(page(name)).filter(({ info }) => /^sh\b/.test(info)))
			for (const line of block.text.split('\n')) {
				const found = known.map(([form, holds]) => holds(form.exec(line)?.[1] ?? ''));
				assert.ok(found.includes(true), `${name}, line ${block.line}: ${line}`);
			}
});

test('every npm script that is named exists', () => {
	for (const name of documents)
		for (const [, script] of page(name).matchAll(/npm run ([\w:]+)/g))
			assert.ok(script in scripts, `${name}: npm run ${script}`);
});

test('every example is of a kind that is checked', () => {
	const checked =
		/^(sh|text|ts (registry|\S+[.]ts)|js \S+[.]mjs|json( calendar| broken| \S+[.]ndjson)?)?$/;
	for (const name of documents.filter((one) => one.startsWith('docs/')))
		for (const { info, line } of blocksOf(page(name)))
			assert.match(info.replace(/^(sh|text) .*/, '$1'), checked, `${name}, line ${line}`);
});

test('every page of docs/ is one that the README leads to', () => {
	for (const name of documents.filter((one) => one.startsWith('docs/')))
		assert.ok(page('README.md').includes(`(${name})`), name);
});

test('the entry of the package is the one that the library page names', () => {
	assert.ok(page('docs/library.md').includes(`\`${main}\``));
	assert.ok(existsSync(join(project, main)), `${main} is not built`);
});
