// An Odoo sandbox with three people to pay, and the library's use cases on it.
import { createRequire } from 'node:module';
import { payFixture } from '../../demo/sandbox/odoo/payFixture.mjs';
import { serve } from '../../demo/sandbox/server.mjs';
import { axiosPort, portsOver } from './axiosPort.mjs';
import { people, scored } from './threePeople.mjs';

const library = createRequire(import.meta.url)('../../dist/src/index.js');
const { signatureOf } = createRequire(import.meta.url)('../../dist/nodes/_shared/signatures.js');

const rows = ({ models }, name) => models[name].rows;

/**
 * Runs `use` on a server of that payroll and release, after `change(rows, models)` has changed what it holds. `use`
 * gets { preview, sync, reconcile, reverse, base, check, inputs, wrote, rows }.
 */
export async function withOdoo({ change, ...variant }, use) {
	const fixture = payFixture(variant);
	const system = fixture.system();
	change?.((name) => rows(system, name), system.models);
	const server = await serve(system);
	const ports = portsOver(axiosPort(signatureOf('performanceOdooApi', fixture.credentials)));
	const at = { system: 'odoo', baseUrl: server.url, period: '2026-10', timeoutMs: 5000 };
	const basePay = people.map(({ employeeId, base }) => ({
		...{ employeeId, remoteEmployeeId: fixture.remoteOf(employeeId), base, currency: 'CNY' },
		...{ from: '2026-01-01', system: 'odoo' },
	}));
	const requestOf = ({ totals = {}, ...more } = {}) => ({
		...{ ...at, tenant: 'xx', component: 'PERFPAY', basePay, ...scored(totals), ...more },
	});
	const preview = async (more) => await library.previewPay(requestOf(more), ports);
	const approved = async (more) => ({
		...requestOf(more),
		approvedHash: (await preview(more)).batch.hash,
	});
	const held = () => JSON.stringify(system.models['hr.payslip.input']?.rows);
	const before = held();
	try {
		return await use({
			wrote: () => held() !== before,
			...{ preview, rows: (name) => rows(system, name) },
			sync: async (more) => await library.syncPay(await approved(more), ports),
			reconcile: async (more) => await library.reconcilePay(await approved(more), ports),
			reverse: async ({ batch, lines }) =>
				await library.reversePay(
					{ system: 'odoo', baseUrl: server.url, batchHash: batch.hash, payLines: lines },
					ports,
				),
			base: async (period = '2026-10') =>
				await library.getBasePay(
					{
						...{ ...at, period, currency: 'CNY' },
						employees: people.map(({ employeeId, email }) => ({
							...{ employeeId, accounts: { odoo: [email.toUpperCase()] } },
						})),
					},
					ports,
				),
			check: async () => await library.checkAccess({ ...at, testPath: '' }, ports.http),
			/** Whose payslip has which code with which amount; empty ones are not told. */
			inputs: () =>
				rows(system, 'hr.payslip.input')
					.filter(({ amount }) => amount !== 0)
					.map(({ payslip_id: id, code, input_type_id: type, amount }) =>
						[
							rows(system, 'hr.payslip').find((slip) => slip.id === id).employee_id,
							code ?? rows(system, 'hr.payslip.input.type').find((one) => one.id === type).code,
							amount,
						].join(' '),
					)
					.sort(),
		});
	} finally {
		await server.stop();
	}
}
