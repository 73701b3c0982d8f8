// Zendesk's error bodies: three shapes, as in the real thing.

const plain = (status, error, description) => ({
	status,
	body: description === undefined ? { error } : { error, description },
});

export const notAuthenticated = () => plain(401, "Couldn't authenticate you");

export const forbidden = () => ({
	status: 403,
	body: {
		error: {
			title: 'Forbidden',
			message:
				'You do not have access to this page. Please contact the account owner of this help desk for further help.',
		},
	},
});

export const notFound = () => plain(404, 'RecordNotFound', 'Not found');
export const noSuchEndpoint = () => plain(404, 'InvalidEndpoint', 'Not found');
export const invalid = (description, error = 'InvalidValue', status = 422) =>
	plain(status, error, description);

/** Wrong paging comes as a list of errors: the third shape. */
export const invalidPaging = (code, title) => ({
	status: 400,
	body: { errors: [{ code, title, detail: title }] },
});

/** `scope` names the limit: the account's, or that of the incremental exports. */
export const tooMany = (waitMs, scope = 'API') => {
	const answer = plain(
		429,
		'APIRateLimitExceeded',
		`Number of allowed ${scope} requests per minute exceeded`,
	);
	return { ...answer, headers: { 'Retry-After': String(Math.max(1, Math.ceil(waitMs / 1000))) } };
};

export const asked = {
	401: notAuthenticated,
	403: forbidden,
	404: notFound,
	409: () => plain(409, 'DatabaseConflict', 'Database collision'),
	429: () =>
		plain(429, 'APIRateLimitExceeded', 'Number of allowed API requests per minute exceeded'),
	500: () => plain(500, 'InternalError', 'Internal server error'),
	503: () => plain(503, 'DatabaseUnavailable', 'Service temporarily unavailable'),
};
