// Feishu's answers: the data, or a code with a message, with HTTP 200 on some paths and 4xx on others.
export const ok = (data) => ({ status: 200, body: { code: 0, msg: 'success', data } });

export const code = (number, msg, status = 200) => ({ status, body: { code: number, msg } });

export const missingScope = (scope) =>
	code(99991672, `Access denied. One of the following scopes is required: [${scope}].`, 400);

/** HTTP 429, on older endpoints 400; how many seconds to wait is in a header of Feishu's own. */
export const tooMany = (seconds = 1, status = 429) => ({
	...code(99991400, 'request trigger frequency limit', status),
	headers: { 'x-ogw-ratelimit-limit': '50', 'x-ogw-ratelimit-reset': String(seconds) },
});

export const asked = {
	401: () => code(99991663, 'Invalid access token for authorization.', 401),
	403: () => missingScope('approval:approval:readonly'),
	404: () => code(1390002, 'approval code not found', 404),
	429: () => tooMany(),
	500: () => code(1395001, 'There have been some errors. Please try again later', 500),
	503: () => code(2200, 'internal error', 503),
	409: () => code(1390014, 'conflict', 409),
};
