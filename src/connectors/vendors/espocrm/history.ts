import type { Instant } from '../../../domain/kernel/time';
import type { Change } from '../../engine/steps';
import type { Kind } from './kinds';
import type { Note } from './notes';

/** A record as the list shows it now. */
export interface Present {
	readonly createdAt: Instant;
	readonly stage: string;
	/** '': nobody. */
	readonly owner: string;
}

interface Reading {
	readonly stage: Kind['stage'];
	readonly isClosed: (stage: string) => boolean;
}

/** The new status: Status notes until 9.1, Update notes with a value since. Code: application/Espo/Tools/Stream/Service.php */
const stageIn = ({ type, data }: Note, stage: Kind['stage']): string | undefined => {
	const told = data?.value ?? data?.attributes?.became?.[stage] ?? undefined;
	return type === 'Status' || type === 'Update' ? told : undefined;
};

/** Records that were imported have no note of their creation. */
const creationOf = (notes: readonly Note[]): Note | undefined =>
	notes.find(({ type }) => type === 'Create');

/**
 * The values of the status, oldest first. Where the stream does not tell the first, it is what the first change
 * tells; an open record that never changed was what it is; of a closed one nothing tells since when: ''.
 */
export function stagesOf(
	notes: readonly Note[],
	present: Present,
	{ stage, isClosed }: Reading,
): readonly Change[] {
	const changes = notes.flatMap((note) => {
		const value = stageIn(note, stage);
		return value === undefined
			? []
			: [{ value, at: note.createdAt, was: note.data?.attributes?.was?.[stage] }];
	});
	const unchanged = changes.length === 0 && !isClosed(present.stage) ? present.stage : '';
	const first = creationOf(notes)?.data?.statusValue ?? changes[0]?.was ?? unchanged;
	return [{ value: first, at: present.createdAt }, ...changes];
}

/**
 * The assignees, oldest first. Where the save that closed a record also handed it on, the one who had it before
 * closed it: the new one comes a moment later.
 */
export function ownersOf(
	notes: readonly Note[],
	present: Present,
	stages: readonly Change[],
	{ isClosed }: Reading,
): readonly Change[] {
	const closings = new Set(stages.filter(({ value }) => isClosed(value)).map(({ at }) => at));
	const creation = creationOf(notes);
	const assignments = notes.filter(({ type }) => type === 'Assign');
	const unchanged = assignments.length === 0 ? present.owner : '';
	let before = creation ? (creation.data?.assignedUserId ?? '') : unchanged;
	const owners: Change[] = [{ value: before, at: present.createdAt }];
	for (const { data, createdAt } of assignments) {
		const handedOn = closings.has(createdAt) && before !== '';
		before = data?.assignedUserId ?? '';
		owners.push({ value: before, at: handedOn ? createdAt + 1 : createdAt });
	}
	return owners;
}
