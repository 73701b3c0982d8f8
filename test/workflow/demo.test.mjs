// `npm run demo` itself: what it prints, what it writes, how it ends.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { expectedTotals } from '../../demo/company/expected.mjs';
import { PROJECT } from '../../demo/setup/project.mjs';

const folder = mkdtempSync(join(tmpdir(), 'performance-pay-demo-test-'));
after(() => rmSync(folder, { recursive: true, force: true }));

function demo(...args) {
	return new Promise((resolve) => {
		const child = spawn(process.execPath, [join(PROJECT, 'demo/demo.mjs'), ...args], {
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		let text = '';
		for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (text += part));
		child.on('close', (code) => resolve({ code, text }));
	});
}

test('it closes October, shows it, writes it as JSON and ends with 0', async () => {
	const file = join(folder, 'month.json');
	const { code, text } = await demo('--once', '--json', file);
	assert.equal(code, 0, text);
	for (const part of [
		/E001 +张敏 +operations .* 93\.00 +excellent/,
		/E002 +刘洋 +operations .* 75\.00 +improve/,
		/E012 +朱琳 +ratingMissing/,
		/status +reconciled/,
	])
		assert.match(text, part);
	const month = JSON.parse(readFileSync(file, 'utf8'));
	assert.equal(month.scorecards.length, expectedTotals.scored);
	assert.equal(month.lines.length, expectedTotals.paid);
	assert.equal(month.reconciliation.status, 'reconciled');
	assert.equal(month.preview.currencies.CNY.sumOfAmount, expectedTotals.sumOfAmount);
});

test('a port that is taken is named, and it ends with 1', async () => {
	const server = createServer();
	await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address();
	const { code, text } = await demo('--once', '--port', String(port));
	server.close();
	assert.equal(code, 1);
	assert.match(text, new RegExp(`Port ${port} is taken`));
});

for (const [args, message] of [
	[['--port', 'first'], /--port first is not a port/],
	[['--twice'], /--twice/],
])
	test(`${args.join(' ')} is refused`, async () => {
		const { code, text } = await demo(...args);
		assert.equal(code, 1);
		assert.match(text, message);
	});
