import { z } from 'zod';
import type { Instant } from '../../../domain/kernel/time';
import { instantText } from '../../../domain/kernel/instant';
import { momentOf } from '../../engine/moment';
import type { Field } from './rpc';

/** What is empty is `false` in every kind of field. */
const empty = z.literal(false);

/** UTC, though it does not say so: '2026-10-05 08:11:02'. */
const utc = (told: string): Instant | undefined => momentOf(`${told}Z`);

export const time = z.string().transform((told, context): Instant => {
	const moment = utc(told);
	if (moment !== undefined) return moment;
	context.addIssue({ code: z.ZodIssueCode.custom, message: 'no time' });
	return z.NEVER;
});

/** A time that may be empty. */
export const optionalTime = z
	.union([empty, time])
	.nullish()
	.transform((told) => told || undefined);

/** To the second, never later than asked. */
export const toTime = (instant: Instant): string =>
	new Date(instant).toISOString().slice(0, 19).replace('T', ' ');

/** Another record that a field names, `[id, name]`; a name may be empty too. */
const named = z.union([empty, z.tuple([z.number(), z.union([empty, z.string()])])]).nullish();

/** The number of another record. */
export const reference = named.transform((told) => (told ? told[0] : undefined));

/** The name of another record. */
export const label = named.transform((told) => (told ? told[1] || undefined : undefined));

export const text = z
	.union([empty, z.string()])
	.nullish()
	.transform((told) => told || undefined);

const record = z.record(z.unknown());

/** For fields whose names are known only when it runs. */
export const fieldsIn = (row: unknown): { readonly [name: string]: unknown } =>
	record.safeParse(row).data ?? {};

type Plain = string | number | boolean | null;
type Read = (told: unknown) => Plain;

const asText: Read = (told) => (typeof told === 'string' ? told : null);
const asNumber: Read = (told) => (typeof told === 'number' ? told : null);
const asMoment: Read = (told) => {
	const moment = typeof told === 'string' ? utc(told) : undefined;
	return moment === undefined ? null : instantText(moment);
};

/** Kinds of field that hold one value: the rest are lists, files or markup. */
const kinds: ReadonlyMap<string, Read> = new Map<string, Read>([
	['boolean', (told) => told === true],
	['datetime', asMoment],
	['many2one', (told) => label.safeParse(told).data ?? null],
	...['integer', 'float', 'monetary'].map((type) => [type, asNumber] as const),
	...['char', 'text', 'selection', 'date'].map((type) => [type, asText] as const),
]);

export const isPlain = ({ type }: Pick<Field, 'type'>): boolean => kinds.has(type);

/** A field's value as evidence has it: of another record its name, a time with its offset. */
export const plain = (told: unknown, field: Pick<Field, 'type'> | undefined): Plain =>
	kinds.get(field?.type ?? '')?.(told) ?? null;
