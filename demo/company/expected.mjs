// What must come out for each person, worked out from the plan's numbers alone by the article's formulas:
// exact fractions of bigints, nothing of src. The demonstration and the tests compare with it.
import { company, people } from './plan.mjs';

// --- fractions: [numerator, denominator], denominator above 0 ---

const whole = (value) => [BigInt(value), 1n];
const plus = ([a, b], [c, d]) => [a * d + c * b, b * d];
const times = ([a, b], [c, d]) => [a * c, b * d];
const below = ([a, b], [c, d]) => a * d < c * b;
const least = (a, b) => (below(a, b) ? a : b);
const clamp01 = (value) => (below(value, whole(0)) ? whole(0) : least(value, whole(1)));
const share = (part, all) => [BigInt(part), BigInt(all)];

/** Half up to a whole number: 7/2 is 4. */
const roundHalfUp = ([a, b]) => (2n * a + b) / (2n * b);

const inHundredths = (value) => {
	const text = String(roundHalfUp(times(value, whole(100)))).padStart(3, '0');
	return `${text.slice(0, -2)}.${text.slice(-2)}`;
};

// --- the article's formulas ---

/** 10 points in 100 for each error beyond floor(allowance · volume); `perThousand` is the allowance. */
const quality = (errors, volume, perThousand) => {
	const allowed = Math.floor((volume * perThousand) / 1000);
	return clamp01([10n - BigInt(Math.max(0, errors - allowed)), 10n]);
};

const rules = {
	operations: { target: 50, perThousand: 10 },
	finance: { target: 200, perThousand: 5 },
	customerService: { target: 120, perThousand: 10 },
};

/** 20 for quantity, 20 for timeliness, 30 for quality; a part of the month lowers the target. */
const byTarget = ({ role, presentDays, month }) => {
	const { target: full, perThousand } = rules[role];
	const target = Math.floor((full * presentDays) / company.scheduledDays);
	const due = month.done + month.open;
	return [
		times(whole(20), clamp01(share(month.done, target))),
		times(whole(20), clamp01(share(month.onTime, Math.max(target, due)))),
		times(whole(30), quality(month.errors, Math.max(target, month.done), perThousand)),
	];
};

/** 0 at 80 %, all at 95 %, a straight line between. */
const between80and95 = (part) => clamp01([part[0] * 100n - part[1] * 80n, part[1] * 15n]);

/** Administration: 20 for answers in time, 20 for what is resolved, 30 for quality. */
const byAnswers = ({ month }) => {
	const all = month.done + month.open;
	return [
		times(whole(20), share(month.responded, all)),
		times(whole(20), between80and95(share(month.done, all))),
		times(whole(30), quality(month.errors, month.done, 10)),
	];
};

const gradeOf = (hundredths) =>
	hundredths >= 9000n
		? 'excellent'
		: hundredths >= 8000n
			? 'good'
			: hundredths >= 6000n
				? 'improve'
				: 'unsatisfactory';

/** amount = base · total / 100, both with two decimals, rounded half up once. */
const payOf = (base, hundredths) => {
	const cents = BigInt(base.replace('.', ''));
	return inHundredths([roundHalfUp([cents * hundredths, 10000n]), 100n]);
};

const resultOf = (person) => {
	const { employeeId, name, role, ratings, base, blocked } = person;
	if (blocked !== undefined) return { employeeId, name, role, blocked };
	const system = (role === 'administration' ? byAnswers : byTarget)(person).reduce(plus);
	const leader = ratings.attitude + ratings.collaboration;
	const hundredths = roundHalfUp(times(plus(system, whole(leader)), whole(100)));
	return {
		...{ employeeId, name, role },
		system: inHundredths(system),
		leader,
		total: inHundredths([hundredths, 100n]),
		grade: gradeOf(hundredths),
		base,
		amount: base === null ? null : payOf(base, hundredths),
	};
};

/** By employee id: { system, leader, total, grade, base, amount } as decimal text, or { blocked: code }. */
export const expected = new Map(people.map((person) => [person.employeeId, resultOf(person)]));

const sum = (texts) =>
	inHundredths([texts.reduce((all, text) => all + BigInt(text.replace('.', '')), 0n), 100n]);

const scored = [...expected.values()].filter(({ blocked }) => blocked === undefined);
const payable = scored.filter(({ base }) => base !== null);

/** The control totals of the month: scored and blocked people, and the batch if everybody who can be paid is. */
export const expectedTotals = {
	employees: people.length,
	scored: scored.length,
	blocked: people.length - scored.length,
	paid: payable.length,
	sumOfBase: sum(payable.map(({ base }) => base)),
	sumOfAmount: sum(payable.map(({ amount }) => amount)),
	sumOfTotals: sum(payable.map(({ total }) => total)),
};
