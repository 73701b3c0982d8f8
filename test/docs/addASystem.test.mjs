// The system of docs/add-a-system.md, added to a copy of the project as the page says: it compiles, its credential's
// test passes, and its sandbox's month comes as planned, whole and under a fault.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, realpathSync } from 'node:fs';
import { rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { serve } from '../../demo/sandbox/server.mjs';
import { axiosPort, portsOver } from '../pay/axiosPort.mjs';
import pages from './pages.cjs';

const run = promisify(execFile);
const { blocksOf, page, project } = pages;
const blocks = blocksOf(page('docs/add-a-system.md'));
const mostLines = 120;

let folder;
let library;
let fixture;

const register = (line) => {
	const path = join(folder, 'src/connectors/registry.ts');
	const given = readFileSync(path, 'utf8').replace('System[] = [', 'System[] = [\n\tacme,');
	writeFileSync(path, `${line}\n${given}`);
};

const compile = async () => {
	const settings = {
		extends: './tsconfig.json',
		include: ['src/**/*', 'credentials/**/Performance*Acme*'],
	};
	settings.compilerOptions = { incremental: false, sourceMap: false, declaration: false };
	writeFileSync(join(folder, 'tsconfig.acme.json'), JSON.stringify(settings));
	const program = join(folder, 'node_modules/typescript/bin/tsc');
	await run(process.execPath, [program, '-p', 'tsconfig.acme.json'], { cwd: folder }).catch(
		({ stdout }) => assert.fail(stdout),
	);
};

before(async () => {
	folder = mkdtempSync(join(tmpdir(), 'add-a-system-'));
	cpSync(join(project, 'src'), join(folder, 'src'), { recursive: true });
	for (const file of ['tsconfig.json', 'package.json'])
		cpSync(join(project, file), join(folder, file));
	symlinkSync(
		realpathSync(join(project, 'node_modules')),
		join(folder, 'node_modules'),
		'junction',
	);
	for (const { info, text } of blocks) {
		const [, file] = info.split(' ');
		if (file === 'registry') register(text);
		if (!/[/]/.test(file ?? '')) continue;
		mkdirSync(dirname(join(folder, file)), { recursive: true });
		writeFileSync(join(folder, file), `${text}\n`);
	}
	await compile();
	library = createRequire(import.meta.url)(join(folder, 'dist/src/index.js'));
	const module = await import(pathToFileURL(join(folder, 'demo/sandbox/acme/fixture.mjs')));
	fixture = module.fixture();
});
after(() => folder && rmSync(folder, { recursive: true, force: true }));

const served = async (use) => {
	const server = await serve(fixture.system());
	try {
		return await use(server, axiosPort(fixture.sign(fixture.credentials)));
	} finally {
		await server.stop();
	}
};
const request = ({ url }) => ({
	...{ system: 'acme', stream: 'tasks', baseUrl: url },
	...{ period: '2026-10', timeZone: 'Asia/Shanghai' },
});

test('its month comes as planned', async () =>
	await served(async (server, http) => {
		const { evidence, coverage } = await library.collectEvidence(request(server), portsOver(http));
		assert.equal(coverage.gap, null);
		const { evidence: planned } = fixture.streams.tasks;
		const names = Object.keys(planned[0]);
		const told = evidence.map((item) =>
			Object.fromEntries(names.map((name) => [name, item[name]])),
		);
		assert.deepEqual(told, planned);
	}));

test('a missing right is named by the credential and in the gap', async () =>
	await served(async (server, http) => {
		server.faults.add({ match: '/events', kind: '403', times: 'always' });
		const remedy = /may not read tasks \(HTTP 403\)\. Give the token of the credential the scope/;
		const { coverage } = await library.collectEvidence(request(server), portsOver(http));
		assert.match(coverage.gap, remedy);
		const access = await library.checkAccess({ system: 'acme', baseUrl: server.url }, http);
		assert.match(access.message, remedy);
	}));

test('the test of its credential passes', async () =>
	await served(async (server, http) => {
		const access = await library.checkAccess({ system: 'acme', baseUrl: server.url }, http);
		assert.deepEqual(access, {
			ok: true,
			message: 'Acme Tasks: could read tasks and their events.',
		});
	}));

test(`a file that defines a stream is under ${mostLines} lines`, () => {
	const root = join(project, 'src/connectors/vendors');
	const long = readdirSync(root, { recursive: true })
		.filter((name) => name.endsWith('.ts'))
		.map((name) => ({ name, text: readFileSync(join(root, name), 'utf8') }))
		.filter(({ text }) => text.includes('defineStream'))
		.filter(({ text }) => text.trimEnd().split('\n').length >= mostLines)
		.map(({ name }) => name);
	assert.deepEqual(long, []);
});
