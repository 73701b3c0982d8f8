// EspoCRM refuses with an empty body; the reason, where there is one, is in the header X-Status-Reason.
const empty = (status, reason) => ({
	status,
	headers: reason === undefined ? {} : { 'X-Status-Reason': reason },
	body: '',
});

export const badRequest = (reason) => empty(400, reason);
export const notAccepted = () => empty(401);
export const forbidden = (reason) => empty(403, reason);
export const notFound = (reason = 'Record not found.') => empty(404, reason);

export const asked = {
	401: notAccepted,
	403: () => forbidden('No read access.'),
	404: () => notFound(),
	409: () => empty(409, 'Conflict.'),
	// EspoCRM has no limit of requests: a proxy before it may.
	429: () => ({ status: 429, headers: { 'content-type': 'text/html' }, body: '<h1>429</h1>' }),
	500: () => empty(500, 'Error.'),
	503: () => empty(503),
};
