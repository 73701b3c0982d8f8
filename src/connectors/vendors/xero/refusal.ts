import { z } from 'zod';
import type { HttpResponse } from '../../engine/http';
import type { Refusal } from '../../engine/judge';
import { quote } from '../../engine/problem';

/** Of the gate before the API: what is wrong with the token. */
const gate = z.object({ Detail: z.string() });
/** Of the API itself. */
const refusal = z.object({ Message: z.string() });

const message = z.object({ Message: z.string().nullish() });
const withErrors = z.object({ ValidationErrors: z.array(message).nullish() });
const answer = withErrors.extend({ Payslips: z.array(withErrors).nullish() });

/** What Xero found wrong with a payslip; it says so in an answer with HTTP 200 too. */
export function validationErrors(body: unknown): readonly string[] {
	const read = answer.safeParse(body);
	if (!read.success) return [];
	return [read.data, ...(read.data.Payslips ?? [])]
		.flatMap((it) => it.ValidationErrors ?? [])
		.map(({ Message: said }) => said ?? 'a validation error without words');
}

const scopes = 'payroll.settings.read payroll.payruns.read payroll.payslip';

const lacksScope: Refusal = {
	found: 'the token lacks a scope, or its user the right (AuthorizationUnsuccessful)',
	remedy: `Give the app the scopes ${scopes}, and its user the role of a payroll administrator, and connect it anew`,
	lacksRight: true,
};
const notAccepted: Refusal = {
	found: 'it does not accept the token (HTTP 401)',
	remedy: 'Test the credential, and connect the app to Xero anew',
};
const otherOrganisation: Refusal = {
	found: 'the token does not reach this organisation (HTTP 403)',
	remedy:
		'Correct the Organisation ID, or connect the app to that organisation; empty the field, and the preview names those that are connected',
	lacksRight: false,
};
const usedUp: Refusal = {
	found: 'the requests of a day that Xero allows are used up (HTTP 429)',
	remedy: 'Run it again tomorrow: it looks first',
};

const ofDay = (headers: HttpResponse['headers']): boolean =>
	headers['x-rate-limit-problem']?.toLowerCase() === 'day';

const ofToken = (status: number, body: unknown): Refusal => {
	const read = gate.safeParse(body);
	if (read.success && read.data.Detail.includes('AuthorizationUnsuccessful')) return lacksScope;
	return status === 401 ? notAccepted : otherOrganisation;
};

const remedy =
	'Correct it in Xero. Only payslips of a draft pay run can be changed; a posted one can be reverted to draft there';

/** Docs: developer.xero.com → OAuth 2.0 → API limits, Response codes; Payroll AU → Payslip */
export function explain(
	status: number,
	body: unknown,
	headers: HttpResponse['headers'],
): Refusal | undefined {
	if (status === 401 || status === 403) return ofToken(status, body);
	if (status === 429 && ofDay(headers)) return usedUp;
	if (status < 400 || status === 404 || status >= 409) return undefined;
	const read = refusal.safeParse(body);
	const said = [...validationErrors(body), ...(read.success ? [read.data.Message] : [])];
	if (said.length === 0) return undefined;
	return { found: `Xero refuses it (HTTP ${status}): ${quote(said.join('; '))}`, remedy };
}

/** A payslip that Xero did not take, though it answered 200. */
export const refusedInside = (said: readonly string[]): Pick<Refusal, 'found' | 'remedy'> => ({
	found: `Xero did not take it: ${quote(said.join('; '))}`,
	remedy,
});
