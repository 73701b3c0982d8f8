// A sandbox of Xero Payroll (Australia), API 1.0: sign-in of a custom connection, pay items, pay runs, payslips.
import { createBucket } from './bucket.mjs';
import { wagesOf, wrongChange } from './xero/lines.mjs';
import {
	asked,
	invalid,
	invalidInside,
	noScope,
	notAccepted,
	notFound,
	otherTenant,
	signInRefused,
	tooMany,
} from './xero/problems.mjs';

const ROOT = '/payroll.xro/1.0/';
const PAGE = 100;
const LONGEST_KEY = 128;

/** Path of a resource → the scopes of which one is needed to read it, and the one to change it. */
const scopes = {
	PayItems: { read: ['payroll.settings', 'payroll.settings.read'] },
	PayRuns: { read: ['payroll.payruns', 'payroll.payruns.read'] },
	Payslip: { read: ['payroll.payslip', 'payroll.payslip.read'], change: ['payroll.payslip'] },
};

const allScopes = ['payroll.settings.read', 'payroll.payruns.read', 'payroll.payslip'];

const dateOf = (ms) => `/Date(${ms}+0000)/`;

/**
 * The system for `serve`. `data` has `tenant` { id, name }, `rates`, `runs` (each with PayRunID, PayRunStatus,
 * PaymentDate as 'YYYY-MM-DD', slips) ; `client` is { id, secret } of the custom connection, `tokens` are good from the
 * start and have the `granted` scopes; `perMinute` and `perDay` are the limits of requests, `pace` as in bucket.mjs;
 * what a key was answered is forgotten after `keyLife` further changes.
 */
