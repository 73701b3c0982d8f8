// The programs of docs/library.md and docs/work-log.md, as a reader would run them: beside the built package, against the sandbox.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { start } from '../../demo/sandbox/start.mjs';
import pages from './pages.cjs';

const run = promisify(execFile);
const { blocksOf, codeIn, page, project, tableOf } = pages;
const text = page('docs/library.md');
const blocks = ['docs/library.md', 'docs/work-log.md'].flatMap((name) => blocksOf(page(name)));
const printed = (program) => blocks.find(({ info }) => info === `text ${program}`)?.text.trimEnd();

let folder;
let sandbox;
before(async () => {
	sandbox = await start();
	folder = mkdtempSync(join(tmpdir(), 'library-'));
	mkdirSync(join(folder, 'node_modules'));
	// A junction: Windows makes other links for administrators only.
	symlinkSync(project, join(folder, 'node_modules/n8n-nodes-performance-pay'), 'junction');
	for (const { info, text: code } of blocks) {
		const [, file] = /^\w+ (\S+[.](?:mjs|ndjson))$/.exec(info) ?? [];
		if (file && !info.startsWith('text')) writeFileSync(join(folder, file), `${code}\n`);
	}
});
after(async () => {
	await sandbox?.stop();
	if (folder) rmSync(folder, { recursive: true, force: true });
});

const output = async (program, env = {}) => {
	const options = { cwd: folder, env: { ...process.env, ...env } };
	const { stdout } = await run(process.execPath, [program], options);
	return stdout.trimEnd();
};

test('score.mjs and pay.mjs print what the page says', async () => {
	assert.equal(await output('score.mjs'), printed('score.mjs'));
	const { url, key, secret } = sandbox.frappe;
	const frappe = { FRAPPE_URL: url, FRAPPE_KEY: key, FRAPPE_SECRET: secret };
	assert.equal(await output('pay.mjs', frappe), printed('pay.mjs'));
	assert.deepEqual(sandbox.ledger(), [], 'a preview writes nothing');
});

test('work.mjs prints what its page says', async () => {
	assert.equal(await output('work.mjs'), printed('work.mjs'));
});

test('collect.mjs reads a whole month', async () => {
	const { url, token } = sandbox.hubspot;
	const said = await output('collect.mjs', { HUBSPOT_URL: url, HUBSPOT_TOKEN: token });
	assert.match(said, /^[1-9]\d* records, complete: true$/);
});

test('collect.mjs says what is missing when the token is wrong', async () => {
	const env = { HUBSPOT_URL: sandbox.hubspot.url, HUBSPOT_TOKEN: 'wrong' };
	await assert.rejects(output('collect.mjs', env), /does not accept the token/);
});

test('the page names every export, and nothing else', () => {
	const exported = createRequire(import.meta.url)(project);
	const named = tableOf(text, 'What is exported').flatMap((row) => codeIn(row.export));
	assert.deepEqual(named.sort(), Object.keys(exported).sort());
});
