/** Milliseconds since 1970-01-01T00:00Z, an integer. */
export type Instant = number;

/** Days since 1970-01-01 in the proleptic Gregorian calendar, an integer. A local day, of no zone. */
export type Day = number;

/** A time zone as the domain needs it; `src/app` makes one from an IANA name. */
export interface TimeZone {
	readonly id: string;
	/** The local day in which an instant lies. */
	dayOf(instant: Instant): Day;
	/** The instant of a local wall-clock minute (0…1440) of a day: skipped times move to the end of the gap, doubled ones are the first. */
	at(day: Day, minute: number): Instant;
}
