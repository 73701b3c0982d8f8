import { defineStream, type Job, type Opened } from '../../engine/stream';
import { opportunityItem, row, shape, type Opportunity } from './opportunity';
import { checkTracking, readHandovers, readStages } from './opportunityHistory';
import { recordParameters, recordTypes } from './parameters';
import { changedAt, wantedOf, type Wanted } from './record';
import { changedIn, idBatch, recordsList, type Body } from './soql';
import { readStates } from './states';
import { accountBook } from './users';

const about = 'Salesforce opportunities';

export const opportunitiesQuery = ({ select, where }: Pick<Wanted, 'select' | 'where'>) => ({
	about,
	row,
	select: [...Object.keys(shape), ...select],
	from: 'Opportunity',
	where,
});

async function openOpportunities(job: Job): Promise<Opened<Body<Opportunity>, Opportunity>> {
	const { session, settings } = job;
	const wanted = wantedOf(about, settings);
	const byHistory = settings.text('ownerFrom') !== 'now';
	if (byHistory) await checkTracking(session);
	const states = await readStates(session, 'OpportunityStage');
	const accounts = accountBook(session, settings.text('handlerAs'));
	const wonOnly = settings.text('doneWhen') === 'won';
	return {
		list: (window) => {
			const where = [...wanted.where, ...changedIn(window)];
			return recordsList(session, opportunitiesQuery({ ...wanted, where }));
		},
		id: ({ Id }) => Id,
		updated: changedAt,
		batch: idBatch,
		items: async (rows) => {
			const ids = rows.map(({ Id }) => Id);
			const stagesOf = await readStages(session, ids);
			const handoversOf = byHistory ? await readHandovers(session, ids) : () => [];
			const accountOf = await accounts([
				...rows.map(({ OwnerId }) => OwnerId),
				...ids.flatMap((id) => handoversOf(id).flatMap(({ from, to }) => [from, to])),
			]);
			const of = { job, states, wanted, byHistory, wonOnly, accountOf };
			return rows.map((one) => {
				const histories = { stages: stagesOf(one.Id), handovers: handoversOf(one.Id) };
				return opportunityItem(one, histories, of);
			});
		},
	};
}

export const opportunities = defineStream({
	id: 'opportunities',
	label: 'Opportunities',
	description: 'Opportunities by owner, from assignment to the first closing',
	area: 'crm',
	activity: 'deal',
	parameters: [
		recordTypes('opportunity'),
		{
			name: 'doneWhen',
			label: 'Done When',
			description: 'In which closed stages the work on an opportunity is done',
			kind: 'choice',
			default: 'closed',
			choices: [
				{ value: 'closed', label: 'Won or Lost', description: 'In every closed stage' },
				{
					value: 'won',
					label: 'Won',
					description: 'In closed stages that are won; lost ones do not count',
				},
			],
		},
		{
			name: 'ownerFrom',
			label: 'Owner Is',
			description: 'Whom an opportunity counts for',
			kind: 'choice',
			default: 'history',
			choices: [
				{
					value: 'history',
					label: 'By Field History',
					description:
						'The owner at the first closing; needs field history tracking of Opportunity Owner',
				},
				{
					value: 'now',
					label: 'Owner Now',
					description: 'The owner now, whoever had it before; no time of assignment is known',
				},
			],
		},
		...recordParameters('opportunity', 'how often it was opened again after closing'),
	],
	notice:
		'An opportunity counts for its owner at the first closing. That needs field history tracking of Opportunity Owner, switched on before the month began. Its close date is a plan, not an event, and is not used: Salesforce tells no due dates, pauses or first response. A user without View All gets only a part of the opportunities, without an error; the test of the credential tells.',
	open: openOpportunities,
});
