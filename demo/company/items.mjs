// From a person's numbers to the moments of each work item: what the three systems then tell in their own words.
import { at, DAY, HOUR, MINUTE, SECOND, workdayAfter, workdays } from './calendar.mjs';
import { between, randomOf } from './random.mjs';

/** The days go round; who joined or left in the month has only the days between. */
const dayOf = (index, days, { joined = '', left = '9' } = {}) => {
	const own = days.filter((day) => day >= joined && day <= left);
	return own[index % own.length];
};

const range = (count) => Array.from({ length: count }, (_, index) => index);

/** One for each item: those on time first, then the late ones, then those never done. */
const outcomes = ({ done, onTime, open }) => [
	...range(onTime).map(() => 'onTime'),
	...range(done - onTime).map(() => 'late'),
	...range(open).map(() => 'open'),
];

const make = (person, oneItem) => {
	const random = randomOf(`${person.employeeId} ${person.role}`);
	const items = outcomes(person.month).map((outcome, index) => ({
		key: `${person.employeeId}-${String(index + 1).padStart(3, '0')}`,
		outcome,
		...oneItem({ outcome, index, random, person }),
	}));
	// Errors sit on items that are done early: opened again and done again, all in time.
	for (const item of items.slice(0, person.month.errors)) item.error = true;
	return items;
};

// --- operations: 24 hours of wall-clock time, weekends included ---

const lateDays = workdays.slice(0, -3);

const operationsItem = ({ outcome, index, random, person }) => {
	const day = dayOf(index, outcome === 'onTime' ? workdays.slice(0, -1) : lateDays, person);
	const assigned = at(day, '09:00') + between(random, 0, 6 * 60) * MINUTE;
	if (outcome === 'open') return { assigned, done: null };
	const hours = outcome === 'onTime' ? between(random, 1, 8) : between(random, 26, 50);
	return { assigned, done: assigned + hours * HOUR + between(random, 0, 59) * MINUTE };
};

/** Exactly at the limit, over the month's ends, a second too late: all of them count in October. */
const operationsEdges = {
	onTime: [
		{ assigned: at('2026-10-14', '10:00'), done: at('2026-10-15', '10:00') },
		{ assigned: at('2026-09-30', '18:00'), done: at('2026-09-30', '21:00') },
		{ assigned: at('2026-10-31'), done: at('2026-10-31', '20:00') },
	],
	late: [{ assigned: at('2026-10-20', '10:00'), done: at('2026-10-21', '10:00') + SECOND }],
};

/** Due at 24:00 of 30 September, or later than October: none of them counts. */
const operationsOutside = [
	{ assigned: at('2026-09-30'), done: at('2026-10-01', '08:00') },
	{ assigned: at('2026-09-29', '23:59'), done: at('2026-10-01', '09:00') },
	{ assigned: at('2026-10-31') + SECOND, done: at('2026-10-31', '10:00') },
];

// --- finance: by 24:00 of the next working day ---

const financeDays = workdays.slice(0, -1);

const financeItem = ({ outcome, index, random }) => {
	const late = outcome === 'late';
	const day = dayOf(index, late ? financeDays.slice(0, -2) : financeDays);
	const assigned = at(day, '09:00') + between(random, 0, 8 * 60) * MINUTE;
	if (outcome === 'open') return { assigned, done: null };
	const then = late ? workdayAfter(day, 2) : index % 3 === 0 ? workdayAfter(day, 1) : day;
	const done =
		then === day
			? assigned + between(random, 20, 90) * MINUTE
			: at(then, '09:30') + between(random, 0, 8 * 60) * MINUTE;
	return { assigned, done };
};

/** The eve of National Day, in the holidays, at midnight exactly; late: made-up Saturday, a second after midnight. */
const financeEdges = {
	onTime: [
		{ assigned: at('2026-09-30', '17:00'), done: at('2026-10-08', '23:59:59') },
		{
			drafted: at('2026-09-28', '10:00'),
			assigned: at('2026-09-30', '16:00'),
			done: at('2026-09-30', '17:30'),
		},
		{ assigned: at('2026-10-03', '11:00'), done: at('2026-10-08', '10:00') },
		{ assigned: at('2026-10-15', '10:00'), done: at('2026-10-17') },
	],
	late: [
		{ assigned: at('2026-10-09', '15:00'), done: at('2026-10-12', '09:30') },
		{ assigned: at('2026-10-21', '15:00'), done: at('2026-10-23') + SECOND },
	],
};

