import type { Intake } from '../evidence/intake';
import type { Belonging } from '../evidence/order';
import type { Stream } from '../evidence/streams';
import type { Scorecard } from './scorecard';

/** One record that a scorecard was made from. */
export interface Traced extends Stream {
	readonly employeeId: string;
	readonly recordId: string;
}

/**
 * Every record behind the scorecards, one by one and without the limit that a line has: by employee, then
 * in the order of the digest. A card whose evidence counts 250 records gives 250, whatever its lines show.
 */
export function* traceOf(
	{ staff, streams, ledger }: Intake,
	belonging: Belonging,
	scorecards: readonly Scorecard[],
): Generator<Traced> {
	const scored = new Set(scorecards.map(({ employeeId }) => employeeId));
	for (const [place, { id }] of staff.people.entries()) {
		if (!scored.has(id)) continue;
		for (const row of belonging.of(place)) {
			const stream = streams.all[ledger.streamOf(row)];
			if (stream !== undefined) yield { ...stream, employeeId: id, recordId: ledger.ids.text(row) };
		}
	}
}
