// Frappe's exceptions and how they come out: exc_type, exception, exc, and messages as JSON inside JSON.

const STATUS = {
	AuthenticationError: 401,
	PermissionError: 403,
	DoesNotExistError: 404,
	DuplicateEntryError: 409,
	InternalError: 500,
};

const MODULES = { InternalError: 'builtins.Exception' };

/** Thrown inside the server; anything without its own status is a ValidationError: 417. */
export class Refusal extends Error {
	constructor(type, message, { title, shown = true } = {}) {
		super(message);
		this.type = type;
		this.title = title;
		this.shown = shown;
	}
}

export const refuse = (type, message, more) => {
	throw new Refusal(type, message, more);
};

/** One entry of `_server_messages`. */
export const message = (text, { title = 'Message', indicator, raise = false } = {}) =>
	JSON.stringify({
		message: text,
		title,
		...(indicator === undefined ? {} : { indicator }),
		...(raise ? { raise_exception: 1 } : {}),
	});

export const refusalAnswer = ({ type, message: text, title, shown }) => {
	const name = MODULES[type] ?? `frappe.exceptions.${type}`;
	const trace = `Traceback (most recent call last):\n  File "apps/frappe/frappe/app.py", line 114, in application\n    response = frappe.api.handle(request)\n${name}: ${text}\n`;
	return {
		status: STATUS[type] ?? 417,
		contentType: 'application/json',
		body: {
			exception: `${name}: ${text}`,
			exc_type: type,
			exc: JSON.stringify([trace]),
			...(shown
				? {
						_server_messages: JSON.stringify([
							message(text, { title, indicator: 'red', raise: true }),
						]),
					}
				: {}),
		},
	};
};

const plainText = (status, text, headers = {}) => ({
	status,
	contentType: 'text/plain; charset=utf-8',
	headers,
	body: text,
});

export const tooMany = (headers) => plainText(429, 'Too Many Requests', headers);

const refusal = (type, text, more) => () => refusalAnswer(new Refusal(type, text, more));

export const asked = {
	401: refusal('AuthenticationError', 'Invalid authorization token', { shown: false }),
	403: refusal('PermissionError', 'Not permitted'),
	404: refusal('DoesNotExistError', 'Not found'),
	409: refusal('DuplicateEntryError', 'Duplicate entry'),
	429: () => tooMany({}),
	500: refusal(
		'InternalError',
		"(1205, 'Lock wait timeout exceeded; try restarting transaction')",
		{ shown: false },
	),
	503: () => plainText(503, 'Service Unavailable'),
};
