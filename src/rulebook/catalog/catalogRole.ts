import type { RoleShape } from '../rulebookShape';

/** Counts of one person's month, in the words of a scorecard's line. */
export interface Counts {
	readonly target?: number;
	readonly done?: number;
	readonly due?: number;
	readonly onTime?: number;
	readonly errors?: number;
	/** Items that hold (resolved, answered within the limit) of the items asked. */
	readonly good?: number;
	readonly of?: number;
}

/** One line worked by hand; a test runs it through the scorer. */
interface Example {
	readonly says: string;
	readonly indicator: string;
	readonly given: Counts;
	/** Exact: a decimal such as "27" or "18.5". */
	readonly points: string;
}

/** A role to start from: plain rulebook data, with examples that a reader can check on paper. */
export interface CatalogRole {
	readonly role: RoleShape & { readonly label: { readonly en: string; readonly zh: string } };
	readonly examples: readonly Example[];
}
