// A payroll sandbox and a batch for the first of its people, to preview, sync, reconcile and reverse.
import { createRequire } from 'node:module';
import { payees } from '../../demo/company/payees.mjs';
import { serve } from '../../demo/sandbox/server.mjs';
import { monthOf } from '../kill/site.mjs';
import { axiosPort, portsOver } from '../pay/axiosPort.mjs';

const { previewPay, reconcilePay, reversePay, syncPay } = createRequire(import.meta.url)(
	'../../dist/src/index.js',
);

/** What a batch's hash is approved by here: a preview of the same request. */
const approved = async (request, ports) => {
	const { batch } = await previewPay(request, ports);
	return { ...request, approvedHash: batch.hash };
};

const told = ({ problems }) =>
	problems.map(({ code, message, remedy }) => ({ code, message, remedy }));

/**
 * Opens the fixture's server, with `options` for its system, for `use`: `preview`, `sync`, `reconcile` and `reverse`
 * take what is to be other than in the fixture's request, `waits` are those that were asked for.
 */
export const paying = async (makeFixture, { options, count = 3 }, use) => {
	const fixture = makeFixture();
	const people = payees.slice(0, count);
	const system = fixture.system(options);
	const server = await serve(system);
	const waits = [];
	const ports = {
		...portsOver(axiosPort(fixture.sign(fixture.credentials))),
		wait: async (ms) => void waits.push(ms),
	};
	const where = { system: fixture.name, baseUrl: server.url, timeoutMs: 5000, ...fixture.request };
	const base = { ...where, period: '2026-10', tenant: 'xx', currency: fixture.currency };
	const requestOf = ({ people: of = people, ...changed } = {}) => ({
		...{ ...base, ...monthOf(of, fixture), ...changed },
	});
	const act =
		(call) =>
		async (changed, through = ports) =>
			await call(await approved(requestOf(changed), ports), through);
	try {
		await use({
			...{ fixture, people, system, server, ports, waits, requestOf, told },
			preview: async (changed) => await previewPay(requestOf(changed), ports),
			sync: act(syncPay),
			reconcile: act(reconcilePay),
			reverse: async ({ lines, batch }, changed = {}) =>
				await reversePay({ ...where, ...changed, batchHash: batch.hash, payLines: lines }, ports),
			ledger: () =>
				fixture
					.ledger(system)
					.map(({ amount, state }) => `${amount} ${state}`)
					.sort(),
		});
	} finally {
		await server.stop();
	}
};
