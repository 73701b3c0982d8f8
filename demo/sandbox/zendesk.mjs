// A sandbox of Zendesk Support: basic token or bearer, exports for admins, tickets with metrics, audits, metric events.
import { createBucket } from './bucket.mjs';
import { createDesk } from './zendesk/desk.mjs';
import { incremental } from './zendesk/incremental.mjs';
import {
	asked,
	forbidden,
	noSuchEndpoint,
	notAuthenticated,
	tooMany,
} from './zendesk/problems.mjs';
import { named, ticketMetrics, tickets, users } from './zendesk/resources.mjs';

const MINUTE = 60000;
const PER_MINUTE = { team: 200, growth: 400, professional: 400, enterprise: 700, plus: 2500 };
const ROOT = '/api/v2/';

/** Basic `email/token:secret`, or a bearer token. */
const userOf = (authorization = '', tokens) => {
	const [, kind, secret] = /^(\w+) (.+)$/.exec(authorization) ?? [];
	const scheme = kind?.toLowerCase();
	if (scheme === 'basic') return tokens[Buffer.from(secret, 'base64').toString('utf8')];
	return scheme === 'bearer' ? tokens[secret] : undefined;
};

/** Without credentials `users/me` does not refuse: it shows nobody. */
const ANONYMOUS = {
	...{ id: null, name: 'Anonymous user', email: 'invalid@example.com' },
	...{ role: 'end-user', active: false },
};

/**
 * The system for `serve`. `data` is of demo/company/zendesk.mjs's shape; `tokens` maps `email/token:secret` or a
 * bearer token to { email, role }; `plan` sets the account's limit a minute, `exportsPerMinute` that of exports (30:
 * with the High Volume add-on); `pace` multiplies the limits' refill.
 */
export const zendesk = ({
	data,
	tokens,
	plan = 'enterprise',
	exportsPerMinute = 10,
	pace = 1,
	now = Date.now,
}) => {
	const desk = createDesk(data);
	const account = createBucket({ capacity: PER_MINUTE[plan], perMs: MINUTE, pace });
	const exports = createBucket({ capacity: exportsPerMinute, perMs: MINUTE, pace });

	const route = (request, [area, ...rest], me) => {
		if (request.method !== 'GET') return noSuchEndpoint();
		if (area === 'incremental')
			return me.role === 'admin' ? incremental(desk, request, rest.join('/'), now) : forbidden();
		if (area === 'users') return users(desk, request, rest, me);
		if (area === 'tickets') return tickets(desk, request, rest);
		if (area === 'ticket_metrics') return ticketMetrics(desk, request);
		if (area === 'ticket_fields' || area === 'groups') return named(desk, area);
		return noSuchEndpoint();
	};

	const limited = ([area]) => {
		const isExport = area === 'incremental';
		const first = isExport ? exports.take() : { ok: true };
		if (!first.ok) return { refused: tooMany(first.waitMs, 'incremental export API') };
		const { ok, waitMs, remaining } = account.take();
		if (!ok) return { refused: tooMany(waitMs) };
		const [limit, left] = [String(account.capacity), String(remaining)];
		const reset = String(Math.ceil((MINUTE - (Date.now() % MINUTE)) / 1000));
		return {
			headers: {
				...{ 'X-Rate-Limit': limit, 'X-Rate-Limit-Remaining': left },
				...{ 'ratelimit-limit': limit, 'ratelimit-remaining': left, 'ratelimit-reset': reset },
				...(isExport && {
					'zendesk-ratelimit-incremental-exports': `total=${exports.capacity}; remaining=${first.remaining}; resets=${reset}`,
				}),
			},
		};
	};

	const refusedUser = (request, path, me) => {
		const nobody = me === undefined && request.headers.authorization === undefined;
		if (nobody && path === `${ROOT}users/me`) return { status: 200, body: { user: ANONYMOUS } };
		if (me === undefined) return notAuthenticated();
		return ['admin', 'agent'].includes(me.role) ? undefined : forbidden();
	};

	const handle = (request) => {
		const path = request.path.replace(/\.json$/, '').replace(/\/$/, '');
		if (!path.startsWith(ROOT)) return noSuchEndpoint();
		const parts = path.slice(ROOT.length).split('/');
		const me = userOf(request.headers.authorization, tokens);
		const denied = refusedUser(request, path, me);
		if (denied !== undefined) return denied;
		const { refused, headers } = limited(parts);
		if (refused !== undefined) return refused;
		const answer = route(request, parts, me);
		return { ...answer, headers: { ...headers, ...answer.headers } };
	};

	const oldest = () =>
		desk.live().reduce((a, b) => (b.generated_timestamp < a.generated_timestamp ? b : a));
	/** The export has it again at its end; nothing is younger than two minutes, or it would be left out. */
	const touch = (ticket) =>
		Object.assign(ticket, { generated_timestamp: Math.floor(now() / 1000) - 120 });

	return {
		name: 'Zendesk',
		handle,
		problem: (kind) => asked[kind](),
		/** A system change: `updated_at` stays. */
		move: ({ id }) => touch(id === undefined ? oldest() : desk.ticket(id)),
		remove: ({ id }) => Object.assign(touch(desk.ticket(id)), { status: 'deleted' }),
		/** The loser is closed with a tag, and looks as if it had been solved. */
		merge: ({ id }) =>
			Object.assign(touch(desk.ticket(id)), { status: 'closed', tags: ['closed_by_merge'] }),
		reports: {},
	};
};
