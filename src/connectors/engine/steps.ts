import type { Instant } from '../../domain/kernel/time';
import type { Pause } from './stream';

/** A property took a value. Changes come oldest first. */
export interface Change {
	readonly value: string;
	readonly at: Instant;
}

export interface Steps {
	/** The owner when it was first closed; of an open record, the owner now. */
	readonly owner: string | undefined;
	readonly assignedAt: Instant | undefined;
	readonly closedAt: Instant | undefined;
	readonly isClosed: boolean;
	/** How often it went from closed back to open while this owner had it. */
	readonly reopened: number;
}

/** Entries into a closed stage and out of it: moves among closed stages are neither. */
function turns(stages: readonly Change[], isClosed: (stage: string) => boolean) {
	const closings: Instant[] = [];
	const reopenings: Instant[] = [];
	let closed = false;
	for (const { value, at } of stages) {
		if (isClosed(value) !== closed) (closed ? reopenings : closings).push(at);
		closed = isClosed(value);
	}
	return { closings, reopenings, closed };
}

/** The owner at a moment, and since when without a break. */
function ownerAt(owners: readonly Change[], moment: Instant) {
	const before = owners.filter((change) => change.at <= moment);
	const owner = before[before.length - 1]?.value;
	if (!owner) return { owner: undefined, since: undefined };
	const other = before.map((change) => change.value === owner).lastIndexOf(false);
	return { owner, since: before[other + 1]?.at };
}

/** Who had it just before a moment: of a save that opens it again and hands it on, the one before. */
const ownerBefore = (owners: readonly Change[], moment: Instant): string | undefined =>
	owners.filter(({ at }) => at < moment).pop()?.value || undefined;

/**
 * Who handled a record from when to when, from the histories of its owner and its stage.
 * Owner 881 from 9:00, closed at 17:00, open again at 18:00 → 881, 9:00, 17:00, reopened 1.
 */
export function stepsOf(
	owners: readonly Change[],
	stages: readonly Change[],
	isClosed: (stage: string) => boolean,
): Steps {
	const { closings, reopenings, closed } = turns(stages, isClosed);
	const closedAt = closed ? closings[0] : undefined;
	const { owner, since } = ownerAt(owners, closedAt ?? Infinity);
	return {
		owner,
		assignedAt: since,
		closedAt,
		isClosed: closed,
		reopened: reopenings.filter(
			(at) => at >= (since ?? -Infinity) && ownerBefore(owners, at) === owner,
		).length,
	};
}

/** A pause outside the handler's own time is none of it. */
const touches = ({ from, to }: Pause, { assignedAt, closedAt }: Steps): boolean =>
	(to === undefined || to > (assignedAt ?? -Infinity)) && from < (closedAt ?? Infinity);

/** The spells in waiting stages, each with the reason that its stage has; undefined: no waiting. */
export function pausesIn(
	stages: readonly Change[],
	steps: Steps,
	reasonOf: (stage: string) => string | undefined,
): readonly Pause[] {
	const spells = stages.flatMap(({ value, at }, index) => {
		const to = stages[index + 1]?.at;
		const reason = reasonOf(value);
		return reason === undefined || at === to ? [] : [{ from: at, to, reason }];
	});
	return spells.filter((spell) => touches(spell, steps));
}
