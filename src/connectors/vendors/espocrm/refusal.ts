import type { HttpResponse } from '../../engine/http';
import type { Refusal } from '../../engine/judge';
import { quote } from '../../engine/problem';

const notAccepted: Refusal = {
	found: 'it does not accept the API key (HTTP 401)',
	remedy:
		'Enter the API key of an API user who is active, with the authentication method API Key (in EspoCRM: Administration → API Users)',
};
const notAllowed = (reason: string): Refusal => ({
	found: `the API user may not read this (HTTP 403)${reason && `: ${reason}`}`,
	remedy:
		'Give the role of the API user read and stream at the level all for the entity types to be counted (in EspoCRM: Administration → Roles)',
});
const tooLarge: Refusal = {
	found: 'it gives fewer rows a page than EspoCRM does by itself (HTTP 403)',
	remedy: "Set recordListMaxSizeLimit in EspoCRM's configuration to 200 or more",
};

/** The body is mostly empty: the reason is in a header. Code: application/Espo/Core/Api/ErrorOutput.php */
export function explain(
	status: number,
	_body: unknown,
	headers: HttpResponse['headers'],
): Refusal | undefined {
	const reason = quote(headers['x-status-reason'] ?? '');
	if (status === 401) return notAccepted;
	if (status === 403) return /^max size/i.test(reason) ? tooLarge : notAllowed(reason);
	if (status < 400 || status >= 429 || status === 408 || reason === '') return undefined;
	return {
		found: `EspoCRM refuses it (HTTP ${status}): ${reason}`,
		remedy: 'Check the base URL of the credential and the settings of this source',
	};
}
