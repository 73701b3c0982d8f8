import { z } from 'zod';
import { defineStream, type Item, type Job, type Opened, type Unclear } from '../../engine/stream';
import { readEvents, type Event } from './events';
import {
	decisionOf,
	isKnown,
	lastValidationOf,
	shape,
	validationOf,
	type Proposal,
} from './proposal';
import { parameters } from './proposalParameters';
import { changedSince, keptFields, recordsList, webUrl, withKept } from './records';
import { checkScope } from './scope';
import { userBook } from './users';

export const records = {
	what: 'proposals',
	path: 'proposals',
	wire: z.object(shape),
	properties: Object.keys(shape),
} as const;

const ways: {
	readonly [doneWhen: string]: (
		proposal: Proposal,
		events: readonly Event[],
	) => ReturnType<typeof validationOf>;
} = { validated: validationOf, decided: decisionOf, validatedLast: lastValidationOf };

async function openProposals(job: Job): Promise<Opened<readonly Proposal[], Proposal>> {
	const { session, settings, since } = job;
	const way = settings.text('doneWhen') ?? '';
	const byAgenda = way !== 'validatedLast';
	await checkScope(session, byAgenda ? ['customers', 'agenda'] : ['customers']);
	const kept = settings.fields('fields');
	const filters = [changedSince(since)];
	const list = await recordsList(session, { ...records, filters, ...withKept(shape, kept) });
	const users = userBook(session, settings.text('handlerAs'));
	const byEntry = settings.text('handlerFrom') === 'entered';

	const itemOf = (
		proposal: Proposal,
		events: readonly Event[],
		accountOf: (user: string | undefined) => string | null,
	): Item | Unclear => {
		const { id: recordId, status, user_author_id: author } = proposal;
		if (!isKnown(proposal))
			return {
				recordId,
				unclear: `its status ${status} is not known`,
				remedy: 'Look at it in Dolibarr',
			};
		const work = (ways[way] ?? validationOf)(proposal, events);
		if ('unclear' in work) return work;
		const { by, ...facts } = work;
		const handler = byEntry ? author : by;
		return {
			...facts,
			recordId,
			recordUrl: `${webUrl(session)}/comm/propal/card.php?id=${recordId}`,
			handler: accountOf(handler),
			assignedAt: handler === author ? proposal.date_creation : undefined,
			fields: keptFields(proposal, kept),
		};
	};

	return {
		list: () => list,
		id: (proposal) => proposal.id,
		updated: (proposal) => proposal.date_modification,
		batch: 50,
		items: async (rows) => {
			const ids = byAgenda ? rows.map((row) => row.id) : [];
			const eventsOf = await readEvents(session, 'propal', ids);
			const accountOf = await users.accounts();
			return rows.map((row) => itemOf(row, eventsOf(row.id), accountOf));
		},
	};
}

export const proposals = defineStream({
	id: 'proposals',
	label: 'Proposals',
	description: 'Commercial proposals from the entry to the validation or the decision',
	area: 'crm',
	activity: 'deal',
	parameters,
	notice:
		'Steps are read from the events that the module Agenda notes by itself; a proposal without them makes the coverage incomplete. Errors are how often a validated proposal was taken back to draft, or a closed one opened again. A time of assignment is known only for who entered the proposal: its entry. Dolibarr tells no due dates, pauses, first response or reasons for a delay.',
	open: openProposals,
});
