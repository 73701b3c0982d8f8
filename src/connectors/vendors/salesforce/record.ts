import { z } from 'zod';
import { leadingDay } from '../../../domain/kernel/civil';
import type { Instant, TimeZone } from '../../../domain/kernel/time';
import { momentOf } from '../../engine/moment';
import type { Settings } from '../../engine/parameters';
import type { Session } from '../../engine/session';
import { among, fieldNames, orEmpty } from './soql';

/** What every record here has; the rest is what its stream reads, and the fields that the panel keeps. */
export const stamps = {
	Id: z.string(),
	/** '': nobody. */
	OwnerId: orEmpty,
	IsDeleted: z.boolean(),
	CreatedDate: z.string(),
	SystemModstamp: z.string(),
};
export type Row = z.infer<z.ZodObject<typeof stamps>> & { readonly [field: string]: unknown };

type Plain = string | number | boolean | null;
const isPlain = (value: unknown): value is Plain =>
	value === null || ['string', 'number', 'boolean'].includes(typeof value);

/** What the panel asks for beyond what the stream needs itself. */
export interface Wanted {
	readonly select: readonly string[];
	readonly where: readonly string[];
	readonly fieldsOf: (row: Row) => { readonly [name: string]: Plain };
	/** The confirmed errors that a field of the record counts; undefined: no field is named, or it is empty. */
	readonly errorsOf: (row: Row) => number | undefined;
	readonly countsErrors: boolean;
}

export function wantedOf(about: string, settings: Settings): Wanted {
	const kept = settings.fields('fields');
	const errorField = settings.text('errorField');
	const recordTypes = settings.words('recordTypes');
	return {
		select: fieldNames(about, [
			...kept.map(({ from }) => from),
			...(errorField ? [errorField] : []),
		]),
		where: recordTypes.length === 0 ? [] : [among('RecordTypeId', recordTypes)],
		fieldsOf: (row) =>
			Object.fromEntries(
				kept.flatMap(({ from, as }): [string, Plain][] => {
					const value = row[from];
					return isPlain(value) ? [[as, value]] : [];
				}),
			),
		errorsOf: (row) => {
			const count = errorField === undefined ? undefined : row[errorField];
			return typeof count === 'number' && Number.isInteger(count) && count >= 0 ? count : undefined;
		},
		countsErrors: errorField !== undefined,
	};
}

export const linkOf = ({ baseUrl }: Session, object: string, { Id }: Row): string =>
	`${baseUrl}/lightning/r/${object}/${Id}/view`;

export const changedAt = ({ SystemModstamp }: Row): Instant | undefined => momentOf(SystemModstamp);

/** A date is a day: its limit is the end of that day, 24:00. */
export function endOfDay(date: string | null | undefined, zone: TimeZone): Instant | undefined {
	const day = leadingDay(date ?? '');
	return day === undefined ? undefined : zone.at(day + 1, 0);
}
