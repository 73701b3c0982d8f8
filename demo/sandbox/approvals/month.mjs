// A small month of approvals, from which each vendor's fixture makes its records and what must come of them.
const HOUR = 3600000;
const DAY = 24 * HOUR;

/** Midnight of 5 October 2026 in Shanghai. */
const first = Date.UTC(2026, 9, 4, 16);

/** The moment at which the fixtures are read. */
export const now = '2026-11-06T09:30:00+08:00';

const people = ['li', 'wu', 'chen'];

/** Step 1 after two hours, step 2 after three more; `how`: pass, reject, return, handOn, wait, withdrawn. */
const ways = {
	plain: ({ one, two }) => [one('pass'), two('pass')],
	rejected: ({ one, two }) => [one('pass', { errors: 1 }), two('reject')],
	returned: ({ one, two, again, anew }) => [
		one('pass', { errors: 1 }),
		two('return'),
		again('pass'),
		anew('pass'),
	],
	waiting: ({ one, two }) => [one('pass'), two('wait')],
	handedOn: ({ one, other, two }) => [one('handOn'), other('pass'), two('pass')],
	withdrawn: ({ one }) => [one('withdrawn')],
	nobody: ({ one }) => [{ ...one('wait'), who: '' }],
};
const wayOf = (number) =>
	['plain', 'plain', 'plain', 'rejected', 'plain', 'returned', 'plain', 'waiting', 'handedOn'][
		number % 10
	] ?? (number % 20 === 9 ? 'nobody' : 'withdrawn');

const ended = (how) => ['pass', 'reject', 'return', 'handOn'].includes(how);

/**
 * Approval `number`: { number, way, startedAt, steps }. A step is { key, step, who, how, from, to, errors }: `key` is
 * unique in its approval, `to` null while it waits, `errors` what others found wrong later.
 */
const approval = (number, everyMs) => {
	const startedAt = first + (number - 1) * everyMs;
	const step =
		(key, place, who, fromHour, hours) =>
		(how, more = {}) => ({
			...{ key, step: place, who, how, errors: 0 },
			from: startedAt + fromHour * HOUR,
			to: ended(how) ? startedAt + (fromHour + hours) * HOUR : null,
			...more,
		});
	const [one, two] = [people[number % 2], people[(number + 1) % 2]];
	const way = wayOf(number);
	return {
		...{ number, way, startedAt },
		steps: ways[way]({
			one: step(1, 1, one, 0, 2),
			other: step(4, 1, people[2], 2, 1),
			two: step(2, 2, two, way === 'handedOn' ? 3 : 2, 3),
			again: step(3, 1, one, 5, 2),
			anew: step(5, 2, two, 7, 3),
		}),
	};
};

/** `count` approvals from 5 to 28 October, in order of their start. */
export const month = (count) =>
	Array.from({ length: count }, (_, index) =>
		approval(index + 1, Math.floor((23 * DAY) / count / 60000) * 60000),
	);

const iso = (ms) => (ms === null ? null : new Date(ms).toISOString());
const statuses = { wait: 'open', handOn: 'cancelled', withdrawn: 'cancelled' };

/** What must come of a step, under the vendor's own id. */
export const evidenceOf = (recordId, { who, how, from, to, errors }) => {
	const status = statuses[how] ?? 'done';
	return {
		recordId,
		handler: who === '' ? null : who,
		status,
		assignedAt: iso(from),
		completedAt: status === 'done' ? iso(to) : null,
		errors: status === 'done' ? errors : null,
	};
};
