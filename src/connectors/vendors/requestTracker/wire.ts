import { z } from 'zod';
import type { Instant } from '../../../domain/kernel/time';
import { momentOf } from '../../engine/moment';

/** Numbers come as text in lists, as numbers in single records. */
export const id = z.union([z.number(), z.string().regex(/^\d+$/)]).transform(Number);

/** A record that another refers to; its number comes where `fields[…]=id` asks for it. */
export const reference = z.object({ id });

/** UTC with Z; one that is not readable makes the answer not as documented. */
export const moment = z.string().transform((text, context): Instant => {
	const at = momentOf(text);
	if (at !== undefined) return at;
	context.addIssue({ code: z.ZodIssueCode.custom, message: 'a time that cannot be read' });
	return z.NEVER;
});

/** A date that is not set is the start of 1970. */
export const isSet = (at: Instant): boolean => at > 0;

/** Of a transaction: numbers, statuses, or nothing. */
export const text = z
	.union([z.string(), z.number()])
	.nullish()
	.transform((told) => String(told ?? ''));
