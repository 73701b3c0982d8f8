import type { Item } from '../evidence/facts';
import type { Ledger } from '../evidence/ledger';
import { rareOf, type PauseFact, type Rare } from '../evidence/rare';
import { NO_INSTANT, parseInstant } from '../kernel/instant';
import type { Instant } from '../kernel/time';
import { dueAfter, merged, type Clock, type Due, type Span } from './clock';
import type { Limit } from './metric';

/** Where nothing says when an item is due. */
export const NEVER_DUE = 'neverDue';
/** Where a limit would be measured from a time of assignment that is not told. */
export const NOT_ASSIGNED = 'notAssigned';

export type DueMoment = Due | typeof NEVER_DUE | typeof NOT_ASSIGNED;

/** The due moments of the ledger's items: what they say of themselves, else their limit on the clock. */
export class ItemClock {
	private rareIndex = 0;
	private rare: Rare = {};
	private lastRow = -1;
	private lastLimit: Limit | undefined;
	private lastDue: DueMoment = NEVER_DUE;

	constructor(
		private readonly clock: Clock,
		private readonly asOf: Instant,
		private readonly ledger: Ledger,
	) {}

	/** The rare facts of an item; those of the last one are remembered. */
	rareOf(item: Item): Rare {
		if (item.rare !== this.rareIndex) {
			this.rareIndex = item.rare;
			this.rare = rareOf(this.ledger.rares.text(item.rare));
		}
		return this.rare;
	}

	/** When an item of a work with this limit is due; `dueAt` always wins. Asked twice in a row, it is worked out once. */
	due(item: Item, limit: Limit | undefined): DueMoment {
		if (item.row !== this.lastRow || limit !== this.lastLimit) {
			this.lastRow = item.row;
			this.lastLimit = limit;
			this.lastDue = this.dueOf(item, limit);
		}
		return this.lastDue;
	}

	private dueOf(item: Item, limit: Limit | undefined): DueMoment {
		if (item.due !== NO_INSTANT) return { at: item.due, exact: true };
		return limit === undefined ? NEVER_DUE : this.limitEnd(item, limit);
	}

	/** When a limit from the item's assignment is reached. */
	limitEnd(item: Item, limit: Limit): Due | typeof NOT_ASSIGNED {
		if (item.assigned === NO_INSTANT) return NOT_ASSIGNED;
		const pauses = item.rare === 0 ? undefined : this.rareOf(item).pauses;
		if (pauses === undefined && limit.kind === 'hours')
			return { at: item.assigned + limit.ms, exact: true };
		return dueAfter(this.clock, limit, item.assigned, this.spans(item, pauses ?? []));
	}

	/** A pause without an end lasts until completion or the cut-off, whichever comes first. */
	private spans(item: Item, pauses: readonly PauseFact[]): Span[] {
		const open = item.completed === NO_INSTANT ? this.asOf : Math.min(item.completed, this.asOf);
		return merged(
			pauses.map(({ from, to }) => ({
				from: parseInstant(from) ?? open,
				to: to === undefined ? open : (parseInstant(to) ?? open),
			})),
		);
	}
}
