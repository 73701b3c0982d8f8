// What docs/payroll.md says of a user for paying: HR User is enough for a preview, though not for evidence.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { start } from '../../demo/sandbox/start.mjs';
import pages from './pages.cjs';

const { checkAccess, getBasePay, previewPay, presetRulebook, scorePeriod } = createRequire(
	import.meta.url,
)(pages.project);

let site;
before(async () => (site = await start({ roles: ['HR User'] })));
after(async () => await site?.stop());

async function http({ url, method, query = {}, headers, body }) {
	const { key, secret } = site.frappe;
	const answer = await fetch(`${url}?${new URLSearchParams(query)}`, {
		method,
		headers: { ...headers, authorization: `token ${key}:${secret}` },
		body: body === undefined ? undefined : JSON.stringify(body),
	});
	const told = Object.fromEntries(answer.headers);
	return { status: answer.status, headers: told, body: await answer.text() };
}

const now = () => '2026-11-06T09:00:00+08:00';
const wait = async () => undefined;
const ports = { http, now, wait, cancelled: () => false };

test("the credential's test finds it fit for payroll, and names what evidence would need", async () => {
	const { ok, message } = await checkAccess({ system: 'frappe', baseUrl: site.frappe.url }, http);
	assert.equal(ok, true);
	assert.match(message, /For payroll: Frappe HR: could read .*additional salaries/);
	for (const right of ['Version', 'Comment', 'Workflow']) assert.match(message, new RegExp(right));
});

test('a preview needs no more than HR User', async () => {
	const period = '2026-10';
	const preset = { id: 'pay', version: '1', timeZone: 'Asia/Shanghai', calendar: 'CN' };
	const covered = { source: 'crm', system: 'hubspot', activity: 'customerRecord', period };
	const rating = (criterion) => ({ employeeId: 'E001', raterId: 'L01', criterion, points: 12 });
	const employee = {
		employeeId: 'E001',
		role: 'operations',
		accounts: { frappe: ['HR-EMP-00001'] },
	};
	const { scorecards, exceptions, summary } = await scorePeriod({
		period,
		asOf: '2026-11-01T02:00:00+08:00',
		rulebook: presetRulebook({ ...preset, roles: ['operations'] }),
		employees: [employee],
		evidence: [{ kind: 'coverage', ...covered, complete: true }],
		ratings: [rating('attitude'), rating('collaboration')],
	});
	const where = { system: 'frappe', baseUrl: site.frappe.url, period };
	const { basePay } = await getBasePay({ ...where, employees: [employee] }, ports);
	const items = { scorecards, basePay, exceptions, summary: [summary] };
	const what = { tenant: 'xx-wealth', component: 'Performance Pay' };
	const { batch, problems } = await previewPay({ ...where, ...what, ...items }, ports);
	assert.deepEqual(problems, []);
	assert.equal(batch.status, 'ready');
});
