import { byInstance, derive, type Instance } from './derive';
import type { WorkEvent } from './event';
import type { Item } from './item';
import { refuse, type Refusal } from './refusal';

/** The rows of a log; an instance is derived when it is asked for, and only then. */
export class WorkLog {
	private readonly rows: Map<string, WorkEvent[]>;
	private readonly derived = new Map<string, Instance>();

	constructor(rows: Iterable<WorkEvent>) {
		this.rows = byInstance(rows);
	}

	/** Of an id that the log does not know: an instance without rows. */
	instance(instanceId: string): Instance {
		const known = this.derived.get(instanceId);
		if (known !== undefined) return known;
		const instance = derive(instanceId, this.rows.get(instanceId) ?? []);
		this.derived.set(instanceId, instance);
		return instance;
	}

	/** Takes what was just recorded, so that the next request sees it. */
	add(rows: readonly WorkEvent[]): void {
		for (const row of rows) {
			this.rows.set(row.instanceId, [...(this.rows.get(row.instanceId) ?? []), row]);
			this.derived.delete(row.instanceId);
		}
	}

	*instances(): Generator<Instance> {
		for (const id of this.rows.keys()) yield this.instance(id);
	}
}

export const taken = (instanceId: string): Refusal =>
	refuse('exists', `${instanceId}: this number is taken already`, 'Give another number.');

/** An item with its instance, or that there is none. */
export function itemIn(
	log: WorkLog,
	itemId: string | undefined,
): { readonly item: Item; readonly instance: Instance } | Refusal {
	const id = itemId ?? '';
	const instance = log.instance(id.split('/')[0] ?? id);
	const item = instance.items.get(id);
	if (item !== undefined) return { item, instance };
	return refuse(
		'unknownItem',
		id === '' ? 'The request names no item' : `${id}: there is no such step or task in the log`,
		'Give the itemId as the open work has it, and look whether its rows come in on the input Log.',
	);
}
