// DingTalk's refusals: a code in words, a message, the id of the request.
let counter = 0;

export const problem = (status, code, message, more = {}) => {
	counter += 1;
	const requestid = `5A1B2C3D-0000-0000-0000-${String(counter).padStart(12, '0')}`;
	return { status, body: { code, requestid, message, ...more } };
};

export const noToken = () => problem(400, 'InvalidAuthentication', '不合法的access_token');

export const notPermitted = (scope = 'Workflow.Instance.Read') =>
	problem(403, 'Forbidden.AccessDenied.AccessTokenPermissionDenied', '没有调用该接口的权限', {
		accessdenieddetail: { requiredScopes: [scope] },
	});

export const tooMany = () =>
	problem(403, 'Forbidden.AccessDenied.QpsLimitForApi', '当前接口调用频率过高');

export const asked = {
	401: () => problem(401, 'InvalidAuthentication', '不合法的access_token'),
	403: () => notPermitted(),
	404: () => problem(404, 'InvalidAction.NotFound', 'Specified api is not found'),
	429: () => problem(429, 'Throttling', '请求被限流'),
	500: () => problem(500, 'system.error', '系统错误'),
	503: () => problem(503, 'ServiceUnavailable', '系统繁忙'),
	409: () => problem(409, 'conflict', 'conflict'),
};
