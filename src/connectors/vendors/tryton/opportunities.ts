import { z } from 'zod';
import { furtherFields, lookBackDays } from '../../engine/commonParameters';
import { stepsOf } from '../../engine/steps';
import { defineStream, type Item, type Job, type Opened, type Unclear } from '../../engine/stream';
import { accountBook, handlerAs } from './employees';
import { readHistories } from './opportunityHistory';
import {
	changedAt,
	changedSince,
	keptFields,
	recordLink,
	recordsList,
	stamps,
	withKept,
} from './records';
import { countRecords, readContext } from './rpc';

export const model = 'sale.opportunity';
const shape = { ...stamps, state: z.string(), employee: z.number().nullish() };
type Row = z.infer<z.ZodObject<typeof shape>>;

const ends: { readonly [choice: string]: readonly string[] } = {
	decided: ['won', 'lost', 'cancelled'],
	converted: ['converted', 'won', 'lost', 'cancelled'],
};

const statusOf = (state: string, isClosed: boolean): Item['status'] => {
	if (state === 'cancelled') return 'cancelled';
	return isClosed ? 'done' : 'open';
};

const unclear = (recordId: string): Unclear => ({
	recordId,
	unclear: 'its earlier versions do not lead to its present state',
	remedy: 'Read it again; if it stays, change its state once more in Tryton',
});

async function openOpportunities({
	session,
	settings,
	since,
}: Job): Promise<Opened<readonly Row[], Row>> {
	const context = await readContext(session);
	const kept = settings.fields('fields');
	const domain = changedSince(since);
	const expected = await countRecords(session, model, domain, context);
	const accounts = accountBook(session, context, settings.text('handlerAs'));
	const closed = ends[settings.text('doneWhen') ?? ''] ?? [];
	const isClosed = (state: string): boolean => closed.includes(state);
	const fields = [...Object.keys(shape), ...kept.map(({ from }) => from)];
	const wire = withKept(shape, kept);
	return {
		list: () => recordsList(session, { model, domain, fields, context, wire, expected }),
		id: ({ id }) => String(id),
		updated: changedAt,
		batch: 100,
		items: async (rows) => {
			const ids = rows.map(({ id }) => id);
			const historyOf = await readHistories(session, ids, context);
			const found = rows.map((row) => {
				const { employees, states } = historyOf(row.id);
				return { row, states, steps: stepsOf(employees, states, isClosed) };
			});
			const owners = found.flatMap(({ steps }) => (steps.owner ? [Number(steps.owner)] : []));
			const accountOf = await accounts(owners);
			return found.flatMap(({ row, states, steps }): (Item | Unclear)[] => {
				const recordId = String(row.id);
				const last = states[states.length - 1]?.value;
				if (last === undefined) return [unclear(recordId)];
				return [
					{
						recordId,
						recordUrl: recordLink(session, model, row.id),
						handler: accountOf.get(Number(steps.owner)) ?? null,
						status: statusOf(last, steps.isClosed),
						assignedAt: steps.assignedAt,
						completedAt: steps.closedAt,
						errors: steps.reopened,
						fields: keptFields(row, kept),
					},
				];
			});
		},
	};
}

export const opportunities = defineStream({
	id: 'opportunities',
	label: 'Opportunities',
	description: 'Sales opportunities by employee, from assignment to the first closing',
	area: 'crm',
	activity: 'deal',
	parameters: [
		{
			name: 'doneWhen',
			label: 'Done When',
			description:
				'In which states the work on an opportunity is done; a cancelled one never counts',
			kind: 'choice',
			default: 'decided',
			choices: [
				{ value: 'decided', label: 'Won or Lost', description: 'When it is won or lost' },
				{
					value: 'converted',
					label: 'Converted',
					description: 'When it becomes a sale, or is won or lost',
				},
			],
		},
		handlerAs,
		furtherFields('fields of opportunities', 'e.g. amount, party.name', 'opportunityFields'),
		lookBackDays,
	],
	notice:
		'An opportunity counts for its employee at the first closing; errors are how often it was opened again. Tryton tells no due dates, pauses, first response or reasons for a delay. A user sees only the records of the companies that the user works in, without an error.',
	open: openOpportunities,
});
