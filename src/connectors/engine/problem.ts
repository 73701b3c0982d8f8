/** Why a request gave nothing usable, and whether sending it again is safe. */
export interface HttpProblem {
	readonly kind: 'refused' | 'busy' | 'unreachable' | 'unreadable' | 'cancelled';
	/**
	 * `afterRenewal`: nothing was done, since the token had expired. `afterReadBack`: a write whose outcome
	 * is not known; look before sending it again.
	 */
	readonly retry: 'never' | 'afterWait' | 'afterRenewal' | 'afterReadBack';
	/** The HTTP status; undefined: no answer came. */
	readonly status: number | undefined;
	/** Whether a right is missing, where the body knows better than the status. */
	readonly lacksRight?: boolean | undefined;
	/** How long the server asks to wait; undefined: it does not say. */
	readonly waitMs: number | undefined;
	/** What was asked for, for example 'HubSpot tickets, page 3'. */
	readonly about: string;
	/** What came instead. */
	readonly found: string;
	readonly remedy: string;
}

/** What is refused for good without anything being sent, or though it answered. */
export const refusedProblem = (about: string, found: string, remedy: string): HttpProblem => ({
	...{ kind: 'refused', retry: 'never', status: undefined, waitMs: undefined },
	...{ about, found, remedy },
});

export type Answer<T> =
	| { readonly ok: true; readonly value: T; readonly headers: { readonly [name: string]: string } }
	| { readonly ok: false; readonly problem: HttpProblem };

const sentence = (problem: Pick<HttpProblem, 'about' | 'found' | 'remedy'>): string =>
	`${problem.about}: ${problem.found}. ${problem.remedy}.`;

const secretLike: readonly (readonly [RegExp, string])[] = [
	[/\b(bearer|basic|token|api[-_ ]?key|secret|password)(["':=\s]+)(?=\S*\d)[^\s"',;]+/gi, '$1$2…'],
	[/\?[^\s"']*=[^\s"']*/g, '?…'],
	// Keys mix digits with small letters; names of records (HR-EXP-2026-00001) and dates do not.
	[/(?=[^\s"',;:()]*\d)(?=[^\s"',;:()]*[a-z])[^\s"',;:()]{8,}/g, '…'],
];

/** A foreign text without what looks like a key, a token or a query: a server may repeat what it was sent. */
export const withoutSecrets = (text: string): string =>
	secretLike.reduce((kept, [pattern, by]) => kept.replace(pattern, by), text);

const longest = 160;

/** A foreign text made fit for a message: without secrets and markup, on one short line. */
export function quote(text: string): string {
	const line = withoutSecrets(text.slice(0, 4 * longest).replace(/<[^>]*>/g, ' '));
	const clean = line.replace(/\s+/g, ' ').trim();
	return clean.length > longest ? `${clean.slice(0, longest)}…` : clean;
}

/** Ends the reading of a source; the reading turns it into the gap of its coverage. */
export class SourceProblem extends Error {
	constructor(
		readonly problem: Pick<HttpProblem, 'kind' | 'about' | 'found' | 'remedy'> & {
			readonly status?: number | undefined;
			readonly lacksRight?: boolean | undefined;
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
