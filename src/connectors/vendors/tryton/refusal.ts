import { z } from 'zod';
import type { Refusal } from '../../engine/judge';
import { outcomeOf, quote, SourceProblem } from '../../engine/problem';

/** Every error but a wrong password is HTTP 200 with `error`: a class and its arguments, or a text. Code: trytond/protocols/jsonrpc.py */
const errorBody = z.object({ error: z.array(z.unknown()).min(1) });

const strings = (told: unknown): readonly string[] =>
	Array.isArray(told) ? told.flatMap(strings) : typeof told === 'string' ? [told] : [];

const notAccepted: Refusal = {
	found: 'it does not accept the user and password (HTTP 401)',
	remedy: 'Enter the login and password of a Tryton user that is active',
};
const wrongAddress =
	'Check the base URL of the credential: the address of the server, then the name of the database';

/** By what the message says; the rest is the server's own trouble. */
const known: readonly (readonly [RegExp, string, string])[] = [
	[
		/not allowed to (access|read)|"?read"? access|access.*denied|don't have.*access/i,
		'the user may not read this',
		'Give the user a group that may read it',
	],
	[/^Database .* doesn't exist/, 'there is no such database', wrongAddress],
	[
		/^'[\w.]+'$/,
		'it lacks a model or a field',
		'Activate the module in Tryton, or correct the fields to keep',
	],
];

const isRight = (found: string): boolean => found.startsWith('the user may not read this');

export function explain(status: number, body: unknown): Refusal | undefined {
	if (status === 401) return notAccepted;
	const read = errorBody.safeParse(body);
	if (!read.success || status >= 400) return undefined;
	const told = strings(read.data.error).filter((text) => text !== '');
	const message =
		told.find((text) => !/^\w+(Error|Exception|Warning)$/.test(text)) ?? told[0] ?? '';
	const [, found, remedy] = known.find(([pattern]) => pattern.test(message)) ?? [];
	// A path of the server's own is nobody's business.
	const words = message.replace(/(?:\/[\w.-]+)+\//g, '');
	return {
		found: `${found ?? 'Tryton refuses it'}: ${quote(words || 'no reason given')}`,
		remedy: remedy ?? 'Check the settings of this source, or ask the administrator of Tryton',
	};
}

/** Tells a missing right as one, so that a test of the credential goes on and names them all. */
export async function withRight<T>(reading: Promise<T>, right: string): Promise<T> {
	const read = await outcomeOf(reading);
	if (read.ok) return read.value;
	const { problem } = read.error;
	if (!isRight(problem.found)) throw read.error;
	const remedy = `Give the user a group with read access to ${right}`;
	throw new SourceProblem({ ...problem, status: 403, remedy });
}
