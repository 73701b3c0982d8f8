// The month of the sixty, as a batch that is ready to be synced into a sandbox of Frappe HR.
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { accounts } from '../../demo/company/accounts.mjs';
import { expected } from '../../demo/company/expected.mjs';
import { frappeData } from '../../demo/company/frappe.mjs';
import { company } from '../../demo/company/plan.mjs';
import { frappe } from '../../demo/sandbox/frappe.mjs';
import { serve } from '../../demo/sandbox/server.mjs';
import { axiosPort, portsOver } from '../pay/axiosPort.mjs';
import { gate } from './points.mjs';

const people = [...expected.values()].filter(
	({ blocked, base }) => blocked === undefined && base !== null,
);

const scorecards = people
	.map(({ employeeId, total }) => ({
		employeeId,
		kind: 'scorecard',
		period: '2026-10',
		rulebookHash: 'a'.repeat(64),
		total: Number(total),
	}))
	.sort((a, b) => (a.employeeId < b.employeeId ? -1 : 1));

const frappeOf = (employeeId) => accounts.get(employeeId).frappeEmployee;

/** What payroll must hold in the end, one line a person. */
export const owed = people
	.map(({ employeeId, amount }) => `${frappeOf(employeeId)} ${Number(amount)} paid`)
	.sort();

const { documents, ...rest } = frappeData();
const payroll = Object.fromEntries(
	[
		...['Company', 'Employee', 'Custom Field'],
		...['Salary Component', 'Salary Structure', 'Salary Structure Assignment'],
	].map((name) => [name, documents[name]]),
);

const stateOf = ({ docstatus }) => ['draft', 'paid', 'cancelled'][docstatus];

/** A site with the company's people and nothing paid yet. */
export async function openFrappe() {
	const system = frappe({
		data: structuredClone({ ...rest, documents: payroll }),
		tokens: { 'k:s': { user: 'pay@x.example', roles: ['HR User'] } },
		now: () => Date.UTC(2026, 10, 6, 1),
	});
	const killing = gate(system);
	const server = await serve(killing.system);
	const headers = { authorization: 'token k:s' };
	const salaries = () => system.store.all('Additional Salary');
	return {
		server,
		headers,
		gate: killing,
		ports: portsOver(axiosPort(headers)),
		reset: () => {
			for (const { name } of salaries()) system.store.remove('Additional Salary', name);
		},
		ledger: () =>
			salaries()
				.map((it) => `${it.employee} ${it.amount} ${stateOf(it)}`)
				.sort(),
	};
}

/** The batch of the month for this site, approved by the hash of its preview. */
export async function approvedBatch({ server, ports }) {
	const { previewPay } = createRequire(import.meta.url)('../../dist/src/index.js');
	const request = {
		system: 'frappe',
		baseUrl: server.url,
		period: '2026-10',
		tenant: company.tenant,
		component: company.component,
		timeoutMs: 5000,
		scorecards,
		basePay: people.map(({ employeeId, base }) => ({
			employeeId,
			remoteEmployeeId: frappeOf(employeeId),
			...{ base, currency: 'CNY', from: '2026-01-01', system: 'frappe' },
		})),
		exceptions: [],
		summary: [
			{
				period: '2026-10',
				scored: scorecards.length,
				blocked: 0,
				resultHash: createHash('sha256').update(JSON.stringify(scorecards)).digest('hex'),
			},
		],
	};
	const { batch, problems } = await previewPay(request, ports);
	if (batch.status !== 'ready') throw new Error(JSON.stringify(problems));
	return { ...request, approvedHash: batch.hash };
}
