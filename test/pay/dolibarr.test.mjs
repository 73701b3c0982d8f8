// Payroll by salaries of Dolibarr, as built, against the sandbox.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { describe, it } from 'node:test';
import { payFixture, payRights } from '../../demo/sandbox/dolibarr/payFixture.mjs';
import { serve } from '../../demo/sandbox/server.mjs';
import { axiosPort, portsOver } from './axiosPort.mjs';
import { people, scored } from './threePeople.mjs';

const library = createRequire(import.meta.url)('../../dist/src/index.js');

/** Runs `use` on a server; `terms` change the request. */
async function withDolibarr({ terms = {}, ...options }, use) {
	const fixture = payFixture(options);
	const system = fixture.system();
	const server = await serve(system);
	const ports = portsOver(axiosPort(fixture.sign(fixture.credentials)));
	const at = { system: 'dolibarr', baseUrl: server.url, period: '2026-10', timeoutMs: 5000 };
	const parameters = { mainCurrency: 'CNY' };
	const basePay = people.map(({ employeeId, base }) => ({
		...{ employeeId, remoteEmployeeId: fixture.remoteOf(employeeId), base, currency: 'CNY' },
		...{ from: '2026-10-01', system: 'dolibarr' },
	}));
	const requestOf = ({ totals = {}, ...more } = {}) => ({
		...{ ...at, tenant: 'xx', component: 'Performance Pay', basePay, parameters },
		...{ ...scored(totals), ...terms, ...more },
	});
	const approved = async (more) => {
		const { batch } = await library.previewPay(requestOf(more), ports);
		return { ...requestOf(more), approvedHash: batch.hash };
	};
	try {
		return await use({
			salaries: system.salaries,
			sync: async (more) => await library.syncPay(await approved(more), ports),
			reconcile: async (more) => await library.reconcilePay(await approved(more), ports),
			reverse: async ({ batch, lines }) => {
				const { system: id, baseUrl } = at;
				const which = { batchHash: batch.hash, payLines: lines };
				return await library.reversePay({ system: id, baseUrl, parameters, ...which }, ports);
			},
			base: async () =>
				await library.getBasePay(
					{
						...{ ...at, currency: 'CNY', parameters },
						employees: people.map(({ employeeId, email }) => ({
							...{ employeeId, accounts: { dolibarr: [email.toUpperCase()] } },
						})),
					},
					ports,
				),
			check: async () => await library.checkAccess({ ...at, testPath: '' }, ports.http),
		});
	} finally {
		await server.stop();
	}
}

const codesOf = ({ problems }) => problems.map(({ code, employeeId }) => `${code} ${employeeId}`);
const wordsOf = ({ problems }) =>
	problems.map(({ message, remedy }) => `${message}. ${remedy}`).join('\n');
const due = (salaries) => salaries.map((one) => `${one.fk_user} ${one.amount} ${one.dateep}`);
const owed = ['201 2790 2026-10-31', '202 2790.48 2026-10-31', '203 2790.87 2026-10-31'];

describe('salaries of Dolibarr', () => {
	for (const [version, zone] of [
		[22, 8],
		[22, -10],
		[22, 13],
		[18, 1],
	])
		it(`pays everybody once, to the cent: version ${version}, UTC${zone < 0 ? '' : '+'}${zone}`, async () =>
			await withDolibarr({ version, zone }, async ({ sync, reconcile, salaries }) => {
				assert.equal((await sync()).batch.status, 'sent');
				assert.deepEqual(due(salaries), owed);
				const again = await sync();
				assert.ok(again.lines.every(({ status }) => status === 'unchanged'));
				assert.equal((await reconcile()).batch.status, 'reconciled');
				assert.deepEqual(due(salaries), owed);
			}));

	it('have a label that says what they are, with the whole key', async () =>
		await withDolibarr({}, async ({ sync, salaries }) => {
			const { lines } = await sync();
			const [{ key }] = lines;
			assert.equal(salaries[0].label, `Performance Pay 2026-10 [key ${key}]`);
			assert.equal(salaries[0].datesp, '2026-10-01');
		}));

	it('are found beyond the first page of a version that does not filter', async () => {
		const change = ({ salaries }) => {
			for (let id = 1; id <= 450; id += 1)
				salaries.push({
					...{ id: String(id), entity: '1', fk_user: '230', label: 'Salary', amount: '1' },
					...{ datesp: '2026-10-01', dateep: '2026-10-31' },
				});
		};
		await withDolibarr({ version: 18, change }, async ({ sync, salaries }) => {
			await sync();
			await sync();
			assert.deepEqual(due(salaries).slice(450), owed);
		});
	});

	it('carry a correction beside the first, and refuse to deduct', async () =>
		await withDolibarr({}, async ({ sync, reconcile, salaries }) => {
			await sync();
			const { lines: earlierPay } = await reconcile();
			const less = await sync({ totals: { E001: 90 }, revision: 1, earlierPay });
			assert.equal(less.batch.status, 'stopped');
			assert.deepEqual(due(salaries), owed);
			const more = await sync({ totals: { E001: 95 }, revision: 1, earlierPay });
			assert.equal(more.batch.status, 'sent');
			assert.deepEqual(due(salaries), [...owed, '201 60 2026-10-31']);
		}));

	it('are not taken back: it is told which to delete, and seen once it is done', async () =>
		await withDolibarr({}, async ({ sync, reverse, salaries }) => {
			const first = await sync();
			const told = await reverse(first);
			assert.equal(told.reversal.status, 'incomplete');
			assert.match(wordsOf(told), /E001.*Dolibarr salary 1: Dolibarr deletes no salary.*Delete it/);
			assert.deepEqual(due(salaries), owed);
			salaries.splice(0);
			assert.equal((await reverse(first)).reversal.status, 'reversed');
		}));
});

