// Freshdesk's error bodies: a code with a message, or a description with the fields that are wrong.
const plain = (status, code, message) => ({ status, body: { code, message } });

export const notAccepted = () =>
	plain(401, 'invalid_credentials', 'You have to be logged in to perform this action.');
export const forbidden = () =>
	plain(403, 'access_denied', 'You are not authorized to perform this action.');
/** Freshdesk answers 404 without a body. */
export const notFound = () => ({ status: 404, headers: { 'content-type': 'text/html' }, body: '' });
export const invalid = (field, message) => ({
	status: 400,
	body: {
		description: 'Validation failed',
		errors: [{ field, message, code: 'invalid_value' }],
	},
});
export const tooMany = (seconds) => ({
	status: 429,
	...(seconds === undefined ? {} : { headers: { 'Retry-After': String(seconds) } }),
	body: { message: 'You have exceeded the limit of requests per minute' },
});

export const asked = {
	401: notAccepted,
	403: forbidden,
	404: notFound,
	409: () => plain(409, 'inconsistent_state', 'The resource is in an inconsistent state'),
	429: () => tooMany(),
	500: () => plain(500, 'internal_error', 'We are sorry, but something went wrong.'),
	503: () => plain(503, 'service_unavailable', 'Service is temporarily unavailable'),
};
