import type { Instant } from '../../../domain/kernel/time';
import type { Note } from './notes';
import type { Users } from './users';

/** What customers and EspoCRM itself write is no answer. */
const isStaff = (id: string, users: Users): boolean | undefined => {
	if (id === 'system') return false;
	const type = users.get(id)?.type;
	return type ? type !== 'portal' : undefined;
};

const isReply = ({ type, isInternal }: Note): boolean =>
	type === 'EmailSent' || (type === 'Post' && isInternal !== true);

/** The first e-mail or post of a user; undefined also where someone who is not known wrote before. */
export function firstReply(notes: readonly Note[], users: Users): Instant | undefined {
	for (const { createdById, createdAt } of notes.filter(isReply)) {
		const staff = isStaff(createdById ?? '', users);
		if (staff !== false) return staff ? createdAt : undefined;
	}
	return undefined;
}
