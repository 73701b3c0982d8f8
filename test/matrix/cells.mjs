// What can go wrong, and where: the columns of the fault matrix.

const allPlaces = ['first', 'later', 'history'];
const answer = { places: allPlaces, times: 'always' };
const passing = { places: allPlaces, times: 1 };
const onData = { places: ['later'], times: 1 };

/** Each fault once, and those that pass by themselves also for as long as it is read. */
const faults = {
	401: answer,
	403: answer,
	404: answer,
	429: passing,
	'429 with a wait': { ...passing, kind: '429', retryAfter: 7 },
	'429 for ever': { ...answer, kind: '429' },
	500: passing,
	'500 for ever': { ...answer, kind: '500' },
	502: answer,
	login: answer,
	reset: passing,
	'reset for ever': { ...answer, kind: 'reset' },
	hang: { ...passing, timeoutMs: 300 },
	slow: { ...passing, timeoutMs: 300, everyMs: 20 },
	truncated: passing,
	'truncated for ever': { ...answer, kind: 'truncated' },
	contentType: answer,
	emptyPage: { places: ['later'], times: 1 },
	'emptyPage for ever': { places: ['later'], times: 'always', kind: 'emptyPage' },
	repeatPage: { places: ['later'], times: 1 },
	moved: onData,
	deleted: { ...onData, mayLack: true },
	merged: { ...onData, mayLack: true },
	clock: { places: ['first'], times: 'always', minutes: 5 },
	'clock behind': { places: ['first'], times: 'always', kind: 'clock', minutes: -5 },
	big: { places: ['first', 'history'], times: 1, bytes: 50 * 1024 * 1024 },
	'cap reached': { places: ['first'], kind: undefined, maxItems: 3 },
};

/** { name, place, kind, times, timeoutMs?, mayLack?, maxItems?, … } of every cell; no kind: no fault of the server. */
export const cells = Object.entries(faults).flatMap(([name, { places, ...fault }]) =>
	places.map((place) => ({ name, place, kind: name, ...fault })),
);
