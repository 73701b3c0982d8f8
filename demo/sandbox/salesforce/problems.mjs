// Salesforce's error bodies: a list of codes with messages; of the token endpoint an error with a description.
const told = (status, errorCode, message) => ({ status, body: [{ message, errorCode }] });

export const notAccepted = () => told(401, 'INVALID_SESSION_ID', 'Session expired or invalid');
const noRight = () =>
	told(403, 'INSUFFICIENT_ACCESS', 'You do not have enough permissions for this operation.');
export const notFound = () => told(404, 'NOT_FOUND', 'The requested resource does not exist');
export const malformed = (text) => told(400, 'MALFORMED_QUERY', text);
export const noField = (field, object, soql) =>
	told(
		400,
		'INVALID_FIELD',
		`\n${soql.slice(0, 60)}\n ^\nERROR at Row:1:Column:8\nNo such column '${field}' on entity '${object}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.`,
	);
export const quotedDate = (field) =>
	told(
		400,
		'INVALID_FIELD',
		`value of filter criterion for field '${field}' must be of type dateTime and should not be enclosed in quotes`,
	);
export const noObject = (object) =>
	told(
		400,
		'INVALID_TYPE',
		`sObject type '${object}' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name.`,
	);
export const noLocator = () => told(400, 'INVALID_QUERY_LOCATOR', 'invalid query locator');
export const limitExceeded = (which = 'TotalRequests') =>
	told(403, 'REQUEST_LIMIT_EXCEEDED', `${which} Limit exceeded.`);
export const signInRefused = (error, description) => ({
	status: 400,
	body: { error, error_description: description },
});

export const asked = {
	401: notAccepted,
	403: noRight,
	404: notFound,
	409: () => told(409, 'CONFLICT', 'The request conflicts with another one.'),
	429: () => told(429, 'TOO_MANY_REQUESTS', 'Too many requests.'),
	500: () => told(500, 'UNKNOWN_EXCEPTION', 'An unexpected error occurred.'),
	503: () => told(503, 'SERVER_UNAVAILABLE', 'The server is not available.'),
};
