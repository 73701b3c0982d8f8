import { z } from 'zod';
import type { Instant } from '../../../domain/kernel/time';
import { momentOf } from '../../engine/moment';

type Told = string | number | null | undefined;
const told = z.union([z.string(), z.number()]);

/** The number of a record: text in most versions. */
export const id = told.transform(String);

/** The number of another record, such as a user; none is null, '' or 0. */
export const link = told.nullish().transform((number): string | undefined => {
	const text = String(number ?? '');
	return text === '' || Number(text) <= 0 ? undefined : text;
});

/** Unix seconds; none is ''. One that is not readable makes the answer not as documented. */
export const moment = told.nullish().transform((time: Told, context): Instant | undefined => {
	const at = momentOf(time);
	if (at !== undefined || time === '' || time === null || time === undefined) return at;
	context.addIssue({ code: z.ZodIssueCode.custom, message: 'a time that cannot be read' });
	return z.NEVER;
});

/** A whole number, as text or not by kind of record and version. */
export const state = told.refine((it) => /^-?\d+$/.test(String(it))).transform(Number);
