// HubSpot's error bodies.
import { createHash } from 'node:crypto';

let counter = 0;

/** Looks like HubSpot's correlation id, and is the same in the same order of requests. */
const correlationId = () => {
	const hex = createHash('sha256')
		.update(String((counter += 1)))
		.digest('hex');
	return [
		hex.slice(0, 8),
		hex.slice(8, 12),
		hex.slice(12, 16),
		hex.slice(16, 20),
		hex.slice(20, 32),
	].join('-');
};

const problem = (status, message, more = {}) => ({
	status,
	body: { status: 'error', message, correlationId: correlationId(), ...more },
});

export const notAuthenticated = () =>
	problem(
		401,
		'Authentication credentials not found. This API supports OAuth 2.0 authentication and you can find more details at https://developers.hubspot.com/docs/methods/auth/oauth-overview',
		{ category: 'INVALID_AUTHENTICATION' },
	);

export const missingScopes = (scopes) =>
	problem(
		403,
		"This app hasn't been granted all required scopes to make this call. Read more about required scopes here: https://developers.hubspot.com/scopes.",
		{
			errors: [
				{
					message: 'One or more of the following scopes are required.',
					context: { requiredGranularScopes: scopes },
				},
			],
			links: { scopes: 'https://developers.hubspot.com/scopes' },
			category: 'MISSING_SCOPES',
		},
	);

export const invalid = (message, more = {}) =>
	problem(400, message, { category: 'VALIDATION_ERROR', ...more });

export const notFound = (message = 'resource not found') =>
	problem(404, message, { category: 'OBJECT_NOT_FOUND' });

/** `policy` TEN_SECONDLY_ROLLING or SECONDLY. HubSpot sends Retry-After at times only: here, never. */
export const tooMany = (policy) =>
	problem(429, `You have reached your ${policy.toLowerCase()} limit.`, {
		errorType: 'RATE_LIMIT',
		category: 'RATE_LIMITS',
		policyName: policy,
		groupName: 'publicapi:private-apps-api-calls',
	});

const broken = () => problem(500, 'internal error', { category: 'INTERNAL_ERROR' });

export const asked = {
	401: notAuthenticated,
	403: () => missingScopes(['tickets']),
	404: () => notFound(),
	429: () => tooMany('TEN_SECONDLY_ROLLING'),
	500: broken,
	503: () => problem(503, 'Service temporarily unavailable', { category: 'INTERNAL_ERROR' }),
	409: () => problem(409, 'Conflict', { category: 'CONFLICT' }),
};
