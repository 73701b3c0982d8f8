// Dolibarr's error bodies: Restler's words for the status, the reason behind them, and where in its code.
const words = {
	400: 'Bad Request',
	401: 'Unauthorized',
	403: 'Forbidden',
	404: 'Not Found',
	405: 'Method Not Allowed',
	409: 'Conflict',
	429: 'Too Many Requests',
	500: 'Internal Server Error',
	503: 'Service Unavailable',
};

export const problem = (status, reason) => ({
	status,
	contentType: 'application/json; charset=utf-8',
	body: {
		error: { code: status, message: reason ? `${words[status]}: ${reason}` : words[status] },
		debug: { source: 'api_access.class.php:200 at authenticate stage', stages: {} },
	},
});

/** Before Restler is reached: an endpoint that this version has not, and a module that is off (with 200). */
const text = (status, body) => ({ status, contentType: 'text/html; charset=UTF-8', body });
export const noEndpoint = () => text(501, 'API not found (failed to include API file)');
export const moduleIsOff = () =>
	text(200, 'Warning, module Api not enabled.<br><br>To activate modules, go on setup area');

export const wrongKey = (version) =>
	version < 16
		? problem(503, 'Error when searching login user from api key')
		: problem(
				401,
				version < 17
					? ''
					: 'Error user not valid (not found with api key or bad status or bad validity dates) (conf->entity=1)',
			);

/** A missing right is 401 before version 20, tickets excepted, which always knew better. */
export const noRight = (version, { reason = '', is403 = false } = {}) =>
	problem(version < 20 && !is403 ? 401 : 403, reason);