describe('what stands against it is told before anything is written', () => {
	const cases = [
		{
			says: 'only a part of the salaries is seen',
			rights: { ...payRights, salaries: { read: 1, write: 1 } },
			code: 'pay.refused null',
			words: /sees only a part.*Read all salaries/,
		},
		{
			says: 'nobody of that number',
			change: ({ users }) => users.shift(),
			code: 'pay.personMissing E001',
			words: /201 is no user there/,
		},
		{
			says: 'a disabled user',
			change: ({ users }) => Object.assign(users[0], { status: '0', statut: '0' }),
			code: 'pay.inactive E001',
			words: /Enable the user/,
		},
		{
			says: 'another currency',
			terms: { parameters: { mainCurrency: 'EUR' } },
			code: 'pay.otherCurrency E001',
			words: /this pay is in CNY, the main currency of Dolibarr is EUR/,
		},
		{
			says: 'a component that would end a search',
			terms: { component: "Pay (John's)" },
			code: 'pay.componentUnfit null',
			words: /cannot begin the label/,
		},
		{
			says: 'an amount that was entered by hand',
			change: ({ salaries }) =>
				salaries.push({
					...{ id: '1', entity: '1', fk_user: '201', label: 'performance pay October' },
					...{ amount: '100', datesp: '2026-10-01', dateep: '2026-10-31' },
				}),
			code: 'pay.paidByHand E001',
			words: /1 holds 100 CNY/,
		},
	];
	for (const { says, code, words, ...options } of cases)
		it(
			says,
			async () =>
				await withDolibarr(options, async ({ sync, salaries }) => {
					const before = salaries.length;
					const told = await sync();
					assert.equal(told.batch.status, 'stopped');
					assert.ok(codesOf(told).includes(code), JSON.stringify(told.problems));
					assert.match(wordsOf(told), words);
					assert.equal(salaries.length, before);
				}),
		);

	it('the main currency is not said', async () =>
		await withDolibarr({ terms: { parameters: {} } }, async ({ sync }) => {
			await assert.rejects(sync, /Main Currency/);
		}));

	it('a missing right to write ends it at the first line', async () => {
		const rights = { ...payRights, salaries: { read: 1, readall: 1 } };
		await withDolibarr({ rights }, async ({ sync }) => {
			const told = await sync();
			assert.deepEqual(
				told.lines.map(({ status }) => status),
				['failed', 'preview', 'preview'],
			);
			assert.match(wordsOf(told), /may not write salaries.*salaries → write/);
		});
	});
});

describe('who pays', () => {
	it('has a base: the salary on the card, from the first of the month', async () =>
		await withDolibarr({}, async ({ base }) => {
			const { basePay, problems } = await base();
			assert.deepEqual(problems, []);
			assert.deepEqual(
				basePay.map((one) => `${one.remoteEmployeeId} ${one.base} ${one.currency} ${one.from}`),
				people.map(({ base: wage }, at) => `${201 + at} ${wage} CNY 2026-10-01`),
			);
		}));

	it('is told whose card has none, and of a right that hides it', async () => {
		const change = ({ users }) => Object.assign(users[0], { salary: null });
		await withDolibarr({ change }, async ({ base }) =>
			assert.deepEqual(codesOf(await base()), ['pay.baseMissing E001']),
		);
	});

	it('has an account that is fit for paying only, or is told each right that is missing', async () => {
		await withDolibarr({}, async ({ check }) => {
			const { ok, message } = await check();
			assert.equal(ok, true);
			assert.match(message, /For payroll: Dolibarr: could read the rights of the user, salaries/);
		});
		const rights = { user: { user: { lire: 1 } } };
		await withDolibarr({ rights }, async ({ check }) => {
			const { ok, message } = await check();
			assert.equal(ok, false);
			assert.match(message, /For payroll:.*Read all salaries.*may not read this.*readall/);
		});
	});
});
