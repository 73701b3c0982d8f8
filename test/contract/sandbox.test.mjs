// The connectors as built, over axios, against the sandbox of the three systems: the company's month as
// planned, and every fault that the sandbox can make. Run: npm run build && node --test test/contract/*.mjs
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { after, before, describe, test } from 'node:test';
import axios from 'axios';
import { accounts, zendeskUserOf } from '../../demo/company/accounts.mjs';
import { octoberItems } from '../../demo/company/items.mjs';
import { people } from '../../demo/company/plan.mjs';
import { faultKinds } from '../../demo/sandbox/faults.mjs';
import { start } from '../../demo/sandbox/start.mjs';

const { checkAccess, collectEvidence } = createRequire(import.meta.url)('../../dist/src/index.js');

const sources = {
	hubspot: { stream: 'tickets', list: '/objects/tickets/search', roles: ['operations'] },
	frappe: { stream: 'expenseClaims', list: '/resource/Expense%20Claim', roles: ['finance'] },
	zendesk: {
		stream: 'tickets',
		list: '/incremental/tickets/',
		roles: ['customerService', 'administration'],
	},
};
const PACE = 10_000; // the limits of the real things would only make the tests slow

const signers = {
	hubspot: ({ token }) => ({ Authorization: `Bearer ${token}` }),
	frappe: ({ key, secret }) => ({ Authorization: `token ${key}:${secret}` }),
	zendesk: ({ email, token }) => ({
		Authorization: `Basic ${Buffer.from(`${email}/token:${token}`).toString('base64')}`,
	}),
};

/** The HTTP port outside n8n: signs, follows no redirect, and gives failures as values. */
const portOf = (signature) => async (request) => {
	try {
		const answer = await axios({
			method: request.method,
			url: request.url,
			params: request.query,
			headers: { ...request.headers, ...signature },
			data: request.body,
			timeout: request.timeoutMs,
			maxRedirects: 0,
			responseType: 'text',
			transformResponse: (text) => text,
			validateStatus: () => true,
		});
		return { status: answer.status, headers: { ...answer.headers }, body: answer.data };
	} catch (error) {
		const timedOut = error.code === 'ECONNABORTED' || error.code === 'ETIMEDOUT';
		return { failure: timedOut ? 'timeout' : 'unreachable', detail: error.code ?? error.message };
	}
};

const collect = async (sandbox, system, { parameters = {}, timeoutMs = 5000 } = {}) =>
	await collectEvidence(
		{
			system,
			stream: sources[system].stream,
			baseUrl: sandbox[system].url,
			period: '2026-10',
			timeZone: 'Asia/Shanghai',
			parameters,
			timeoutMs,
		},
		{
			http: portOf(signers[system](sandbox[system])),
			now: () => '2026-11-06T09:30:00+08:00',
			wait: async () => {},
			cancelled: () => false,
		},
	);

const opened = () => start({ pace: { hubspot: PACE, zendesk: PACE } });

/** A record's facts on one line, however they were told. */
const line = (handler, assigned, done, errors, pause) =>
	[handler, assigned, done, errors, pause ?? ''].join(' ');
const ms = (text) => (text === null ? 'open' : Date.parse(text));
const lineOf = ({ handler, assignedAt, completedAt, errors, pauses }) =>
	line(
		handler,
		ms(assignedAt),
		ms(completedAt),
		errors,
		pauses.map(({ from, to }) => `${ms(from)}-${ms(to)}`).join(),
	);

/** The plan's item as the system tells it. */
const planned = (system, person, { assigned, done, error, pause }) => {
	const { email } = system === 'zendesk' ? zendeskUserOf(person) : accounts.get(person.employeeId);
	const paused = pause && `${pause.from}-${pause.to}`;
	return line(email, assigned, done ?? 'open', error ? 1 : 0, paused);
};

describe('the month of the company', () => {
	let sandbox;
	before(async () => void (sandbox = await opened()));
	after(async () => await sandbox.stop());

	for (const [system, { roles }] of Object.entries(sources)) {
		test(`${system}: every planned item comes as planned`, async () => {
			const { evidence, coverage } = await collect(sandbox, system);
			assert.equal(coverage.gap, null);
			const told = evidence.map(lineOf);
			const wanted = people
				.filter(({ role }) => roles.includes(role))
				.flatMap((person) => octoberItems(person).map((item) => planned(system, person, item)));
			assert.ok(wanted.length > 1000);
			const left = new Map();
			for (const one of told) left.set(one, (left.get(one) ?? 0) + 1);
			const missing = wanted.filter((one) => {
				left.set(one, (left.get(one) ?? 0) - 1);
				return left.get(one) < 0;
			});
			assert.deepEqual(missing, []);
		});

		test(`${system}: the credential's test passes`, async () => {
			const http = portOf(signers[system](sandbox[system]));
			const { ok, message } = await checkAccess({ system, baseUrl: sandbox[system].url }, http);
			assert.ok(ok, message);
		});
	}
});

describe('a fault is healed or told, never hidden', () => {
	let sandbox;
	const whole = {};
	before(async () => {
		sandbox = await opened();
		for (const system of Object.keys(sources))
			whole[system] = new Set((await collect(sandbox, system)).evidence.map(lineOf));
	});
	after(async () => await sandbox.stop());

	const writes = new Set(faultKinds.filter((kind) => kind.startsWith('lost')));
	/** A data fault changes what is right: it is enough that nothing is told twice and nothing breaks. */
	const changes = new Set(['moved', 'deleted', 'merged']);
	const reads = faultKinds.filter((kind) => !writes.has(kind) && kind !== 'merged');

	for (const [system, { list }] of Object.entries(sources))
		for (const kind of reads)
			for (const times of changes.has(kind) ? [1] : [1, 'always'])
				test(`${system}: ${kind}, ${times === 1 ? 'once' : 'always'}`, async () => {
					const faults = sandbox.faults[system];
					faults.clear();
					faults.add({ match: list, kind, times, after: 1, bytes: 40e6, everyMs: 5, minutes: 5 });
					const timeoutMs = kind === 'hang' || kind === 'slow' ? 400 : 5000;
					const { evidence, coverage } = await collect(sandbox, system, { timeoutMs });
					faults.clear();
					const ids = evidence.map(({ recordId }) => recordId);
					assert.equal(new Set(ids).size, ids.length);
					const secrets = Object.values(signers[system](sandbox[system]));
					for (const secret of secrets) assert.ok(!coverage.gap?.includes(secret));
					if (!coverage.complete) return assert.match(coverage.gap, /^.{20,}\.$/s);
					if (changes.has(kind)) return;
					const told = new Set(evidence.map(lineOf));
					assert.deepEqual(
						[...whole[system]].filter((one) => !told.has(one)),
						[],
					);
				});
});
