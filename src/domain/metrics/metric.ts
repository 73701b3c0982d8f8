/** How long an item may take. `ms` is floor(hours × 3,600,000). */
export type Limit =
	| { readonly kind: 'hours'; readonly ms: number }
	| { readonly kind: 'workingHours'; readonly ms: number }
	| { readonly kind: 'workingDays'; readonly days: number };

/** One kind of work of a role: where its evidence comes from, how much is expected and how fast. */
export interface Work {
	readonly activity: string;
	/** The one system of record that counts. */
	readonly source: string;
	/** Items a month; undefined: no target. */
	readonly target: bigint | undefined;
	readonly limit: Limit | undefined;
	readonly belongsTo: 'due' | 'completed';
}

/** What is measured of a work: a closed set. */
export type Measure =
	| { readonly kind: 'completed' }
	| { readonly kind: 'onTime'; readonly of: 'due' | 'completed' }
	| { readonly kind: 'errors' }
	| { readonly kind: 'resolved' }
	| { readonly kind: 'responded'; readonly limit: Limit }
	| { readonly kind: 'value'; readonly field: string; readonly aggregate: 'sum' | 'mean' };
