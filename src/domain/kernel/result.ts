/** What is wrong, where, and what to do about it: the one shape of bad news, from wire to panel. */
export interface Problem {
	/** `area.what`, for example `rulebook.points`. */
	readonly code: string;
	/** Where: a JSON path (`roles[0].indicators[2].points`), a record, or ''. */
	readonly path: string;
	readonly message: string;
	readonly remedy: string;
}

export type Result<T> =
	| { readonly ok: true; readonly value: T }
	| { readonly ok: false; readonly problems: readonly Problem[] };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });
export const failed = (...problems: readonly Problem[]): Result<never> => ({ ok: false, problems });
