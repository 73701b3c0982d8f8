import { z } from 'zod';
import type { Refusal } from '../../engine/judge';
import { outcomeOf, quote, SourceProblem } from '../../engine/problem';

/** JSON-2 tells an error by its status, JSON-RPC within HTTP 200. Code: odoo/http.py, serialize_exception */
const exception = z.object({ name: z.string(), message: z.string().nullish() });
const rpcError = z.object({
	error: z.object({ message: z.string().nullish(), data: exception.nullish() }),
});

const notAccepted: Refusal = {
	found: 'it does not accept the API key',
	remedy:
		'Enter an API key that has not expired (recent releases let it last three months at most; in Odoo: My Preferences → Security → API Keys), with JSON-RPC also its Database and User ID',
};
const notAllowed = 'the user of the API key may not read this';
const lacksModel = 'it lacks a model';
const wrongDatabase: Refusal = {
	found: 'it has no database of this name',
	remedy: 'Correct Database in the credential',
};
const busy: Refusal = {
	found: 'its database did not answer in time or met a conflict',
	remedy: 'Try again later',
	kind: 'busy',
	retry: 'afterWait',
};

type Says = (words: string) => Refusal;

/** By the exception and what it says; the first that fits. */
const known: readonly (readonly [RegExp, Says])[] = [
	[/^\S*\b(Unauthorized|AccessDenied)\b/, () => notAccepted],
	[
		/^\S*\bAccessError\b/,
		(words) => ({
			found: `${notAllowed}: ${words}`,
			remedy:
				'Give the user the role All Approver in Expenses, for opportunities User: All Documents in Sales, and read access to what the message names',
		}),
	],
	[
		/model '\S+' does not exist|Object \S+ doesn't exist/,
		(words) => ({
			lacksRight: true,
			found: `${lacksModel}: ${words}`,
			remedy: 'Install the app in Odoo: Expenses for expenses, CRM for opportunities',
		}),
	],
	[/database \S+ does not exist/, () => wrongDatabase],
	[/^psycopg2\b/, () => busy],
];

const refused: Says = (words) => ({
	found: `Odoo refuses it: ${words}`,
	remedy: 'Check the settings of this source, or ask the administrator of Odoo',
});

function exceptionIn(status: number, body: unknown): z.infer<typeof exception> | undefined {
	if (status >= 400) return exception.safeParse(body).data;
	const { error } = rpcError.safeParse(body).data ?? {};
	return error && (error.data ?? { name: '', message: error.message });
}

/** Docs: odoo.com → External JSON-2 API → Error; code: odoo/exceptions.py */
export function explain(status: number, body: unknown): Refusal | undefined {
	const told = exceptionIn(status, body);
	if (told === undefined || status === 408 || status === 429) return undefined;
	// Its first line: the rest names groups, and a path of the server's own is nobody's business.
	const [line = ''] = (told.message ?? '').split('\n');
	const words = quote(line.replace(/(?:\/[\w.-]+)+\/|[.]$/g, '')) || 'no reason given';
	const [, says = refused] = known.find(([fits]) => fits.test(`${told.name} ${line}`)) ?? [];
	return { kind: 'refused', retry: 'never', ...says(words) };
}

/** Tells a missing right as one, so that a test of the credential goes on and names them all. */
export async function withRight<T>(reading: Promise<T>, remedy: string): Promise<T> {
	const read = await outcomeOf(reading);
	if (read.ok) return read.value;
	const { problem } = read.error;
	if (!problem.found.startsWith(notAllowed)) throw read.error;
	throw new SourceProblem({ ...problem, status: 403, remedy });
}

const ownRemedy = (found: string): string | undefined => {
	if (found.startsWith(notAllowed))
		return 'Give the user the highest role in Payroll, and the right to see contracts';
	return found.startsWith(lacksModel)
		? 'Install Payroll in Odoo: the app of Odoo Enterprise, or the module payroll of the OCA'
		: undefined;
};

/** The same trouble, with what helps where pay is concerned and not expenses. */
export const forPay = <P extends { readonly found: string; readonly remedy: string }>(
	problem: P,
): P => ({ ...problem, remedy: ownRemedy(problem.found) ?? problem.remedy });

/** Tells a right that paying needs as one, as `withRight` does. */
export async function withPayRight<T>(reading: Promise<T>): Promise<T> {
	const read = await outcomeOf(reading);
	if (read.ok) return read.value;
	const problem = forPay(read.error.problem);
	throw new SourceProblem(
		problem.found.startsWith(notAllowed) ? { ...problem, status: 403 } : problem,
	);
}

/** Whether it is told since an app is not installed. */
export const lacksApp = ({ problem }: SourceProblem): boolean =>
	problem.found.startsWith(lacksModel);
