// A real n8n with the package in it, beside a sandbox of the three systems: one of each per test file.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signIn } from '../../demo/n8n/client.mjs';
import { addCredentials, openMonth } from '../../demo/n8n/month.mjs';
import { startN8n } from '../../demo/n8n/server.mjs';
import { start as startSandbox } from '../../demo/sandbox/start.mjs';
import { installPackage } from '../../demo/setup/package.mjs';
import { prepare } from '../../demo/setup/prepare.mjs';

export const PERIOD = '2026-10';
const quiet = () => undefined;

/** An empty n8n: `client`, `n8n` (its folder), `restart()` after a kill, `kill()`, `stop()`. */
export async function emptyN8n({ timeZone = 'America/New_York', env } = {}) {
	const { node, n8n } = await prepare(quiet);
	const userFolder = mkdtempSync(join(tmpdir(), 'performance-pay-test-'));
	await installPackage(userFolder, quiet);
	const start = () => startN8n({ node, n8n, userFolder, timeZone, env });
	const own = { n8n, server: await start() };
	own.client = await signIn(own.server.url);
	own.kill = () => own.server.kill();
	own.restart = async () => {
		own.server = await start();
		own.client = await signIn(own.server.url);
	};
	own.stop = async () => {
		await own.server.stop();
		rmSync(userFolder, { recursive: true, force: true, maxRetries: 5 });
	};
	return own;
}

/** The company in a real n8n: the templates imported in the order given, set up and published. */
export async function openCompany({ timeZone, order, change, sandbox: settings } = {}) {
	const sandbox = await startSandbox(settings);
	const own = await emptyN8n({ timeZone });
	const open = async () => {
		const credentials = await addCredentials(own.client, sandbox);
		return openMonth(own.client, own.n8n, credentials, { order, change });
	};
	const month = await open();
	return {
		...month,
		own,
		sandbox,
		stop: async () => {
			await own.stop();
			await sandbox.stop();
		},
	};
}

/** Rows without what differs from run to run: row ids, when they were written, when they were fetched. */
export const lasting = (rows) =>
	rows
		.map(
			({
				id: _id,
				createdAt: _made,
				updatedAt: _changed,
				fetchedAt: _fetched,
				asOf: _asOf,
				...rest
			}) => rest,
		)
		.map((row) => JSON.stringify(row))
		.sort();

/** What payroll has and pays: every submitted Additional Salary, by employee and amount. */
export const paid = (sandbox) =>
	sandbox
		.ledger()
		.filter(({ docstatus }) => docstatus === 1)
		.map(({ employee, amount }) => `${employee} ${amount}`)
		.sort();
