import { byCodeUnit } from '../kernel/canonicalJson';
import { dayText } from '../kernel/civil';
import type { Instant, TimeZone } from '../kernel/time';
import type { Due } from '../metrics/clock';
import type { WorkEvent } from './event';
import { completedAt, type Item } from './item';

/** The local month of an instant: 2026-10-31T24:00 local → '2026-11'. */
export const monthOf = (instant: Instant, zone: TimeZone): string =>
	dayText(zone.dayOf(instant)).slice(0, 7);

/** The month of a due moment, to which 24:00 of its last day belongs: 2026-10-31T24:00 local → '2026-10'. */
export const monthOfDue = (due: Instant, zone: TimeZone): string => monthOf(due - 1, zone);

/** The month of a due moment; of one that is only known to lie later, the first that it can be. */
export const firstMonthOf = ({ at, exact }: Due, zone: TimeZone): string =>
	exact ? monthOfDue(at, zone) : monthOf(at, zone);

type Months = Pick<WorkEvent, 'month' | 'doneMonth'>;

/** The months under which an event at a moment is found: the one that its item belongs to, and the one in which it was done. */
export function monthsOf(
	item: Item,
	at: Instant,
	{ due, zone }: { readonly due: Due | undefined; readonly zone: TimeZone },
): Months {
	const done = completedAt(item);
	const doneMonth = done === undefined ? undefined : monthOf(done, zone);
	if (due !== undefined) return { month: firstMonthOf(due, zone), doneMonth };
	return { month: doneMonth ?? monthOf(at, zone), doneMonth };
}

const foundUnder = ({ month, doneMonth }: Months): string[] =>
	doneMonth === undefined ? [month] : [month, doneMonth];

/**
 * Copies of rows, so that each event of an item is found under every month of that item: a month is then read
 * whole by one filter; `also` are months that no row tells. Started under October, done in November → the start
 * once more, under November.
 */
export function copiesOf(rows: readonly WorkEvent[], also: readonly string[] = []): WorkEvent[] {
	const months = [...new Set([...rows.flatMap(foundUnder), ...also])].sort(byCodeUnit);
	const events = new Map<string, { readonly event: WorkEvent; readonly found: Set<string> }>();
	for (const event of rows) {
		const known = events.get(event.eventId);
		if (known === undefined)
			events.set(event.eventId, { event, found: new Set(foundUnder(event)) });
		else for (const month of foundUnder(event)) known.found.add(month);
	}
	return [...events.values()].flatMap(({ event, found }) =>
		pairs(months.filter((month) => !found.has(month))).map((under) => ({ ...event, ...under })),
	);
}

/** Two months fit on a row: [a, b, c] → a with b, c. */
function pairs(months: readonly string[]): Months[] {
	const rows: Months[] = [];
	for (let at = 0; at < months.length; at += 2)
		rows.push({ month: months[at] ?? '', doneMonth: months[at + 1] });
	return rows;
}
