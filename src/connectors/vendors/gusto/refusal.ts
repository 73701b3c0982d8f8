import { z } from 'zod';
import type { Refusal } from '../../engine/judge';
import { quote } from '../../engine/problem';

const wire = z.object({
	errors: z
		.array(z.object({ category: z.string().nullish(), message: z.string().nullish() }))
		.nonempty(),
});

const notAccepted: Refusal = {
	found: 'it does not accept the token (HTTP 401)',
	remedy: 'Test the credential, and connect the app to Gusto anew',
};
const lacksRight: Refusal = {
	found: 'the token may not do this (HTTP 403)',
	remedy:
		'Give the app the scopes payrolls:read, payrolls:write and employees:read, and connect it by an administrator of the company that pays; check the Company ID',
};
const notThere: Refusal = {
	found: 'it is not there, or not for this token (HTTP 404)',
	remedy: 'Check the Company ID; a token reaches one company only',
};
const stale: Refusal = {
	found: 'somebody else changes this payroll at the same time (HTTP 409)',
	remedy: 'Run it again when the other change is done',
};

/** Docs: docs.gusto.com → Error Categories */
export function explain(status: number, body: unknown): Refusal | undefined {
	if (status === 401) return notAccepted;
	if (status === 403) return lacksRight;
	if (status === 404) return notThere;
	if (status === 409) return stale;
	const read = wire.safeParse(body);
	if (status < 400 || status === 429 || status >= 500 || !read.success) return undefined;
	const said = read.data.errors
		.map(({ message, category }) => message ?? category ?? '')
		.join('; ');
	return {
		found: `Gusto refuses it (HTTP ${status}): ${quote(said)}`,
		remedy: 'Correct it in Gusto. A payroll that is processed or submitted takes nothing more',
	};
}
