import { z } from 'zod';
import type { Refusal } from '../../engine/judge';
import { quote } from '../../engine/problem';

const notAccepted: Refusal = {
	found: 'it does not accept the API key (HTTP 401)',
	remedy:
		'Enter the API access key of a user who is not locked (in Redmine: My account), and let an administrator enable the REST web service',
};
const notAllowed: Refusal = {
	found: 'the user of the API key may not read this (HTTP 403)',
	remedy:
		'Give the user a role with the right View Issues for all issues, as a member of each project, and let an administrator enable the REST web service',
};
const errors = z.object({ errors: z.array(z.string()) });

/** 401, 403 and 404 come with an empty body. Docs: redmine.org → Rest api; code: app/controllers/application_controller.rb */
export function explain(status: number, body: unknown): Refusal | undefined {
	if (status === 401) return notAccepted;
	if (status === 403) return notAllowed;
	const told = errors.safeParse(body);
	if (!told.success || status >= 429) return undefined;
	return {
		found: `Redmine refuses it (HTTP ${status}): ${quote(told.data.errors.join(' '))}`,
		remedy: 'Check the base URL of the credential and the settings of this source',
	};
}
