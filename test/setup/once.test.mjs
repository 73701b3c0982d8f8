// Installing once per machine: whole or not at all, by one of many, repaired after a kill.
import assert from 'node:assert/strict';
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	rmSync,
	utimesSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { cacheFolder } from '../../demo/setup/cache.mjs';
import { installOnce } from '../../demo/setup/once.mjs';
import { run, spoken } from '../../demo/setup/run.mjs';

const quiet = () => undefined;
let root;
beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'performance-pay-once-'))));
afterEach(() => rmSync(root, { recursive: true, force: true }));

const whole = (folder) => existsSync(join(folder, 'last'));
function install(times = []) {
	const make = async (part) => {
		times.push(part);
		writeFileSync(join(part, 'first'), '');
		await new Promise(setImmediate);
		writeFileSync(join(part, 'last'), '');
	};
	return { folder: join(root, 'thing'), whole, make, say: quiet };
}

test('what is whole is left alone', async () => {
	const made = [];
	await installOnce(install(made));
	await installOnce(install(made));
	assert.equal(made.length, 1);
	assert.deepEqual(readdirSync(root), ['thing']);
});

test('of several at once, one installs and the others find it there', async () => {
	const made = [];
	await Promise.all([1, 2, 3].map(() => installOnce(install(made))));
	assert.equal(made.length, 1);
	assert.deepEqual(readdirSync(root), ['thing']);
});

test('what a killed run left behind is cleared and made anew', async () => {
	mkdirSync(join(root, 'thing.part-1-1'));
	writeFileSync(join(root, 'thing.lock'), '1');
	const long = new Date(Date.now() - 3600000);
	utimesSync(join(root, 'thing.lock'), long, long);
	mkdirSync(join(root, 'thing'));
	writeFileSync(join(root, 'thing/first'), '');
	await installOnce(install());
	assert.deepEqual(readdirSync(root), ['thing']);
	assert.ok(whole(join(root, 'thing')));
});

test('an installation that fails leaves nothing, and the next may try', async () => {
	const failing = { ...install(), make: () => Promise.reject(new Error('no network')) };
	await assert.rejects(installOnce(failing), /no network/);
	assert.deepEqual(readdirSync(root), []);
	await installOnce(install());
	assert.deepEqual(readdirSync(root), ['thing']);
});

for (const [platform, env, folder] of [
	['linux', {}, '/home/li/.cache'],
	['linux', { XDG_CACHE_HOME: '/big/cache' }, '/big/cache'],
	['darwin', {}, '/home/li/Library/Caches'],
	['win32', { LOCALAPPDATA: '/local' }, '/local'],
])
	test(`the cache on ${platform} with ${JSON.stringify(env)} is ${folder}`, () =>
		assert.equal(
			cacheFolder(env, platform, '/home/li'),
			join(folder, 'n8n-nodes-performance-pay'),
		));

for (const [ms, text] of [
	[0, '0 s'],
	[59400, '59 s'],
	[60000, '1 min 0 s'],
	[125000, '2 min 5 s'],
])
	test(`${ms} ms are spoken of as ${text}`, () => assert.equal(spoken(ms), text));

test('a program that fails is named with what it said', async () => {
	const script = "console.error('disk full'); process.exit(3)";
	await assert.rejects(run(process.execPath, ['-e', script]), /ended with 3\.\ndisk full/);
});
