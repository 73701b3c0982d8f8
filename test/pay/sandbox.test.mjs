// Payroll against a Frappe HR that was written from Frappe's own code, over real sockets.
import { createRequire } from 'node:module';
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { accounts } from '../../demo/company/accounts.mjs';
import { expected, expectedTotals } from '../../demo/company/expected.mjs';
import { frappeData } from '../../demo/company/frappe.mjs';
import { company } from '../../demo/company/plan.mjs';
import { frappe } from '../../demo/sandbox/frappe.mjs';
import { serve } from '../../demo/sandbox/server.mjs';
import { axiosPort, portsOver } from './axiosPort.mjs';

// The built package: it is not there yet when imports are checked.
const library = createRequire(import.meta.url)('../../dist/src/index.js');

const { getBasePay, previewPay, reconcilePay, syncPay } = library;

const all = [...expected.values()].filter(({ blocked }) => blocked === undefined);
const blocked = [...expected.values()].filter((person) => person.blocked !== undefined);

const sorted = (value) =>
	value !== null && typeof value === 'object' && !Array.isArray(value)
		? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
		: value;

const scorecardOf = ({ employeeId, total }) => ({
	kind: 'scorecard',
	period: '2026-10',
	employeeId,
	total: Number(total),
	rulebookHash: 'a'.repeat(64),
});

const monthOf = (people, exceptions = []) => {
	const scorecards = people.map(scorecardOf).sort((a, b) => (a.employeeId < b.employeeId ? -1 : 1));
	const text = JSON.stringify(scorecards.map(sorted));
	return {
		scorecards,
		exceptions,
		summary: [
			{
				period: '2026-10',
				scored: scorecards.length,
				blocked: exceptions.length,
				resultHash: createHash('sha256').update(text).digest('hex'),
			},
		],
	};
};

// What payroll is about; the claims, by far the most, are left out.
const { documents, ...rest } = frappeData();
const payroll = Object.fromEntries(
	[
		...['Company', 'Employee', 'Custom Field'],
		...['Salary Component', 'Salary Structure', 'Salary Structure Assignment'],
	].map((name) => [name, documents[name]]),
);

/** A site with the company in it, and the library's use cases on it. */
const open = async ({ roles = ['HR User'], other = {} } = {}) => {
	const system = frappe({
		data: structuredClone({ ...rest, documents: { ...payroll, ...other } }),
		tokens: { 'k:s': { user: 'pay@x.example', roles } },
		now: () => Date.UTC(2026, 10, 6, 1),
	});
	const server = await serve(system);
	const ports = portsOver(axiosPort({ headers: { authorization: 'token k:s' } }));
	const at = { system: 'frappe', baseUrl: server.url, period: '2026-10', timeoutMs: 400 };
	return {
		server,
		ports,
		at,
		terms: { ...at, tenant: company.tenant, component: company.component },
		ledger: () =>
			system.store
				.all('Additional Salary')
				.map(({ employee, amount, docstatus }) => `${employee} ${amount} ${docstatus}`)
				.sort(),
	};
};

const employeesOf = (people) =>
	people.map(({ employeeId }) => ({
		employeeId,
		accounts: { frappe: [accounts.get(employeeId).email.toUpperCase()] },
	}));

const owed = (people) =>
	people
		.filter(({ base }) => base !== null)
		.map(
			({ employeeId, amount }) => `${accounts.get(employeeId).frappeEmployee} ${Number(amount)} 1`,
		)
		.sort();

