// Redmine's refusals: a status without a word, but for wrong filters and addresses that it does not know.
const empty = (status) => ({ status, contentType: 'application/json', body: '' });

export const notAccepted = () => empty(401);
export const forbidden = () => empty(403);
export const notFound = () => empty(404);
export const invalid = (field) => ({ status: 422, body: { errors: [`${field} is invalid`] } });
export const noSuchPage = () => ({
	...{ status: 404, contentType: 'text/html; charset=utf-8' },
	body: '<!DOCTYPE html><html><head><title>Redmine 404 error</title></head><body></body></html>',
});

export const asked = {
	401: notAccepted,
	403: forbidden,
	404: notFound,
	409: () => empty(409),
	429: () => empty(429),
	500: () => empty(500),
	503: () => empty(503),
};
