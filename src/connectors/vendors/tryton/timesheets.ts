import { z } from 'zod';
import { furtherFields, lookBackDays } from '../../engine/commonParameters';
import { defineStream, type Job, type Opened } from '../../engine/stream';
import { accountBook, handlerAs } from './employees';
import { changedAt, keptFields, recordLink, recordsList, stamps, withKept } from './records';
import { countRecords, readContext, readZone } from './rpc';
import { date, endOf, toDate } from './values';

export const model = 'timesheet.line';
const shape = { ...stamps, date, employee: z.number().nullish() };
type Row = z.infer<z.ZodObject<typeof shape>>;

async function openTimesheets(job: Job): Promise<Opened<readonly Row[], Row>> {
	const { session, settings, since, now } = job;
	const context = await readContext(session);
	const zone = await readZone(session, context, job.zoneOf);
	const kept = settings.fields('fields');
	// Days are what a line is placed by: one that was written long after its day is found all the same.
	const domain = [
		['date', '>=', toDate(since, zone)],
		['date', '<=', toDate(now, zone)],
	];
	const expected = await countRecords(session, model, domain, context);
	const accounts = accountBook(session, context, settings.text('handlerAs'));
	const fields = [...Object.keys(shape), ...kept.map(({ from }) => from)];
	const wire = withKept(shape, kept);
	return {
		list: () => recordsList(session, { model, domain, fields, context, wire, expected }),
		id: ({ id }) => String(id),
		updated: changedAt,
		batch: 1000,
		items: async (rows) => {
			const accountOf = await accounts(rows.flatMap(({ employee }) => employee ?? []));
			return rows.map((row) => ({
				recordId: String(row.id),
				recordUrl: recordLink(session, model, row.id),
				handler: accountOf.get(row.employee ?? 0) ?? null,
				status: 'done',
				completedAt: endOf(row.date, zone),
				fields: keptFields(row, kept),
			}));
		},
	};
}

export const timesheets = defineStream({
	id: 'timesheets',
	label: 'Timesheet Lines',
	description: 'Work that employees wrote down, by its day',
	area: 'workLog',
	activity: 'task',
	parameters: [
		handlerAs,
		furtherFields('fields of timesheet lines', 'e.g. duration, work.name', 'timesheetFields'),
		lookBackDays,
	],
	notice:
		'A line is work that its employee did: done at the end of its day in the time zone of the company. Tryton keeps no time of assignment, limits, errors or pauses for it, so that only how much was done can be scored; keep duration (in seconds) to score hours.',
	open: openTimesheets,
});
