// A sandbox of Gusto's payroll API: token, earning types, payrolls, what they have for each person.
import { createBucket } from './bucket.mjs';
import { changed, shown, versionOf, wrongChange } from './gusto/compensations.mjs';
import {
	asked,
	invalid,
	locked,
	noScope,
	notAccepted,
	notFound,
	noVersion,
	stale,
	tooMany,
} from './gusto/problems.mjs';

const allScopes = ['payrolls:read', 'payrolls:write', 'employees:read'];
/** The versions that answer as this sandbox does. */
const FIRST_VERSION = '2026-06-15';
const PER_PAGE = 25;
const MOST_PER_PAGE = 100;

const pageOf = (rows, query) => {
	const per = Math.min(MOST_PER_PAGE, Number(query.get('per') ?? PER_PAGE));
	const number = Number(query.get('page') ?? 1);
	return rows.slice((number - 1) * per, number * per);
};

const words = (query, name, preset) => (query.get(name) ?? preset).split(',');

/**
 * The system for `serve`. `data` has `company` { uuid }, `earningTypes` { default, custom } of names, and `payrolls`
 * (payroll_uuid, processed, calculated_at, off_cycle, check_date, pay_period, people: employee_uuid, excluded, fixed);
 * `tokens` have the `granted` scopes; `perMinute` is the limit of requests; the first `conflicts` changes find the
 * payroll locked.
 */
export const gusto = ({
	data,
	tokens = [],
	granted = allScopes,
	perMinute = 200,
	pace = 1,
	conflicts = 0,
}) => {
	const { company, earningTypes } = data;
	const names = [...earningTypes.default, ...earningTypes.custom];
	const payrolls = structuredClone(data.payrolls);
	const minute = createBucket({ capacity: perMinute, perMs: 60_000, pace });
	let locks = conflicts;

	const may = (...needed) => needed.every((scope) => granted.includes(scope));
	const listed = ({ people: _, ...payroll }) => payroll;

	const list = ({ query }) => {
		const statuses = words(query, 'processing_statuses', 'processed');
		const types = words(query, 'payroll_types', 'regular');
		const rows = payrolls
			.filter((it) => statuses.includes(it.processed ? 'processed' : 'unprocessed'))
			.filter((it) => types.includes(it.off_cycle ? 'off_cycle' : 'regular'))
			.filter(({ pay_period: { start_date: start } }) => start >= (query.get('start_date') ?? ''))
			.filter(({ pay_period: { end_date: end } }) => end <= (query.get('end_date') ?? '9'));
		return { status: 200, body: pageOf(rows, query).map(listed) };
	};

	/** Neither processed nor calculated: who is in it is not told. */
	const one = (payroll, { query }) => ({
		status: 200,
		body: {
			...listed(payroll),
			...(payroll.processed || payroll.calculated_at
				? { employee_compensations: pageOf(payroll.people, query).map((it) => shown(it, false)) }
				: {}),
		},
	});

	const prepare = (payroll, { query, body }) => {
		if (payroll.processed) return invalid('This payroll is processed and cannot be prepared.');
		payroll.calculated_at = null;
		const only = body?.employee_uuids;
		const people = payroll.people.filter(
			({ employee_uuid: id }) => only === undefined || only.includes(id),
		);
		return {
			status: 200,
			body: {
				...listed(payroll),
				fixed_compensation_types: names.map((name) => ({ name })),
				...(may('employees:read')
					? { employee_compensations: pageOf(people, query).map((it) => shown(it, true)) }
					: {}),
			},
		};
	};

	const update = (payroll, { body }) => {
		if (payroll.processed) return invalid('This payroll is processed and cannot be changed.');
		if (locks > 0) {
			locks -= 1;
			return locked();
		}
		const wrong = wrongChange(body, names);
		if (wrong !== undefined) return invalid(wrong);
		const changes = body.employee_compensations.map((change) => ({
			change,
			at: payroll.people.findIndex((it) => it.employee_uuid === change.employee_uuid),
		}));
		if (changes.some(({ at }) => at < 0)) return invalid('An employee is not in this payroll.');
		if (changes.some(({ change, at }) => change.version !== versionOf(payroll.people[at])))
			return stale();
		for (const { change, at } of changes) payroll.people[at] = changed(payroll.people[at], change);
		payroll.calculated_at = null;
		const sent = changes.map(({ at }) => shown(payroll.people[at], true));
		return { status: 200, body: { ...listed(payroll), employee_compensations: sent } };
	};

	const ofPayroll = (request, id, verb) => {
		const payroll = payrolls.find(({ payroll_uuid: own }) => own === id);
		if (payroll === undefined) return notFound();
		if (request.method === 'GET') return may('payrolls:read') ? one(payroll, request) : noScope();
		if (!may('payrolls:write')) return noScope();
		return verb === 'prepare' ? prepare(payroll, request) : update(payroll, request);
	};

	const route = (request, [what, id, verb]) => {
		if (what === 'payrolls' && id !== undefined) return ofPayroll(request, id, verb);
		if (!may('payrolls:read')) return noScope();
		if (what === 'payrolls') return list(request);
		if (what !== 'earning_types') return notFound();
		const named = (of) => of.map((name) => ({ name, uuid: `uuid of ${name}` }));
		const { default: preset, custom } = earningTypes;
		return { status: 200, body: { default: named(preset), custom: named(custom) } };
	};

	const handle = (request) => {
		const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
		if (!tokens.includes(token)) return notAccepted();
		if ((request.headers['x-gusto-api-version'] ?? '') < FIRST_VERSION) return noVersion();
		const { ok, waitMs } = minute.take();
		if (!ok) return tooMany(Math.ceil(waitMs / 1000));
		if (request.path === '/v1/token_info')
			return {
				status: 200,
				body: { scope: granted.join(' '), resource: { type: 'Company', uuid: company.uuid } },
			};
		const [, of, rest] = /^\/v1\/companies\/([^/]+)\/(.+)$/.exec(request.path) ?? [];
		return of === company.uuid ? route(request, rest.split('/')) : notFound();
	};

	return {
		name: 'Gusto',
		handle,
		problem: (kind) => asked[kind](),
		/** Past the API: the payrolls as they are. */
		payrolls,
		/** Another application sets an amount. */
		set: (payroll, at, name, amount) => {
			const { people } = payrolls[payroll];
			people[at] = changed(people[at], { fixed_compensations: [{ name, amount }] });
		},
		reset: () => void payrolls.splice(0, payrolls.length, ...structuredClone(data.payrolls)),
	};
};