export const xero = ({
	data,
	client,
	tokens = [],
	granted = allScopes,
	perMinute = 60,
	perDay = 5000,
	pace = 1,
	keyLife = Infinity,
	now = Date.now,
}) => {
	const good = new Set(tokens);
	const { tenant, rates } = data;
	const runs = data.runs.map((run) => ({ ...run, slips: structuredClone(run.slips) }));
	const minute = createBucket({ capacity: perMinute, perMs: 60_000, pace });
	const answered = new Map();
	let today = 0;
	let changes = 0;

	const envelope = (body) => ({
		status: 200,
		body: {
			...{ Id: '00000000-0000-0000-0000-000000000000', Status: 'OK', ProviderName: 'sandbox' },
			DateTimeUTC: `/Date(${now()})/`,
			...body,
		},
	});
	const page = (rows, { query }) => {
		const number = Number(query.get('page') ?? 1);
		return rows.slice((number - 1) * PAGE, number * PAGE);
	};

	const runOf = ({ PayRunID, PayrollCalendarID, PayRunStatus, PaymentDate, slips }) => ({
		...{ PayRunID, PayrollCalendarID, PayRunStatus },
		PaymentDate: dateOf(Date.parse(PaymentDate)),
		Wages: slips.reduce((sum, slip) => sum + Math.round(wagesOf(slip, rates) * 100), 0) / 100,
	});
	const summaryOf = (slip) => ({
		...{ EmployeeID: slip.EmployeeID, PayslipID: slip.PayslipID },
		...{ FirstName: slip.FirstName, LastName: slip.LastName },
		Wages: wagesOf(slip, rates),
		UpdatedDateUTC: dateOf(slip.updated),
	});
	const slipOf = ({ updated: _, ...slip }, full) => ({ ...full, ...slip, Tax: 0 });

	const find = (id) => {
		const run = runs.find(({ slips }) => slips.some((slip) => slip.PayslipID === id));
		return { run, slip: run?.slips.find((slip) => slip.PayslipID === id) };
	};

	const change = ({ run, slip }, { body }) => {
		if (run.PayRunStatus !== 'DRAFT')
			return invalid('Payslips can only be updated when the pay run is in draft status.');
		const wrong = wrongChange(body, rates);
		if (wrong !== undefined)
			return wrong.status === 200 ? invalidInside(wrong.why) : invalid(wrong.why);
		Object.assign(slip, structuredClone(body[0]), { updated: Math.max(now(), slip.updated + 1) });
		const { EarningsLines: _, ...kept } = slipOf(slip, summaryOf(slip));
		return envelope({ Payslips: [kept] });
	};

	/** The same key with the same request gets the answer of the first one, with another request a refusal. */
	const once = (place, request) => {
		const key = request.headers['idempotency-key'];
		if (key === undefined) return change(place, request);
		if (key.length > LONGEST_KEY) return invalid('The Idempotency-Key is too long.');
		const known = answered.get(key);
		if (known !== undefined && changes - known.at <= keyLife)
			return known.sent === request.target + request.text
				? known.answer
				: invalid('The Idempotency-Key was used for another request.');
		const answer = change(place, request);
		changes += 1;
		if (answer.status < 500)
			answered.set(key, { sent: request.target + request.text, answer, at: changes });
		return answer;
	};

	const payslip = (id, request) => {
		const place = find(id);
		if (place.slip === undefined) return notFound();
		if (request.method === 'POST') return once(place, request);
		return envelope({ Payslip: slipOf(place.slip, summaryOf(place.slip)) });
	};

	const payRuns = (id, request) => {
		if (id === undefined) return envelope({ PayRuns: page(runs, request).map(runOf) });
		const run = runs.find(({ PayRunID: own }) => own === id);
		if (run === undefined) return notFound();
		return envelope({ PayRuns: [{ ...runOf(run), Payslips: run.slips.map(summaryOf) }] });
	};

	const items = (request) =>
		envelope({
			PayItems: {
				EarningsRates: page(rates, request),
				...{ DeductionTypes: [], LeaveTypes: [], ReimbursementTypes: [] },
			},
		});

	const route = (request, [what, id]) => {
		const needed = scopes[what]?.[request.method === 'POST' ? 'change' : 'read'];
		if (needed === undefined) return notFound();
		if (!needed.some((scope) => granted.includes(scope))) return noScope();
		if (what === 'PayItems') return items(request);
		return what === 'PayRuns' ? payRuns(id, request) : payslip(id, request);
	};

	const signIn = ({ method, headers, body }) => {
		const basic = `Basic ${btoa(`${client.id}:${client.secret}`)}`;
		if (method !== 'POST' || body?.grant_type !== 'client_credentials')
			return signInRefused('unsupported_grant_type');
		if (headers.authorization !== basic) return signInRefused('invalid_client');
		const token = `xero-sandbox-token-${good.size + 1}`;
		good.add(token);
		return { status: 200, body: { access_token: token, expires_in: 1800, token_type: 'Bearer' } };
	};

	const limited = (answer) => {
		const { ok, remaining, waitMs } = minute.take();
		if (!ok) return tooMany('minute', Math.ceil(waitMs / 1000));
		today += 1;
		if (today > perDay) return tooMany('day', 36_000);
		const { headers, ...rest } = answer();
		const left = {
			'x-minlimit-remaining': String(remaining),
			'x-daylimit-remaining': String(perDay - today),
			'x-appminlimit-remaining': '9999',
		};
		return { ...rest, headers: { ...left, ...headers } };
	};

	const handle = (request) => {
		if (request.path === '/connect/token') return signIn(request);
		const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
		if (!good.has(token)) return notAccepted();
		if (request.path === '/connections')
			return {
				status: 200,
				body: [
					{ id: 'c-1', tenantId: tenant.id, tenantType: 'ORGANISATION', tenantName: tenant.name },
				],
			};
		if (!request.path.startsWith(ROOT)) return notFound();
		if (request.headers['xero-tenant-id'] !== tenant.id) return otherTenant();
		return limited(() => route(request, request.path.slice(ROOT.length).split('/')));
	};

	return {
		name: 'Xero Payroll',
		handle,
		problem: (kind) => asked[kind](),
		/** Past the API: the runs as they are. */
		runs,
		/** A clerk changes a payslip by hand. */
		edit: (id, lines) =>
			void Object.assign(find(id).slip, { EarningsLines: lines, updated: now() + changes + 1 }),
		post: () => {
			for (const run of runs) run.PayRunStatus = 'POSTED';
		},
		reset: () => {
			for (const [index, run] of data.runs.entries())
				runs[index] = { ...run, slips: structuredClone(run.slips) };
			answered.clear();
		},
	};
};
