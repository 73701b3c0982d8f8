import { z } from 'zod';

/** The shape of a rulebook's JSON. Each message is what was expected, in words that follow "expected". */

export const fieldSeparator = ', ';

export const expects = (expected: string) => ({ errorMap: () => ({ message: expected }) });

export const text = (expected: string) => z.string(expects(expected)).min(1, expected);
const number = (expected: string) => z.number(expects(expected)).finite(expected);
const above0 = (expected: string) => number(expected).gt(0, expected);
export const list = <T extends z.ZodTypeAny>(item: T, expected: string) =>
	z.array(item, expects(expected));

/** Of an unknown field the message is the list of the fields that may stand there. */
export const object = <T extends z.ZodRawShape>(shape: T, expected: string) =>
	z.strictObject(shape, {
		errorMap: (issue) => ({
			message:
				issue.code === 'unrecognized_keys' ? Object.keys(shape).join(fieldSeparator) : expected,
		}),
	});

const percent = z
	.string(expects('a percentage in quotes, such as "10%"'))
	.regex(/^\d{1,9}(\.\d{1,20})?%$/, 'a percentage in quotes, such as "10%"');
export const id = (example: string) => text(`an id in quotes, such as "${example}"`);
const points = above0('a number of points above 0, such as 20');
const valueTarget = above0('a number above 0, such as 1000').optional();

export const label = object(
	{
		en: text('a text in quotes').optional(),
		zh: text('a text in quotes').optional(),
	},
	'an object such as { "en": "Quality", "zh": "质量" }',
).optional();

// Longer limits are slips of the pen, and would walk through decades of days.
const tenYears = { hours: 87_660, days: 3_660 };
const hours = above0('a number of hours above 0, such as 24').lte(
	tenYears.hours,
	'at most 87660 hours (ten years)',
);
export const limit = object(
	{
		hours: hours.optional(),
		workingHours: hours.optional(),
		workingDays: above0('a whole number of days above 0, such as 1')
			.int('a whole number of days above 0, such as 1')
			.lte(tenYears.days, 'at most 3660 days (ten years)')
			.optional(),
	},
	'a limit such as { "hours": 24 }, { "workingHours": 8 } or { "workingDays": 1 }',
).optional();

const cap = percent.optional();
const band = object(
	{ from: percent.optional(), atMost: percent.optional(), gives: percent },
	'a band such as { "from": "98%", "gives": "100%" }',
);
const twoPercentages = 'two percentages such as ["90%", "0%"]';
const aCurve = 'a curve such as { "type": "attainment" }';
const curve = z.discriminatedUnion(
	'type',
	[
		object({ type: z.literal('attainment'), target: valueTarget, cap }, aCurve),
		object({ type: z.literal('share'), cap }, aCurve),
		object(
			{ type: z.literal('perDefect'), allowance: percent.optional(), step: percent, cap },
			aCurve,
		),
		object({ type: z.literal('rateExcess'), target: percent, perPoint: percent, cap }, aCurve),
		object(
			{
				type: z.literal('bands'),
				bands: list(band, 'a list of bands').min(1, 'at least one band'),
				target: valueTarget,
				cap,
			},
			aCurve,
		),
		object(
			{
				type: z.literal('interpolate'),
				points: list(
					z.tuple([percent, percent], expects(twoPercentages)),
					`a list of points, each ${twoPercentages}`,
				).min(1, `at least one point, ${twoPercentages}`),
				target: valueTarget,
				cap,
			},
			aCurve,
		),
		object(
			{
				type: z.literal('passFail'),
				atLeast: percent.optional(),
				atMost: percent.optional(),
				target: valueTarget,
				cap,
			},
			aCurve,
		),
	],
	expects(aCurve),
);

const work = object(
	{
		activity: text('an activity in quotes, such as "customerRecord"'),
		source: text('the system of record in quotes, such as "crm"'),
		label,
		target: number('a whole number of items a month, such as 50')
			.int('a whole number of items a month, such as 50')
			.nonnegative('a whole number of items a month, such as 50')
			.safe('a whole number of items a month, such as 50')
			.optional(),
		limit,
		belongsTo: z.enum(['due', 'completed'], expects('"due" or "completed"')).optional(),
	},
	'one kind of work such as { "activity": "customerRecord", "source": "crm" }',
);

const count = number('a whole number of items, such as 50')
	.int('a whole number of items, such as 50')
	.nonnegative('a whole number of items, such as 50')
	.safe('a whole number of items, such as 50')
	.optional();
