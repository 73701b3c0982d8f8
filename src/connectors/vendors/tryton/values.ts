import { z } from 'zod';
import type { Instant, TimeZone } from '../../../domain/kernel/time';
import { dayOfDate, dayText } from '../../../domain/kernel/civil';

/** What JSON has no type for comes as an object with its class. Code: trytond/protocols/jsonrpc.py */
const dateWire = z.object({
	__class__: z.literal('date'),
	year: z.number(),
	month: z.number(),
	day: z.number(),
});
const clock = {
	hour: z.number(),
	minute: z.number(),
	second: z.number(),
	microsecond: z.number(),
};
const datetimeWire = dateWire.extend({ ...clock, __class__: z.literal('datetime') });

export type Datetime = z.infer<typeof datetimeWire>;
export type Date_ = z.infer<typeof dateWire>;

/** UTC, though it does not say so. */
export const instantOf = (told: Datetime): Instant =>
	Date.UTC(told.year, told.month - 1, told.day, told.hour, told.minute, told.second) +
	Math.floor(told.microsecond / 1000);

export const toDatetime = (instant: Instant): Datetime => {
	const at = new Date(instant);
	return {
		__class__: 'datetime',
		year: at.getUTCFullYear(),
		month: at.getUTCMonth() + 1,
		day: at.getUTCDate(),
		hour: at.getUTCHours(),
		minute: at.getUTCMinutes(),
		second: at.getUTCSeconds(),
		microsecond: at.getUTCMilliseconds() * 1000,
	};
};

/** The local day of a moment. */
export function toDate(instant: Instant, zone: TimeZone): Date_ {
	const [year = 0, month = 0, day = 0] = dayText(zone.dayOf(instant)).split('-').map(Number);
	return { __class__: 'date', year, month, day };
}

export const datetime = datetimeWire;
export const date = dateWire;

/** The last second of a day: the latest moment at which work of that day can have been done. */
export const endOf = ({ year, month, day }: Date_, zone: TimeZone): Instant =>
	zone.at(dayOfDate(year, month, day) + 1, 0) - 1000;

type Plain = string | number | boolean | null;

const two = (number: number): string => String(number).padStart(2, '0');
const classed = z.union([
	z.object({ __class__: z.literal('Decimal'), decimal: z.string() }).transform((it) => it.decimal),
	z
		.object({ __class__: z.literal('timedelta'), seconds: z.number() })
		.transform((it) => it.seconds),
	datetimeWire.transform((it) => new Date(instantOf(it)).toISOString()),
	dateWire.transform((it) => `${it.year}-${two(it.month)}-${two(it.day)}`),
]);

/** A field's value as evidence has it: money as text, a duration in seconds, a day as YYYY-MM-DD. */
export function plain(told: unknown): Plain {
	if (typeof told === 'string' || typeof told === 'number' || typeof told === 'boolean')
		return told;
	const read = classed.safeParse(told);
	return read.success ? read.data : null;
}
