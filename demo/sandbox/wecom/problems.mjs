// WeCom's answers: HTTP 200 with an error code, 0 where it worked.
export const answer = (more = {}) => ({ status: 200, body: { errcode: 0, errmsg: 'ok', ...more } });

export const refusal = (errcode, errmsg, status = 200) => ({
	status,
	body: { errcode, errmsg: `${errmsg}, hint: [1729000000], from ip: 203.0.113.7` },
});

export const asked = {
	401: () => refusal(40014, 'invalid access_token', 401),
	403: () => refusal(301055, 'no approval auth', 403),
	404: () => refusal(-1, 'not found', 404),
	429: () => refusal(45009, 'api freq out of limit', 429),
	500: () => refusal(-1, 'system error', 500),
	503: () => refusal(-1, 'system busy', 503),
	409: () => refusal(-1, 'conflict', 409),
};
