// A sandbox of WeCom's approval API: tokens in the query, numbers by submission, details with the record of steps.
import { createTokens } from './approvals/tokens.mjs';
import { createBucket } from './bucket.mjs';
import { answer, asked, refusal } from './wecom/problems.mjs';

const DAY = 86400;
const MAX_PAGE = 100;

/**
 * The system for `serve`. `data` is { forms: [info as the detail shows it] }; `secrets` maps Corp IDs to secrets;
 * `mayRead` false withholds the right; `visible` is the applicants that an own app may see (absent: all), `trusted`
 * false refuses the address; `tokens`, `tokenUses` and `pace` (600 requests a minute) as in the other sandboxes.
 */
export const wecom = ({
	data,
	secrets = {},
	mayRead = true,
	visible,
	trusted = true,
	tokens: fixed = [],
	tokenUses,
	pace = 1,
}) => {
	const forms = new Map(data.forms.map((one) => [one.sp_no, one]));
	const tokens = createTokens({ fixed, uses: tokenUses });
	const bucket = createBucket({ capacity: 600, perMs: 60000, pace });

	const signIn = (query) => {
		const secret = secrets[query.get('corpid')];
		if (secret === undefined) return refusal(40013, 'invalid corpid');
		if (secret !== query.get('corpsecret')) return refusal(40001, 'invalid credential');
		return answer({ access_token: tokens.issue(), expires_in: 7200 });
	};

	const passes = (filters = []) => {
		const wanted = filters.filter(({ key }) => key === 'template_id').map(({ value }) => value);
		return (form) => wanted.length === 0 || wanted.includes(form.template_id);
	};

	/** Times are Unix seconds as text. A page is cut first and then filtered by what the app may see: it may be short. */
	const list = ({ starttime, endtime, new_cursor: cursor = '', size = MAX_PAGE, filters } = {}) => {
		const isTime = (text) => typeof text === 'string' && /^\d{10}$/.test(text);
		if (!isTime(starttime) || !isTime(endtime) || !(size >= 1 && size <= MAX_PAGE))
			return refusal(301025, 'get approval param error');
		const [from, to] = [Number(starttime), Number(endtime)];
		if (to < from || to - from > 31 * DAY) return refusal(301025, 'get approval param error');
		const rows = [...forms.values()]
			.filter((form) => form.apply_time >= from && form.apply_time <= to)
			.filter(passes(filters))
			.sort((a, b) => a.apply_time - b.apply_time);
		const at = cursor === '' ? 0 : Number(Buffer.from(cursor, 'base64').toString());
		const shown = rows
			.slice(at, at + size)
			.filter(({ applyer }) => visible === undefined || visible.includes(applyer.userid));
		const more = rows.length > at + size;
		const next = more ? { new_next_cursor: Buffer.from(`${at + size}`).toString('base64') } : {};
		return answer({ sp_no_list: shown.map(({ sp_no: number }) => number), ...next });
	};

	const detail = ({ sp_no: number } = {}) => {
		const form = forms.get(number);
		return form === undefined
			? refusal(301056, 'get approval detail error')
			: answer({ info: form });
	};

	const handle = ({ method, path, query, body }) => {
		if (path === '/cgi-bin/gettoken') return signIn(query);
		if (!trusted) return refusal(60020, 'not allow to access from your ip');
		if (query.get('access_token') === null) return refusal(41001, 'access_token missing');
		if (!tokens.accepts(query.get('access_token'))) return refusal(42001, 'access_token expired');
		if (!mayRead) return refusal(301055, 'no approval auth');
		if (!bucket.take().ok) return refusal(45009, 'api freq out of limit');
		if (method === 'POST' && path === '/cgi-bin/oa/getapprovalinfo') return list(body);
		if (method === 'POST' && path === '/cgi-bin/oa/getapprovaldetail') return detail(body);
		return asked[404]();
	};

	return {
		name: 'WeCom',
		handle,
		problem: (kind) => asked[kind](),
		/** Lists are by submission, which never changes: nothing moves. */
		move: () => undefined,
		remove: ({ id }) => void forms.delete(id ?? forms.keys().next().value),
		/** Approvals are not merged. */
		merge: () => undefined,
		reports: { tokens: () => ({ issued: tokens.issued() }) },
		expireTokens: tokens.expire,
	};
};
