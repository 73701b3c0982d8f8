// The rules of the clock once more, in the plainest way, to count what the generated records say.

const MINUTE = 60000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const SHANGHAI = 8 * HOUR;

const HOLIDAYS = [
	'2026-09-25',
	'2026-10-01',
	'2026-10-02',
	'2026-10-05',
	'2026-10-06',
	'2026-10-07',
];
const MADE_UP = ['2026-09-20', '2026-10-10'];

const localDay = (ms) => new Date(ms + SHANGHAI).toISOString().slice(0, 10);
const midnight = (day) => Date.parse(`${day}T00:00:00+08:00`);
const nextDay = (day) => localDay(midnight(day) + DAY);

const isWorkday = (day) => {
	if (MADE_UP.includes(day)) return true;
	return !HOLIDAYS.includes(day) && ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
};

export const afterHours = (from, hours) => from + hours * HOUR;

/** 24:00 of the n-th working day after the local day of assignment. */
export const afterWorkdays = (from, count) => {
	let day = localDay(from);
	for (let left = count; left > 0; ) {
		day = nextDay(day);
		if (isWorkday(day)) left -= 1;
	}
	return midnight(day) + DAY;
};

const isOpen = (ms) => {
	const clock = ((ms + SHANGHAI) % DAY) / MINUTE;
	const inWindow = (clock >= 540 && clock < 720) || (clock >= 810 && clock < 1080);
	return inWindow && isWorkday(localDay(ms));
};

/** Minute by minute: slow and plain. Pauses do not count. */
export const afterWorkingMinutes = (from, minutes, pauses = []) => {
	let at = from;
	for (let left = minutes; left > 0; at += MINUTE)
		if (isOpen(at) && !pauses.some((pause) => at >= pause.from && at < pause.to)) left -= 1;
	return at;
};

const START = midnight('2026-10-01');
const END = midnight('2026-11-01');

/** Exactly 24:00 of the last day belongs to that month. */
export const dueInOctober = (due) => due > START && due <= END;
