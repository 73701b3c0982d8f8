// Gusto's error bodies: a list of errors with a key, a category and a message.
const told = (status, category, message, key = 'base') => ({
	status,
	body: { errors: [{ error_key: key, category, message }] },
});

export const notAccepted = () => told(401, 'invalid_token', 'The token is invalid.', 'request');
export const noScope = () =>
	told(403, 'missing_oauth_scopes', 'The token lacks a scope for this.', 'request');
export const notFound = () =>
	told(404, 'not_found', 'The requested resource was not found.', 'request');
export const noVersion = () =>
	told(406, 'invalid_api_version', 'Invalid API Version. Expected format: YYYY-MM-DD', 'request');
export const stale = () =>
	told(
		409,
		'invalid_resource_version',
		'You have attempted to modify a resource using a stale copy.',
	);
export const locked = () => told(409, 'conflict', 'Another request is updating this payroll.');
export const invalid = (message) => told(422, 'invalid_operation', message);
export const tooMany = (seconds) => ({
	...told(429, 'rate_limit_exceeded', 'Rate limit exceeded.', 'request'),
	headers: { 'retry-after': String(seconds) },
});

export const asked = {
	401: notAccepted,
	403: noScope,
	404: notFound,
	409: locked,
	429: () => tooMany(7),
	500: () => told(500, 'internal_error', 'An unexpected error has occurred.', 'request'),
	503: () => told(503, 'internal_error', 'The service is not available.', 'request'),
};