/** Due on 30 September, or on 2 November. */
const financeOutside = [
	{ assigned: at('2026-09-29', '15:00'), done: at('2026-10-08', '11:00') },
	{ assigned: at('2026-10-30', '10:00'), done: at('2026-10-30', '11:00') },
	{ assigned: at('2026-10-30', '15:00'), done: at('2026-10-30', '16:00') },
];

// --- customer service: 8 working hours, so by the next working day at about the same time ---

const serviceLate = workdays.slice(0, -4);

const serviceItem = ({ outcome, index, random }) => {
	const day = dayOf(index, outcome === 'onTime' ? financeDays : serviceLate);
	const assigned = at(day, '09:00') + between(random, 0, 150) * MINUTE;
	const replied = assigned + between(random, 2, 25) * MINUTE;
	if (outcome === 'open') return { assigned, replied, done: null };
	const done =
		outcome === 'onTime'
			? replied + between(random, 15, 240) * MINUTE
			: at(workdayAfter(day, 3), '14:00') + between(random, 0, 120) * MINUTE;
	return { assigned, replied, done };
};

/** Pending from shortly after the reply until two working days later, then solved within the hour: on time. */
const waiting = (index) => {
	const day = workdays[2 + index];
	const assigned = at(day, '10:00');
	const from = assigned + 30 * MINUTE;
	const to = at(workdayAfter(day, 3), '15:00');
	return { assigned, replied: assigned + 10 * MINUTE, pause: { from, to }, done: to + 40 * MINUTE };
};

// --- administration: an answer within 10 minutes of working time, due three working days later ---

const administrationDays = workdays.slice(0, -3);

const administrationItem = ({ index, person, random }) => {
	const { done, responded } = person.month;
	const assigned = at(dayOf(index, administrationDays), '09:05') + between(random, 0, 60) * MINUTE;
	const inTime = index < responded;
	const replied = assigned + (inTime ? between(random, 1, 9) : between(random, 15, 80)) * MINUTE;
	if (index < done)
		return {
			outcome: 'onTime',
			assigned,
			replied,
			done: replied + between(random, 10, 200) * MINUTE,
		};
	return { outcome: 'open', assigned, replied: person.neverAnswers ? null : replied, done: null };
};

const administrationItems = (person) => {
	const { done, open, errors } = person.month;
	const random = randomOf(`${person.employeeId} administration`);
	return range(done + open).map((index) => ({
		key: `${person.employeeId}-${String(index + 1).padStart(3, '0')}`,
		...administrationItem({ index, person, random }),
		...(index < errors ? { error: true } : {}),
	}));
};

/** Puts the edges in place of as many ordinary items of the same outcome. */
const withEdges = (items, edges) => {
	const spare = { onTime: [...edges.onTime], late: [...edges.late] };
	return items.map((item) => {
		const edge = item.error ? undefined : spare[item.outcome]?.shift();
		return edge === undefined ? item : { ...item, ...edge, edge: true };
	});
};

const makers = {
	operations: (person) => make(person, operationsItem),
	finance: (person) => make(person, financeItem),
	customerService: (person) => make(person, serviceItem),
	administration: administrationItems,
};
const edgesOf = { operations: operationsEdges, finance: financeEdges };
const outsideOf = { operations: operationsOutside, finance: financeOutside };

/** The items of a person that count in October, as the plan has them. */
export const octoberItems = (person) => {
	const items = makers[person.role](person);
	const edged = person.edges ? withEdges(items, edgesOf[person.role]) : items;
	const pauses = range(person.pauses ?? 0).map(waiting);
	return edged.map((item) =>
		item.outcome === 'onTime' && !item.error && pauses.length > 0
			? { ...item, ...pauses.shift() }
			: item,
	);
};

/** Items before and after October, which must not count: two of September, two of November, and the edges' outside. */
export const otherItems = (person) => {
	const named = (item, index) => ({
		key: `${person.employeeId}-x${index + 1}`,
		outcome: 'other',
		...item,
	});
	const september = range(2).map((index) => {
		const assigned = at(`2026-09-${15 + index}`, '10:00');
		return { assigned, replied: assigned + 5 * MINUTE, done: assigned + 3 * HOUR };
	});
	const november = range(2).map((index) => {
		const assigned = at(`2026-11-0${2 + index}`, '10:00');
		return { assigned, replied: assigned + 5 * MINUTE, done: assigned + 3 * HOUR };
	});
	const outside = person.edges ? outsideOf[person.role] : [];
	return [...september, ...november, ...outside].map(named);
};

/** The last moment at which anything of the company's records was touched. */
const LAST_TOUCH = at('2026-11-05', '09:00');
export const touchAfter = (ms, days) => Math.min(ms + days * DAY, LAST_TOUCH);
