// A sandbox of Feishu: tenant tokens; approvals by start, with tasks and timeline; users; payroll's external data.
import { createTokens } from './approvals/tokens.mjs';
import { createBucket } from './bucket.mjs';
import { createPayroll } from './feishu/payroll.mjs';
import { asked, code, missingScope, ok, tooMany } from './feishu/problems.mjs';
import { scopes as known } from './feishu/scopes.mjs';

const { approvals: READ, email: EMAIL } = known;
const MAX_PAGE = 100;
const ROOT = '/open-apis';

/**
 * The system for `serve`. `data` is { approvals: [code], instances: [the detail as Feishu shows it], users: { userId:
 * { email } }, payroll: see feishu/payroll.mjs }; `apps` maps App IDs to secrets; `scopes` may be withheld; `tokens` are good without signing in;
 * `tokenUses` is how many requests a token lives; `pace` multiplies the refill of 50 requests a second;
 * `lockedSaves` is how many saves of payroll rows find somebody else writing.
 */
export const feishu = ({
	data,
	apps = {},
	scopes = Object.values(known),
	tokens: fixed = [],
	tokenUses,
	pace = 1,
	lockedSaves,
}) => {
	const payroll = createPayroll(data.payroll, { lockedSaves });
	const instances = new Map((data.instances ?? []).map((one) => [one.instance_code, one]));
	const tokens = createTokens({ fixed, uses: tokenUses });
	const bucket = createBucket({ capacity: 50, perMs: 1000, pace });

	const signIn = ({ app_id: id, app_secret: secret } = {}) => {
		if (apps[id] === undefined) return code(10003, 'invalid param');
		if (apps[id] !== secret) return code(10014, 'app secret invalid');
		const token = { tenant_access_token: tokens.issue(), expire: 7200 };
		return { status: 200, body: { code: 0, msg: 'ok', ...token } };
	};

	/** By start, oldest first; both ends are in. Without one of the times nothing is listed. */
	const list = (query) => {
		const size = Number(query.get('page_size') ?? MAX_PAGE);
		const [from, to] = [Number(query.get('start_time')), Number(query.get('end_time'))];
		if (!(size >= 1 && size <= MAX_PAGE) || !(from > 0 && to > 0))
			return code(1390001, 'param is invalid', 400);
		if (!data.approvals.includes(query.get('approval_code')))
			return code(1390002, 'approval code not found', 400);
		const rows = [...instances.values()]
			.filter((one) => one.approval_code === query.get('approval_code'))
			.filter((one) => Number(one.start_time) >= from && Number(one.start_time) <= to)
			.sort((a, b) => Number(a.start_time) - Number(b.start_time));
		const at = Number(/^after-(\d+)$/.exec(query.get('page_token') ?? '')?.[1] ?? 0);
		const more = rows.length > at + size;
		return ok({
			instance_code_list: rows.slice(at, at + size).map((one) => one.instance_code),
			page_token: more ? `after-${at + size}` : '',
			has_more: more,
		});
	};

	const user = (id) => {
		const found = data.users?.[id];
		if (found === undefined) return code(41050, 'no user authority error', 403);
		return ok({ user: { user_id: id, name: id, ...(scopes.includes(EMAIL) ? found : {}) } });
	};

	const route = (request) => {
		const paid = payroll.answer(request, request.path.slice(ROOT.length), scopes);
		if (paid !== undefined) return paid;
		const [, area, , what, id] = request.path.slice(ROOT.length).split('/');
		if (request.method !== 'GET') return code(99991401, 'not found', 404);
		if (area === 'contact' && what === 'users') return user(id);
		if (area !== 'approval' || what !== 'instances') return code(99991401, 'not found', 404);
		if (!scopes.includes(READ)) return missingScope(READ);
		if (id === undefined) return list(request.query);
		const found = instances.get(id);
		return found === undefined ? code(1390003, 'instance code not found', 400) : ok(found);
	};

	const handle = (request) => {
		if (request.path === `${ROOT}/auth/v3/tenant_access_token/internal`)
			return signIn(request.body);
		const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
		if (token === undefined) return code(99991661, 'Missing access token for authorization', 400);
		if (!tokens.accepts(token))
			return code(99991663, 'Invalid access token for authorization.', 400);
		const { ok: free, waitMs } = bucket.take();
		return free ? route(request) : tooMany(Math.ceil(waitMs / 1000), 400);
	};

	return {
		name: 'Feishu',
		handle,
		problem: (kind) => asked[kind](),
		/** Lists are by start, which never changes: nothing moves. */
		move: () => undefined,
		remove: ({ id }) => void instances.delete(id ?? instances.keys().next().value),
		/** Approvals are not merged. */
		merge: () => undefined,
		reports: { tokens: () => ({ issued: tokens.issued() }) },
		expireTokens: tokens.expire,
		rows: payroll.rows,
	};
};
