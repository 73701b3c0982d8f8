// Chatwoot's refusals: a missing right is 401 like a wrong token; a page for addresses that it does not know.
const plain = (status, error) => ({ status, body: { error } });

export const notAccepted = () => plain(401, 'Invalid Access Token');
export const notSignedIn = () => ({
	status: 401,
	body: { errors: ['You need to sign in or sign up before continuing.'] },
});
export const notOfAccount = () => plain(401, 'You are not authorized to access this account');
export const notFound = () => plain(404, 'Resource could not be found');
export const invalid = (error) => plain(422, error);
export const noSuchPage = () => ({
	status: 404,
	headers: { 'content-type': 'text/html; charset=utf-8' },
	body: "<!DOCTYPE html><html><head><title>The page you were looking for doesn't exist (404)</title></head></html>",
});
/** Without Retry-After. */
export const tooMany = () => ({
	status: 429,
	headers: { 'content-type': 'text/plain' },
	body: 'Retry later\n',
});

export const asked = {
	401: notAccepted,
	403: () => plain(403, 'Access denied'),
	404: notFound,
	409: () => plain(409, 'Conflict'),
	429: tooMany,
	500: () => plain(500, 'Internal server error'),
	503: () => plain(503, 'Service unavailable'),
};
