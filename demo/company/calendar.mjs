// The company's month in its own time: Asia/Shanghai, always eight hours ahead of UTC.

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The instant of a local time: at('2026-10-08', '09:30') or at('2026-10-08'), in epoch milliseconds. */
export const at = (day, clock = '00:00') =>
	Date.parse(`${day}T${clock.length === 5 ? `${clock}:00` : clock}+08:00`);

const pad = (number) => String(number).padStart(2, '0');

/** October's working days: after the National Day holidays (1 to 7), with Saturday the 10th made up. */
export const workdays = [8, 9, 10, 12, 13, 14, 15, 16, 19, 20, 21, 22, 23, 26, 27, 28, 29, 30].map(
	(day) => `2026-10-${pad(day)}`,
);

/** The working day `steps` after a working day of October. */
export const workdayAfter = (day, steps) => workdays[workdays.indexOf(day) + steps];

/** 2026-10-08T01:30:00Z, as Zendesk writes it. */
export const isoSeconds = (ms) => new Date(ms).toISOString().replace('.000Z', 'Z');

/** 2026-10-08T01:30:00.000Z, as HubSpot writes it. */
export const isoMillis = (ms) => new Date(ms).toISOString();

/** 2026-10-08 09:30:00.000000, as a Frappe site in Shanghai writes it. */
export const naiveLocal = (ms) =>
	`${new Date(ms + 8 * HOUR).toISOString().slice(0, 23).replace('T', ' ')}000`;
