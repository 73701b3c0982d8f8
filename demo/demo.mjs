// npm run demo: a whole month in a real n8n, against a sandbox of three business systems.
//   -- --once        stop when the month is closed (also where there is no terminal)
//   -- --json FILE   write the result as JSON, too
//   -- --port N      n8n's port (by default 5678, or a free one if that is taken)
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { closeOctober } from './closeOctober.mjs';
import { OWNER, signIn } from './n8n/client.mjs';
import { addCredentials, openMonth } from './n8n/month.mjs';
import { freePort, isTaken } from './n8n/ports.mjs';
import { startN8n } from './n8n/server.mjs';
import { installPackage } from './setup/package.mjs';
import { prepare } from './setup/prepare.mjs';
import { spoken } from './setup/run.mjs';

const start = Date.now();
const say = (text) => console.log(text);
const undo = []; // what has to be stopped or removed at the end, last first

async function cleanUp() {
	for (const step of undo.splice(0).reverse()) await step();
}

function options() {
	const { values } = parseArgs({
		options: {
			once: { type: 'boolean', default: false },
			json: { type: 'string' },
			port: { type: 'string' },
		},
	});
	const terminal = process.stdin.isTTY === true && process.stdout.isTTY === true;
	return { ...values, once: values.once || !terminal };
}

async function portFor(wanted) {
	if (wanted === undefined) return (await isTaken(5678)) ? freePort() : 5678;
	const port = Number(wanted);
	if (!Number.isInteger(port) || port < 1 || port > 65535)
		throw new Error(`--port ${wanted} is not a port: expected a number from 1 to 65535.`);
	if (await isTaken(port))
		throw new Error(`Port ${port} is taken by another program. Stop it, or choose another --port.`);
	return port;
}

async function demonstrate({ json, port }) {
	const at = await portFor(port);
	const { node, n8n } = await prepare(say);
	const userFolder = mkdtempSync(join(tmpdir(), 'performance-pay-demo-'));
	undo.push(() => rmSync(userFolder, { recursive: true, force: true, maxRetries: 5 }));
	await installPackage(userFolder, say);

	// The sandbox belongs to the project and needs its packages: it is loaded when they are there.
	const { start: startSandbox } = await import('./sandbox/start.mjs');
	const sandbox = await startSandbox();
	undo.push(() => sandbox.stop());
	say(
		`sandbox: HubSpot ${sandbox.hubspot.url}, Frappe HR ${sandbox.frappe.url}, Zendesk ${sandbox.zendesk.url}`,
	);

	say('… starting n8n');
	const server = await startN8n({ node, n8n, userFolder, port: at });
	undo.push(() => server.stop());
	const client = await signIn(server.url);
	const credentials = await addCredentials(client, sandbox);
	const month = await openMonth(client, n8n, credentials);
	say(
		`n8n: ${server.url}, five templates imported, set up and published (${spoken(Date.now() - start)})`,
	);

	const result = await closeOctober(month, sandbox, say);
	if (json) writeFileSync(json, `${JSON.stringify(result, null, '\t')}\n`);
	if (json) say(`\nThe result is in ${json}.`);
	say(`\nAll of it took ${spoken(Date.now() - start)}.`);
	return server;
}

const untilInterrupted = () => new Promise(() => setInterval(() => {}, 1e6));

async function main() {
	const chosen = options();
	if (chosen.json && existsSync(chosen.json)) rmSync(chosen.json);
	const server = await demonstrate(chosen);
	if (chosen.once) return;
	say(`\nn8n stays open at ${server.url}`);
	say(`  sign in as ${OWNER.email} with the password ${OWNER.password}`);
	say('  Ctrl-C stops it and removes everything.');
	await untilInterrupted();
}

for (const signal of ['SIGINT', 'SIGTERM'])
	process.once(signal, () => {
		console.log('\nStopping …');
		cleanUp().finally(() => process.exit(signal === 'SIGINT' ? 130 : 143));
	});

try {
	await main();
	await cleanUp();
	process.exit(0);
} catch (error) {
	console.error(`\nThe demonstration failed: ${error.message}`);
	await cleanUp();
	process.exit(1);
}
