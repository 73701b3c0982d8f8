// Faults on demand: a rule says which requests it meets, how often, and what goes wrong.

/**
 * Kinds, by when they strike.
 * Before the system acts: '401' '403' '404' '409' '429' '500' '502' '503' (answers), 'refused' (the vendor's no with
 * HTTP 200), 'login' (a page where JSON was asked for), 'redirect', 'reset', 'hang'.
 * After it acted, on the way back: 'lost' (reset after a write), 'lostHang', 'lost409' 'lost500' 'lost502',
 * 'slow', 'truncated', 'cut', 'contentType', 'emptyPage', 'repeatPage', 'big', 'clock'.
 * On the data, just before it acts: 'moved' (rows change while they are read), 'deleted' (a row goes away),
 * 'merged' (a row becomes part of another: `id`, `into`).
 */
export const faultKinds = [
	...['401', '403', '404', '409', '429', '500', '502', '503'],
	...['refused', 'login', 'redirect'],
	...['reset', 'hang'],
	...['lost', 'lostHang', 'lost409', 'lost500', 'lost502'],
	...['slow', 'truncated', 'cut', 'contentType', 'emptyPage', 'repeatPage', 'big', 'clock'],
	...['moved', 'deleted', 'merged'],
];

const meets = (match, request) => {
	const line = `${request.method} ${request.target}`;
	if (match === undefined) return true;
	if (typeof match === 'function') return match(request);
	return match instanceof RegExp ? match.test(line) : line.includes(match);
};

const readMatch = (match) =>
	typeof match === 'string' && /^\/.*\/$/s.test(match) && match.length > 2 && match.includes('\\')
		? new RegExp(match.slice(1, -1))
		: match;

/**
 * The rules of one server. `add({ match, kind, times = 1, after = 0, … })`: `match` is part of "METHOD /path?query",
 * a RegExp or a function of the request; `after` lets that many matching requests pass first; `times` may be
 * Infinity (in JSON: "always"). Further settings: `retryAfter` (429, 503: seconds, or a text; absent: no header),
 * `location` (redirect), `bytes` (big), `everyMs` (slow), `minutes` (clock).
 */
export const createFaults = () => {
	let rules = [];
	const add = (rule) => {
		if (!faultKinds.includes(rule.kind))
			throw new Error(`Unknown fault '${rule.kind}'; known: ${faultKinds.join(', ')}`);
		const times = rule.times === 'always' ? Infinity : (rule.times ?? 1);
		rules.push({ ...rule, match: readMatch(rule.match), left: times, passes: rule.after ?? 0 });
	};
	const take = (request) => {
		const rule = rules.find((each) => each.left > 0 && meets(each.match, request));
		if (rule === undefined) return undefined;
		if (rule.passes > 0) {
			rule.passes -= 1;
			return undefined;
		}
		rule.left -= 1;
		return rule;
	};
	return {
		add,
		take,
		clear: () => void (rules = []),
		left: () => rules.filter((rule) => rule.left > 0).length,
	};
};
