import { defineStream, type Job, type Opened } from '../../engine/stream';
import { caseItem, row, shape, type Case } from './case';
import { readCaseHistory } from './caseHistory';
import { caseParameters } from './caseParameters';
import { checkMilestones, readMilestones } from './milestones';
import { changedAt, wantedOf, type Wanted } from './record';
import { changedIn, idBatch, recordsList, type Body } from './soql';
import { readStates } from './states';
import { accountBook } from './users';

const about = 'Salesforce cases';

export const casesQuery = ({ select, where }: Pick<Wanted, 'select' | 'where'>) => ({
	about,
	row,
	select: [...Object.keys(shape), ...select],
	from: 'Case',
	where,
});

async function openCases({ session, settings }: Job): Promise<Opened<Body<Case>, Case>> {
	const wanted = wantedOf(about, settings);
	const [dueType, responseType] = [
		settings.text('dueMilestone'),
		settings.text('responseMilestone'),
	];
	const types = [dueType, responseType].filter((type) => type !== undefined);
	await checkMilestones(session, types);
	const states = await readStates(session, 'CaseStatus');
	const accounts = accountBook(session, settings.text('handlerAs'));
	const reading = {
		...{ session, states, wanted, dueType, responseType },
		pauses: states.among(settings.words('pauseStatuses'), 'Pause Statuses'),
		cancels: states.among(settings.words('cancelledStatuses'), 'Cancelled Statuses'),
	};
	return {
		list: (window) => {
			const where = [...wanted.where, ...changedIn(window)];
			return recordsList(session, casesQuery({ ...wanted, where }));
		},
		id: ({ Id }) => Id,
		updated: changedAt,
		batch: idBatch,
		items: async (rows) => {
			const ids = rows.map(({ Id }) => Id);
			const entriesOf = await readCaseHistory(session, ids);
			const milestonesOf =
				types.length === 0 ? () => [] : await readMilestones(session, ids, types);
			const accountOf = await accounts([
				...rows.map(({ OwnerId }) => OwnerId),
				...ids.flatMap((id) => entriesOf(id).map(({ OwnerId }) => OwnerId)),
			]);
			return rows.map((one) => {
				const histories = { entries: entriesOf(one.Id), milestones: milestonesOf(one.Id) };
				return caseItem(one, histories, { ...reading, accountOf });
			});
		},
	};
}

export const cases = defineStream({
	id: 'cases',
	label: 'Cases',
	description: 'Cases by owner, from assignment to the first closing',
	area: 'support',
	activity: 'supportTicket',
	parameters: caseParameters,
	notice:
		'A case counts for its owner at the first closing; in a queue, for the ID of the queue. Due dates and first responses come from milestones only. A user without View All gets only a part of the cases, without an error; the test of the credential tells. Salesforce tells no reasons for a delay.',
	open: openCases,
});
