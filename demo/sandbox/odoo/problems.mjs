// Odoo's exceptions, as JSON-2 tells them (by status) and JSON-RPC (within HTTP 200); a traceback is in `debug`.

export class Problem extends Error {
	constructor(status, name, message) {
		super(message);
		Object.assign(this, { status, exception: name });
	}
}

export const invalidKey = () =>
	new Problem(401, 'werkzeug.exceptions.Unauthorized', 'Invalid apikey');
export const denied = () => new Problem(403, 'odoo.exceptions.AccessDenied', 'Access Denied');
export const noModel = (model) =>
	new Problem(404, 'werkzeug.exceptions.NotFound', `the model '${model}' does not exist`);
export const noMethod = (model, method) =>
	new Problem(
		404,
		'werkzeug.exceptions.NotFound',
		`The method '${model}.${method}' does not exist`,
	);
export const valueError = (message) => new Problem(500, 'builtins.ValueError', message);
export const typeError = (message) => new Problem(500, 'builtins.TypeError', message);
export const indexError = () => new Problem(500, 'builtins.IndexError', 'tuple index out of range');
export const userError = (message) => new Problem(422, 'odoo.exceptions.UserError', message);
export const validationError = (message) =>
	new Problem(422, 'odoo.exceptions.ValidationError', message);
export const missing = (model, id) =>
	new Problem(
		404,
		'odoo.exceptions.MissingError',
		`Record does not exist or has been deleted.\n(Record: ${model}(${id},), User: 2)`,
	);
export const noAccess = (label, model, groups, verb = 'access') =>
	new Problem(
		403,
		'odoo.exceptions.AccessError',
		`You are not allowed to ${verb} '${label}' (${model}) records.\n\nThis operation is allowed for the following groups:\n\t- ${groups}\n\nContact your administrator to request access if necessary.`,
	);
export const noFieldAccess = (field, label, model) =>
	new Problem(
		403,
		'odoo.exceptions.AccessError',
		`You do not have enough rights to access the field "${field}" on ${label} (${model}). Please contact your system administrator.`,
	);
export const noDatabase = (name) =>
	new Problem(
		500,
		'psycopg2.OperationalError',
		`connection to server at "127.0.0.1", port 5432 failed: FATAL:  database "${name}" does not exist\n`,
	);

const told = ({ exception, message }) => ({
	...{ name: exception, message, arguments: [message], context: {} },
	debug: `Traceback (most recent call last):\n  File "/opt/odoo/odoo/http.py", line 2273, in _serve_db\n${exception}: ${message}\n`,
});

export const asJson2 = (problem) => ({ status: problem.status, body: told(problem) });
export const asJsonRpc = (problem, id) => ({
	status: 200,
	body: {
		...{ jsonrpc: '2.0', id },
		error: { code: 200, message: 'Odoo Server Error', data: told(problem) },
	},
});

/** What Odoo says where no route fits, and where it does not know which database is meant. */
export const page = (status, text) => ({
	status,
	headers: { 'content-type': 'text/html; charset=utf-8' },
	body: `<!DOCTYPE html>\n<title>${status}</title>\n<h1>${text}</h1>\n`,
});

const busy = new Problem(500, 'psycopg2.errors.SerializationFailure', 'could not serialize access');
const right = noAccess('Expense', 'hr.expense', 'Human Resources/Expenses: All Approver');
export const asked = {
	401: () => asJson2(invalidKey()),
	403: () => asJson2(right),
	404: () => page(404, 'Not Found'),
	409: () => page(409, 'Conflict'), // of the proxy before it
	429: () => page(429, 'Too Many Requests'), // of the proxy before it
	500: ({ rpc } = {}) => (rpc ? asJsonRpc(busy, 1) : asJson2(busy)),
	503: () => page(503, 'Service Unavailable'),
};