describe("the article's company", () => {
	it('is paid once, to the cent, and reconciled', async () => {
		const site = await open();
		try {
			const { basePay, problems } = await getBasePay(
				{ ...site.at, employees: employeesOf(all) },
				site.ports,
			);
			assert.deepEqual(
				basePay.map(({ employeeId, base, currency }) => `${employeeId} ${base} ${currency}`).sort(),
				all
					.filter(({ base }) => base !== null)
					.map(({ employeeId, base }) => `${employeeId} ${base} CNY`)
					.sort(),
			);
			assert.deepEqual(
				problems.map(({ code, employeeId }) => `${code} ${employeeId}`),
				all.filter(({ base }) => base === null).map((it) => `pay.baseMissing ${it.employeeId}`),
			);

			const exceptions = blocked.map((it) => ({
				...{ code: it.blocked, employeeId: it.employeeId, blocks: true },
			}));
			const request = { ...site.terms, basePay, ...monthOf(all, exceptions) };
			const nobody = await previewPay(request, site.ports);
			assert.equal(nobody.batch.status, 'stopped');

			const others = { ...request, blockedPeople: 'payOthers' };
			const { batch } = await previewPay(others, site.ports);
			assert.equal(batch.status, 'ready');
			assert.equal(batch.count, expectedTotals.paid);
			assert.equal(batch.sumOfTotals, Number(expectedTotals.sumOfTotals));
			const { sumOfBase, sumOfAmount } = batch.currencies.CNY;
			assert.deepEqual(
				{ sumOfBase, sumOfAmount },
				{ sumOfBase: expectedTotals.sumOfBase, sumOfAmount: expectedTotals.sumOfAmount },
			);
			assert.deepEqual(site.ledger(), []);

			const approved = { ...others, approvedHash: batch.hash };
			assert.equal((await syncPay(approved, site.ports)).batch.status, 'sent');
			assert.deepEqual(site.ledger(), owed(all));
			const again = await syncPay(approved, site.ports);
			assert.equal(again.batch.status, 'sent');
			assert.ok(again.lines.every(({ status }) => status === 'unchanged'));
			assert.deepEqual(site.ledger(), owed(all));
			assert.equal((await reconcilePay(approved, site.ports)).batch.status, 'reconciled');
		} finally {
			await site.server.stop();
		}
	});

	it('is not paid without the field of the key, and the remedy says how to add it', async () => {
		const site = await open({ other: { 'Custom Field': [] } });
		try {
			const request = { ...site.terms, basePay: [basePayOf(all[0])], ...monthOf([all[0]]) };
			const { batch, problems } = await previewPay(request, site.ports);
			assert.equal(batch.status, 'stopped');
			assert.match(problems[0].remedy, /Add a unique Data field "custom_performance_pay_key"/);
		} finally {
			await site.server.stop();
		}
	});

	it('is not paid by an account that may not write, and says which right is missing', async () => {
		const site = await open({ roles: ['Performance Reader'] });
		try {
			const request = { ...site.terms, basePay: [basePayOf(all[0])], ...monthOf([all[0]]) };
			const { batch, problems } = await previewPay(request, site.ports);
			assert.equal(batch.status, 'stopped');
			assert.match(`${problems[0].message} ${problems[0].remedy}`, /HTTP 403.*API user/);
		} finally {
			await site.server.stop();
		}
	});
});

const basePayOf = ({ employeeId, base }) => ({
	employeeId,
	remoteEmployeeId: accounts.get(employeeId).frappeEmployee,
	...{ base, currency: 'CNY', from: '2026-01-01', system: 'frappe' },
});

const two = all.filter(({ base }) => base !== null).slice(0, 2);
const REQUESTS = 13; // 7 reads, 4 writes, 2 reads

const kinds = [
	...['reset', 'hang', '429', '500', '502', '503', 'login', 'redirect', '401', '403'],
	...['lost', 'lostHang', 'lost409', 'lost500', 'lost502', 'truncated', 'cut', 'contentType'],
];

describe('hit once at each request, and run again: everybody is paid once', () => {
	for (const kind of kinds)
		it(kind, async () => {
			for (let after = 0; after < REQUESTS; after += 1) {
				const site = await open();
				try {
					const request = { ...site.terms, basePay: two.map(basePayOf), ...monthOf(two) };
					const { batch } = await previewPay(request, site.ports);
					assert.equal(batch.status, 'ready');
					const approved = { ...request, approvedHash: batch.hash };
					site.server.faults.add({ kind, after, times: 1 });
					const first = await syncPay(approved, site.ports);
					if (first.batch.status === 'sent') assert.deepEqual(site.ledger(), owed(two));
					assert.equal(site.server.faults.left(), 0, `request ${after} was not made`);
					const second = await syncPay(approved, site.ports);
					assert.equal(second.batch.status, 'sent', JSON.stringify(second.problems));
					assert.deepEqual(site.ledger(), owed(two));
				} finally {
					await site.server.stop();
				}
			}
		});
});
