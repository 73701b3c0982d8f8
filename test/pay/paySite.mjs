// A payroll sandbox with its first people, and the library's use cases on it.
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { payees } from '../../demo/company/payees.mjs';
import { serve } from '../../demo/sandbox/server.mjs';
import { axiosPort, portsOver } from './axiosPort.mjs';

// The built package: it is not there yet when imports are checked.
const library = createRequire(import.meta.url)('../../dist/src/index.js');
const { previewPay, reconcilePay, reversePay, syncPay } = library;

const period = '2026-10';

/** Its fields in the order of their names, as the hash of a result has them. */
const scorecardOf = ({ employeeId, total }) => ({
	employeeId,
	kind: 'scorecard',
	period,
	rulebookHash: 'a'.repeat(64),
	total: Number(total),
});

/** Somebody's score becomes another: E001 at 95 instead of 93. */
export const scored = (people, employeeId, total) =>
	people.map((person) => (person.employeeId === employeeId ? { ...person, total } : person));

/**
 * Gives { server, system, ports, people, request(people, change), pay(request), … }: `pay` previews, approves and
 * syncs; `reconcile` and `reverse` take what `pay` gave. `options` go to the sandbox.
 */
export async function openPaySite(fixture, { count = 3, options = {} } = {}) {
	const system = fixture.system(options);
	const server = await serve(system);
	const ports = portsOver(axiosPort(fixture.sign(fixture.credentials)));
	const people = payees.slice(0, count);

	const request = (who = people, change = {}) => {
		const scorecards = who.map(scorecardOf);
		const resultHash = createHash('sha256').update(JSON.stringify(scorecards)).digest('hex');
		return {
			...{ system: fixture.name, baseUrl: server.url, period, tenant: 'xx', timeoutMs: 1000 },
			...{ currency: fixture.currency, ...fixture.request, scorecards, exceptions: [] },
			basePay: who.map(({ employeeId, base }) => ({
				...{ employeeId, remoteEmployeeId: fixture.remoteOf(employeeId), base },
				...{ currency: fixture.currency, from: '2026-01-01', system: fixture.name },
			})),
			summary: [{ period, scored: who.length, blocked: 0, resultHash }],
			...change,
		};
	};
	const preview = async (asked) => await previewPay(asked, ports);
	const approve = async (asked) => ({
		...asked,
		approvedHash: (await preview(asked)).batch.hash,
	});
	const pay = async (asked = request()) => await syncPay(await approve(asked), ports);

	return {
		...{ server, system, ports, people, request, preview, approve, pay },
		sync: async (approved) => await syncPay(approved, ports),
		reconcile: async (asked) => await reconcilePay(await approve(asked), ports),
		reverse: async ({ batch, lines }, change = {}) =>
			await reversePay(
				{
					...{ system: fixture.name, baseUrl: server.url, batchHash: batch.hash, payLines: lines },
					...fixture.request,
					...change,
				},
				ports,
			),
		ledger: () => fixture.ledger(system),
	};
}

export const codes = ({ problems }) =>
	problems.map(({ code, employeeId }) => `${code} ${employeeId}`);
export const statuses = ({ lines }) => lines.map(({ status }) => status);
