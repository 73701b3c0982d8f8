import { z } from 'zod';
import type { Instant } from '../../../domain/kernel/time';
import { momentOf } from '../../engine/moment';
import type { Change } from '../../engine/steps';

/** Times are UTC with Z; one that is not readable makes the answer not as documented. */
const moment = z.string().transform((text, context): Instant => {
	const at = momentOf(text);
	if (at !== undefined) return at;
	context.addIssue({ code: z.ZodIssueCode.custom, message: 'a time that cannot be read' });
	return z.NEVER;
});
const named = z.object({ id: z.number(), name: z.string().nullish() });
const value = z.union([z.string(), z.number(), z.boolean()]).nullish();

export const issueWire = z.object({
	id: z.number(),
	project: named,
	tracker: named,
	status: named,
	priority: named.nullish(),
	category: named.nullish(),
	fixed_version: named.nullish(),
	author: named.nullish(),
	assigned_to: named.nullish(),
	subject: z.string().nullish(),
	start_date: z.string().nullish(),
	due_date: z.string().nullish(),
	done_ratio: z.number().nullish(),
	estimated_hours: z.number().nullish(),
	spent_hours: z.number().nullish(),
	custom_fields: z.array(z.object({ name: z.string(), value: z.unknown() })).nullish(),
	created_on: moment,
	updated_on: moment,
});
export type Issue = z.infer<typeof issueWire>;

const detail = z.object({
	property: z.string(),
	name: z.string(),
	old_value: value,
	new_value: value,
});
export const storyWire = issueWire.extend({
	journals: z.array(z.object({ id: z.number(), created_on: moment, details: z.array(detail) })),
});
/** An issue with its journals: each save, and the fields that it changed. */
export type Story = z.infer<typeof storyWire>;

type Attribute = 'status_id' | 'assigned_to_id';
const text = (told: z.infer<typeof value>): string => String(told ?? '');

/**
 * The values of a field, oldest first, the one it was made with included. Where the save that closed it also
 * handed it on, the one who had it before closed it: the new one comes a moment later.
 */
export function changesOf(
	story: Story,
	attribute: Attribute,
	isClosed: (status: string) => boolean,
): readonly Change[] {
	const changes = [...story.journals]
		.sort((a, b) => a.id - b.id)
		.flatMap(({ created_on: at, details }) => {
			const own = details.filter(({ property }) => property === 'attr');
			const closes = own.some((d) => d.name === 'status_id' && isClosed(text(d.new_value)));
			return own
				.filter(({ name }) => name === attribute)
				.map(({ old_value, new_value }) => {
					const handedOn = closes && attribute === 'assigned_to_id' && text(old_value) !== '';
					return { before: text(old_value), value: text(new_value), at: handedOn ? at + 1 : at };
				});
		});
	const present = attribute === 'status_id' ? story.status.id : story.assigned_to?.id;
	const first = changes[0] ? changes[0].before : text(present);
	return [{ value: first, at: story.created_on }, ...changes];
}

/** Fields of an issue that may be kept, by their names in the API; custom fields have their own names. */
export const keepable = [
	...['subject', 'project', 'tracker', 'priority', 'category', 'fixed_version', 'author'],
	...['start_date', 'due_date', 'done_ratio', 'estimated_hours', 'spent_hours'],
] as const;

type Plain = string | number | boolean | null;
const plain = (told: unknown): Plain => {
	if (typeof told === 'object' && told !== null && 'name' in told) return plain(told.name);
	if (Array.isArray(told)) return told.map(String).join(', ');
	return typeof told === 'string' || typeof told === 'number' || typeof told === 'boolean'
		? told
		: null;
};

export function fieldOf(issue: Issue, name: string): Plain {
	const own = keepable.find((known) => known === name);
	if (own) return plain(issue[own]);
	return plain(issue.custom_fields?.find((field) => field.name === name)?.value);
}