const exactPoints = 'exact points in quotes, such as "18", "12.5" or "40/3"';
const example = object(
	{
		says: text('a text in quotes, such as "45 of 50 on time"'),
		given: object(
			{
				target: count,
				done: count,
				due: count,
				onTime: count,
				errors: count,
				good: count,
				of: count,
				sum: number('a number, such as 750').optional(),
			},
			'counts such as { "done": 40, "target": 50 }',
		),
		points: z
			.string(expects(exactPoints))
			.regex(/^(\d{1,9}(\.\d{1,20})?|\d{1,30}\/0*[1-9]\d{0,29})$/, exactPoints),
	},
	'an example such as { "says": "40 of 50", "given": { "done": 40, "target": 50 }, "points": "16" }',
);

const indicator = object(
	{
		id: id('quality'),
		label,
		activity: text('an activity of this role\'s "work"'),
		measure: z.enum(
			['completed', 'onTime', 'errors', 'resolved', 'responded', 'value'],
			expects('"completed", "onTime", "errors", "resolved", "responded" or "value"'),
		),
		of: z.enum(['due', 'completed'], expects('"due" or "completed"')).optional(),
		limit,
		field: text('the name of a field of the evidence, in quotes').optional(),
		aggregate: z.enum(['sum', 'mean'], expects('"sum" or "mean"')).optional(),
		curve,
		points,
		examples: list(example, 'a list of examples').optional(),
	},
	'an indicator with id, activity, measure, curve and points',
);

const criterion = object(
	{ id: id('attitude'), label, points },
	'a criterion such as { "id": "attitude", "points": 15 }',
);

const role = object(
	{
		id: id('operations'),
		label,
		work: list(work, 'a list of work').min(1, 'at least one kind of work'),
		indicators: list(indicator, 'a list of indicators').min(1, 'at least one indicator'),
		leader: list(criterion, 'a list of criteria').optional(),
	},
	'a role with id, work, indicators and leader',
);

const grade = object(
	{
		from: number('a number of points from 0, such as 90').nonnegative('a number from 0'),
		id: id('excellent'),
		label,
	},
	'a grade such as { "from": 90, "id": "excellent" }',
);

const days = list(
	z.string(expects('a date such as "2026-10-01"')),
	'a list of dates such as ["2026-10-01"]',
).optional();
const year = object({ holidays: days, workdays: days }, 'an object with holidays and workdays');
const time = z.string(expects('a time of day such as "09:00"'));
const window = 'a pair of times such as ["09:00", "12:00"]';
const calendar = object(
	{
		weekend: list(
			number('a day of the week from 1 (Monday) to 7 (Sunday)')
				.int('a day of the week from 1 (Monday) to 7 (Sunday)')
				.gte(1, 'a day of the week from 1 (Monday) to 7 (Sunday)')
				.lte(7, 'a day of the week from 1 (Monday) to 7 (Sunday)'),
			'a list of days of the week such as [6, 7]',
		),
		years: z.record(year, expects('an object of years such as { "2026": { … } }')),
		hours: list(z.tuple([time, time], expects(window)), `a list of working hours, each ${window}`)
			.min(1, `at least ${window}`)
			.optional(),
	},
	'the id of a shipped calendar or an object with weekend, years and hours',
);

const policyText = text('a text in quotes').optional();
const policy = object(
	{ title: policyText, version: policyText, adoptedOn: policyText, announcedOn: policyText },
	'an object with title, version, adoptedOn and announcedOn',
).optional();

/** A calendar's id or data, checked against the one of the two forms that it has, so that problems name its fields. */
export const calendarChoice = z
	.custom<string | z.infer<typeof calendar>>()
	.superRefine((given, context) => {
		if (given === undefined || typeof given === 'string') return;
		for (const issue of calendar.safeParse(given).error?.issues ?? []) context.addIssue(issue);
	})
	.optional();

export const rulebookShape = object(
	{
		rulebook: z.literal(1, expects('the number 1, the version of this format')),
		id: id('back-office'),
		version: text('a version in quotes, such as "2026-10"'),
		timeZone: text('a time zone in quotes, such as "Asia/Shanghai"'),
		calendar: calendarChoice,
		minPresentDays: number('a number of days from 0, such as 5')
			.nonnegative('a number of days from 0, such as 5')
			.optional(),
		grades: list(grade, 'a list of grades').min(1, 'at least one grade'),
		roles: list(role, 'a list of roles').min(1, 'at least one role'),
		policy,
	},
	'a rulebook: a JSON object with rulebook, id, version, timeZone, grades and roles',
);

export type RulebookShape = z.infer<typeof rulebookShape>;
export type RoleShape = z.infer<typeof role>;
export type WorkShape = z.infer<typeof work>;
export type IndicatorShape = z.infer<typeof indicator>;
export type ExampleShape = z.infer<typeof example>;
export type CriterionShape = z.infer<typeof criterion>;
export type CurveShape = z.infer<typeof curve>;
export type LimitShape = NonNullable<z.infer<typeof limit>>;
export type LabelShape = z.infer<typeof label>;
export type CalendarShape = z.infer<typeof calendar>;
