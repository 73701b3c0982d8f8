// A sandbox of DingTalk's workflow API: app tokens, ids of instances by start, details with tasks and records.
import { createTokens } from './approvals/tokens.mjs';
import { createBucket } from './bucket.mjs';
import { asked, notPermitted, noToken, problem, tooMany } from './dingtalk/problems.mjs';

const DAY = 86400000;
const MAX_PAGE = 20;

/**
 * The system for `serve`. `data` is { processes: [code], instances: [{ id, processCode, startedAt, body }] } with
 * `body` as the detail shows it; `apps` maps App Keys to secrets; `permitted` false withholds the right; `tokens` are
 * good without signing in; `tokenUses` is how many requests a token lives; `mostIds` ends a list; `pace` multiplies
 * the refill of 40 requests a second.
 */
export const dingtalk = ({
	data,
	apps = {},
	permitted = true,
	tokens: fixed = [],
	tokenUses,
	mostIds = 10000,
	pace = 1,
	now = Date.now,
}) => {
	const instances = new Map(data.instances.map((one) => [one.id, one]));
	const tokens = createTokens({ fixed, uses: tokenUses });
	const bucket = createBucket({ capacity: 40, perMs: 1000, pace });

	const signIn = ({ appKey, appSecret } = {}) =>
		apps[appKey] !== undefined && apps[appKey] === appSecret
			? { status: 200, body: { accessToken: tokens.issue(), expireIn: 7200 } }
			: problem(400, 'invalidClientIdOrSecret', '无效的clientId或者clientSecret');

	const wrongWindow = (from, to) => {
		if (!(from > 0) || !(to > from)) return 'startTime';
		if (to - from > 120 * DAY) return 'endTime: at most 120 days after startTime';
		return from < now() - 365 * DAY - 60000 ? 'startTime: at most 365 days ago' : undefined;
	};

	const list = ({ processCode, startTime, endTime, nextToken = 0, maxResults = MAX_PAGE } = {}) => {
		const wrong = wrongWindow(startTime, endTime ?? now());
		if (wrong !== undefined) return problem(400, 'invalidParameter', wrong);
		if (!(maxResults >= 1 && maxResults <= MAX_PAGE))
			return problem(400, 'invalidParameter', 'maxResults');
		if (!data.processes.includes(processCode))
			return problem(400, 'processCode.error', 'processCode is wrong');
		const rows = [...instances.values()]
			.filter((one) => one.processCode === processCode)
			.filter((one) => one.startedAt >= startTime && one.startedAt <= (endTime ?? now()))
			.slice(0, mostIds);
		const next = nextToken + maxResults;
		const page = rows.slice(nextToken, next).map(({ id }) => id);
		const more = rows.length > next ? { nextToken: String(next) } : {};
		return { status: 200, body: { result: { list: page, ...more }, success: true } };
	};

	const detail = (id) => {
		const found = instances.get(id);
		return found === undefined
			? problem(400, 'processInstanceNotExist', '审批实例不存在')
			: { status: 200, body: { result: found.body, success: 'true' } };
	};

	const route = ({ method, path, query, body }) => {
		if (method === 'POST' && path === '/v1.0/workflow/processes/instanceIds/query')
			return list(body);
		if (method === 'GET' && path === '/v1.0/workflow/processInstances')
			return detail(query.get('processInstanceId'));
		return asked[404]();
	};

	const handle = (request) => {
		if (request.path === '/v1.0/oauth2/accessToken') return signIn(request.body);
		if (!tokens.accepts(request.headers['x-acs-dingtalk-access-token'])) return noToken();
		if (!permitted) return notPermitted();
		return bucket.take().ok ? route(request) : tooMany();
	};

	return {
		name: 'DingTalk',
		handle,
		problem: (kind) => asked[kind](),
		/** Lists are by start, which never changes: nothing moves. */
		move: () => undefined,
		remove: ({ id }) => void instances.delete(id ?? instances.keys().next().value),
		/** Approvals are not merged. */
		merge: () => undefined,
		reports: { tokens: () => ({ issued: tokens.issued() }) },
		expireTokens: tokens.expire,
	};
};
