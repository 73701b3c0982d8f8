import { checkAccess } from '../../src/app/evidence/checkAccess';
import type { HttpPort, HttpResponse } from '../../src/connectors/engine/http';

const answer = (status: number, body: unknown): HttpResponse => ({
	status,
	headers: { 'content-type': 'application/json' },
	body: JSON.stringify(body),
});
const httpOf =
	(serve: (path: string) => HttpResponse): HttpPort =>
	async ({ url }) =>
		await Promise.resolve(serve(new URL(url).pathname));
const check = async (system: string, serve: (path: string) => HttpResponse, testPath = '') =>
	await checkAccess({ system, baseUrl: 'https://a.example/api/', testPath }, httpOf(serve));

const scopeMissing = (scope: string) =>
	answer(403, { status: 'error', category: 'MISSING_SCOPES', context: { missingScopes: [scope] } });
const empty = answer(200, { results: [], total: 0 });

describe('the test of a credential', () => {
	it('names each missing scope of HubSpot', async () => {
		const scopeOf = (path: string): string =>
			path.endsWith('/owners')
				? 'crm.objects.owners.read'
				: path.includes('/deals')
					? 'crm.objects.deals.read'
					: 'tickets';
		const { ok, message } = await check('hubspot', (path) => scopeMissing(scopeOf(path)));
		expect(ok).toBe(false);
		expect(message).toMatch(/lacks the scope crm\.objects\.owners\.read/);
		expect(message).toMatch(/lacks the scope crm\.objects\.deals\.read/);
		expect(message).toMatch(/lacks the scope tickets/);
	});

	it('tells that only deals cannot be read', async () => {
		const { ok, message } = await check('hubspot', (path) =>
			path.endsWith('/deals/search') ? scopeMissing('crm.objects.deals.read') : empty,
		);
		expect(ok).toBe(false);
		expect(message).toMatch(/HubSpot deals: the token lacks the scope crm\.objects\.deals\.read/);
		expect(message).not.toMatch(/scope tickets/);
	});

	it('says what it could read', async () =>
		expect(await check('hubspot', () => empty)).toEqual({
			ok: true,
			message:
				'HubSpot: could read owners, ticket pipelines, tickets with their history, deal pipelines, deals with their history, contacts with their history.',
		}));

	it('reads the history of one ticket', async () => {
		const paths: string[] = [];
		await check('hubspot', (path) => {
			paths.push(path);
			const row = { id: '1', properties: {}, propertiesWithHistory: {} };
			return path.endsWith('/search') || path.endsWith('/read')
				? answer(200, { total: 1, results: [row] })
				: empty;
		});
		expect(paths).toContain('/api/crm/v3/objects/tickets/batch/read');
	});

	it('names the DocType that Frappe hides', async () => {
		const { message } = await check('frappe', (path) => {
			if (path.endsWith('/Version')) return answer(403, { exc_type: 'PermissionError' });
			if (path.endsWith('get_time_zone'))
				return answer(200, { message: { time_zone: 'Asia/Shanghai' } });
			return answer(200, { data: [], docs: [{ name: 'Expense Claim' }] });
		});
		expect(message).toMatch(/^For evidence: Frappe Version: .*\(HTTP 403\).* may read Version /);
		expect(message).toMatch(/For payroll: Frappe HR: could read employees, bases/);
	});

	it('says that Zendesk wants an administrator', async () => {
		const forbidden = answer(403, { error: { title: 'Forbidden', message: 'No' } });
		expect((await check('zendesk', () => forbidden)).message).toMatch(/administrators only/);
	});

	it('goes by what the body says of rights, where the status says otherwise', async () => {
		const told = async (status: number, errorCode: string, message: string) =>
			(await check('salesforce', () => answer(status, [{ errorCode, message }]))).message;
		const hidden = await told(400, 'INVALID_TYPE', "sObject type 'User' is not supported.");
		expect(hidden.match(/INVALID_TYPE/g)?.length).toBeGreaterThan(1);
		const limit = await told(403, 'REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.');
		expect(limit.match(/REQUEST_LIMIT_EXCEEDED/g)).toHaveLength(1);
	});

	it('tells a wrong key once', async () => {
		const { message } = await check('frappe', () =>
			answer(401, { exc_type: 'AuthenticationError' }),
		);
		expect(message.match(/HTTP 401/g)).toHaveLength(1);
	});

	it('reads the test path of any system', async () => {
		const found = await check(
			'rest',
			(path) => answer(path === '/api/me' ? 200 : 404, {}),
			'/me?x=1',
		);
		expect(found).toMatchObject({ ok: true });
		expect(await check('rest', () => answer(404, {}), '/you')).toMatchObject({ ok: false });
	});

	it.each([
		[{ system: 'sap', baseUrl: 'https://a.example' }, /no system 'sap'/],
		[{ system: 'hubspot', baseUrl: 'api.hubapi.com' }, /not an address/],
	])('%j', async (request, message) =>
		expect(
			await checkAccess(
				request,
				httpOf(() => empty),
			),
		).toMatchObject({
			ok: false,
			message: expect.stringMatching(message),
		}),
	);
});
