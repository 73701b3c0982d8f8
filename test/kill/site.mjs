// A payroll sandbox with sixty people, and the batch that pays them, approved.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { payees } from '../../demo/company/payees.mjs';
import { serve } from '../../demo/sandbox/server.mjs';
import { axiosPort, portsOver } from '../pay/axiosPort.mjs';
import { gate } from './points.mjs';

const { payrollSystems, previewPay } = createRequire(import.meta.url)('../../dist/src/index.js');

const fileOf = (id) => new URL(`../../demo/sandbox/${id}/payFixture.mjs`, import.meta.url);

/** Makers of the fixtures of every system that is written to; one without a fixture fails. */
export const payFixtures = await Promise.all(
	payrollSystems
		.filter(({ byFile }) => !byFile)
		.map(async ({ id }) => {
			assert.ok(
				existsSync(fileOf(id)),
				`There is no demo/sandbox/${id}/payFixture.mjs. Write it as frappe's`,
			);
			return (await import(fileOf(id))).payFixture;
		}),
);

const lineOf = ({ remoteEmployeeId, amount, state }) => `${remoteEmployeeId} ${amount} ${state}`;

/** What payroll must hold in the end: each person exactly once, to the cent. */
const owedTo = (fixture, people) =>
	people
		.map(({ employeeId, amount }) =>
			lineOf({ remoteEmployeeId: fixture.remoteOf(employeeId), amount, state: 'paid' }),
		)
		.sort();

const scorecardOf = ({ employeeId, total }) => ({
	employeeId,
	kind: 'scorecard',
	period: '2026-10',
	rulebookHash: 'a'.repeat(64),
	total: Number(total),
});

/** The items that a batch of these people is drawn up from. */
export function monthOf(people, { name, currency, remoteOf }) {
	const scorecards = people.map(scorecardOf);
	return {
		scorecards,
		basePay: people.map(({ employeeId, base }) => ({
			...{ employeeId, remoteEmployeeId: remoteOf(employeeId) },
			...{ base, currency, from: '2026-01-01', system: name },
		})),
		exceptions: [],
		summary: [
			{
				...{ period: '2026-10', scored: scorecards.length, blocked: 0 },
				resultHash: createHash('sha256').update(JSON.stringify(scorecards)).digest('hex'),
			},
		],
	};
}

/**
 * Opens the fixture's server for the first `count` people and approves their batch. Gives { server, gate, signature,
 * ports, request, owed, ledger(), reset() }.
 */
export async function openSite(makeFixture, count = payees.length) {
	const fixture = makeFixture();
	const people = payees.slice(0, count);
	const system = fixture.system();
	const killing = gate(system);
	const server = await serve(killing.system);
	const signature = fixture.sign(fixture.credentials);
	const ports = portsOver(axiosPort(signature));
	const request = {
		...{ system: fixture.name, baseUrl: server.url, period: '2026-10', tenant: 'xx' },
		...{ currency: fixture.currency, timeoutMs: 5000, ...fixture.request },
		...monthOf(people, fixture),
	};
	const { batch, problems } = await previewPay(request, ports);
	assert.equal(batch.status, 'ready', JSON.stringify(problems));
	return {
		...{ name: fixture.name, server, gate: killing, signature, ports },
		request: { ...request, approvedHash: batch.hash },
		owed: owedTo(fixture, people),
		ledger: () => fixture.ledger(system).map(lineOf).sort(),
		reset: () => fixture.reset(system),
	};
}
