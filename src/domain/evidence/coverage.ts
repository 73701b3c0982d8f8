import type { Instant } from '../kernel/time';

/** Whether a source gave all that it should, for one activity in the period that is scored. */
export interface Coverage {
	readonly source: string;
	readonly system: string;
	readonly activity: string;
	readonly complete: boolean;
	readonly asOf: Instant;
	readonly gap: string | undefined;
}

/** The coverage that counts of each system: the latest, of equally late ones the incomplete. */
export class CoverageBook {
	private readonly latest = new Map<string, Map<string, Coverage>>();

	add(coverage: Coverage): void {
		const key = JSON.stringify([coverage.source, coverage.activity]);
		const systems = this.latest.get(key) ?? new Map<string, Coverage>();
		const known = systems.get(coverage.system);
		if (known === undefined || outranks(coverage, known)) systems.set(coverage.system, coverage);
		this.latest.set(key, systems);
	}

	/** By system, of one (source, activity). */
	of(source: string, activity: string): ReadonlyMap<string, Coverage> {
		return this.latest.get(JSON.stringify([source, activity])) ?? new Map<string, Coverage>();
	}
}

/** Of two incomplete ones of a moment the smaller reason counts, so that order changes nothing. */
function outranks(a: Coverage, b: Coverage): boolean {
	if (a.asOf !== b.asOf) return a.asOf > b.asOf;
	if (a.complete !== b.complete) return b.complete;
	return (a.gap ?? '') < (b.gap ?? '');
}
