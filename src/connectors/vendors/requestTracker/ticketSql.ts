import type { Instant } from '../../../domain/kernel/time';

const DAY = 86_400_000;

/** A text as TicketSQL takes it. Docs: docs.bestpractical.com → TicketSQL */
export const quoted = (text: string): string => `'${text.replace(/['\\]/g, '\\$&')}'`;

/** RT reads a moment in the time zone of the user who asks: a day earlier is early enough in all of them. */
export const updatedSince = (from: Instant): string =>
	`LastUpdated >= ${quoted(new Date(from - DAY).toISOString().slice(0, 19).replace('T', ' '))}`;

export const anyOf = (terms: readonly string[]): string => `(${terms.join(' OR ')})`;
