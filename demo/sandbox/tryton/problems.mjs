// Tryton's errors: HTTP 200 with `error`, but for who is not let in.
const problem = (...error) => ({
	status: 200,
	contentType: 'application/json',
	body: { id: 1, error },
});

export const noAccess = (model) =>
	problem('UserError', [`You are not allowed to access "${model}".`, '', null]);
export const notReadable = (model, ids) =>
	problem('UserError', [`You are not allowed to read records "${ids}" of "${model}".`, '', null]);
export const unknown = (name) => problem(`'${name}'`, '');
export const noContext = () => problem('Missing context argument', '');

const html = (status, text) => ({
	...{ status, contentType: 'text/html; charset=utf-8' },
	body: `<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 3.2 Final//EN"><title>${text}</title><h1>${text}</h1>`,
});
export const notAccepted = () => ({
	...{ status: 401, contentType: 'text/plain; charset=utf-8' },
	body: '',
});

export const asked = {
	401: notAccepted,
	403: () => html(403, '403 Forbidden'),
	404: () => html(404, '404 Not Found'),
	409: () => html(409, '409 Conflict'),
	429: () => html(429, '429 Too Many Requests'),
	500: () => html(500, '500 Internal Server Error'),
	503: () => html(503, '503 Service Unavailable'),
};
