/** Why a request gave nothing usable, and whether sending it again is safe. */
export interface HttpProblem {
	readonly kind: 'refused' | 'busy' | 'unreachable' | 'unreadable' | 'cancelled';
	/** `afterReadBack`: a write whose outcome is not known; look before sending it again. */
	readonly retry: 'never' | 'afterWait' | 'afterReadBack';
	/** The HTTP status; undefined: no answer came. */
	readonly status: number | undefined;
	/** How long the server asks to wait; undefined: it does not say. */
	readonly waitMs: number | undefined;
	/** What was asked for, for example 'HubSpot tickets, page 3'. */
	readonly about: string;
	/** What came instead. */
	readonly found: string;
	readonly remedy: string;
}

export type Answer<T> =
	| { readonly ok: true; readonly value: T; readonly headers: { readonly [name: string]: string } }
	| { readonly ok: false; readonly problem: HttpProblem };

export const sentence = (problem: Pick<HttpProblem, 'about' | 'found' | 'remedy'>): string =>
	`${problem.about}: ${problem.found}. ${problem.remedy}.`;

const longest = 160;
const secretLike: readonly (readonly [RegExp, string])[] = [
	[/<[^>]*>/g, ' '],
	[/\b(bearer|basic|token|api[-_ ]?key|secret|password)(["':=\s]+)[^\s"',;]+/gi, '$1$2…'],
	[/\?[^\s"']*/g, '?…'],
	[/[^\s"',;:()]*(?:\d[^\s"',;:()]*[a-z]|[a-z][^\s"',;:()]*\d)[^\s"',;:()]*/gi, '…'],
	[/\s+/g, ' '],
];

/**
 * A foreign text made fit for a message: one line, short, and with whatever looks like a key, a token
 * or a query left out, since a server may repeat what it was sent.
 */
export function quote(text: string): string {
	const clean = secretLike
		.reduce((kept, [pattern, by]) => kept.replace(pattern, by), text.slice(0, 4 * longest))
		.trim();
	return clean.length > longest ? `${clean.slice(0, longest)}…` : clean;
}

/** Ends the reading of a source; the reading turns it into the gap of its coverage. */
export class SourceProblem extends Error {
	constructor(
		readonly problem: Pick<HttpProblem, 'kind' | 'about' | 'found' | 'remedy'> & {
			readonly status?: number | undefined;
		},
	) {
		super(sentence(problem));
		this.name = 'SourceProblem';
	}
}

/** What a source lacks though it answered: a right, a switch, a name that it does not know. */
export const lacking = (about: string, found: string, remedy: string): SourceProblem =>
	new SourceProblem({ kind: 'refused', about, found, remedy });

export type Outcome<T> =
	| { readonly ok: true; readonly value: T }
	| { readonly ok: false; readonly error: SourceProblem };

/** What a reading came to: its value, or the problem that ended it. Any other error goes on. */
export const outcomeOf = async <T>(reading: Promise<T>): Promise<Outcome<T>> =>
	await reading.then(
		(value) => ({ ok: true, value }),
		async (error: unknown) =>
			error instanceof SourceProblem ? { ok: false, error } : await Promise.reject(error),
	);
