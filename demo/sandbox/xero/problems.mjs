// Xero's error bodies: before the API those of its gate, of the API itself a type with a message; limits without a body.
const gate = (status, title, detail) => ({
	status,
	body: {
		...{ Type: null, Title: title, Status: status, Detail: detail },
		Instance: '7c1b3e0a-0000-4000-8000-000000000001',
		Extensions: {},
	},
});

export const notAccepted = () =>
	gate(401, 'Unauthorized', 'TokenExpired: token expired at 11/06/2026 01:00:00');
export const noScope = () => gate(401, 'Unauthorized', 'AuthorizationUnsuccessful');
export const otherTenant = () => gate(403, 'Forbidden', 'AuthenticationUnsuccessful');
export const notFound = () => ({
	status: 404,
	contentType: 'text/html',
	body: 'The resource you’re looking for cannot be found',
});
export const invalid = (message) => ({
	status: 400,
	body: { ErrorNumber: 10, Type: 'ValidationException', Message: message },
});
export const tooMany = (problem, seconds) => ({
	status: 429,
	headers: { 'x-rate-limit-problem': problem, 'retry-after': String(seconds) },
	body: '',
});
export const signInRefused = (error) => ({ status: 400, body: { error } });

/** What came in is not taken, and the answer says 200. */
export const invalidInside = (message) => ({
	status: 200,
	body: {
		...{ Id: '00000000-0000-0000-0000-000000000000', Status: 'OK', ProviderName: 'sandbox' },
		Payslips: [{ ValidationErrors: [{ Message: message }] }],
	},
});

export const asked = {
	401: notAccepted,
	403: otherTenant,
	404: notFound,
	429: () => tooMany('minute', 7),
	500: () => ({ status: 500, body: { Message: 'An error occurred in Xero.' } }),
	503: () => ({ status: 503, body: 'The organisation is offline' }),
	refused: () => invalidInside('The payslip is locked by another user.'),
};
asked[409] = () => ({ ...invalid('The request conflicts with another one.'), status: 409 });
