import { defineStream, type Job, type Opened } from '../../engine/stream';
import { numbers } from './choices';
import { firstCall } from './flow';
import { openKept } from './kept';
import {
	opportunities as kind,
	opportunitiesList,
	readStages,
	withLost,
	type Opportunity,
} from './opportunity';
import { openHistories } from './opportunityHistory';
import { courseNow, opportunityItem, ownersIn } from './opportunityItem';
import { parameters } from './opportunityParameters';
import { courseOf, endsWhen } from './opportunityState';
import { checkRole, salesRole } from './role';
import { countRecords, type Domain } from './rpc';
import { accountBook } from './users';
import { toTime } from './values';

function domainOf(job: Job): Domain {
	const among = (field: string, name: string, label: string): Domain => {
		const chosen = numbers(job, name, label);
		return chosen.length > 0 ? [[field, 'in', chosen]] : [];
	};
	return [
		['type', '=', 'opportunity'],
		['write_date', '>=', toTime(job.since)],
		...among('team_id', 'teams', 'Sales Teams'),
		...among('stage_id', 'stages', 'Stages'),
		...among('company_id', 'companies', 'Companies'),
	];
}

async function openOpportunities(job: Job): Promise<Opened<readonly Opportunity[], Opportunity>> {
	const { session, settings } = job;
	const chosen = settings.fields('fields');
	const stages = await firstCall(readStages(session));
	await checkRole(session, salesRole);
	const fieldsOf = await openKept(session, kind, chosen);
	const byHistory = settings.text('history') !== 'record';
	const readHistories = byHistory ? await openHistories(session) : undefined;
	const accounts = accountBook(session, settings.text('handlerAs'));
	const domain = domainOf(job);
	const asked = { about: kind.noun, model: kind.model, domain, context: withLost };
	const expected = await countRecords(session, asked);
	const kept = chosen.map(({ from }) => from);
	const meaning = { stages, ends: endsWhen(settings.text('doneWhen')) };

	return {
		list: () => opportunitiesList(session, { domain, kept, expected }),
		id: ({ id }) => String(id),
		updated: ({ write_date: at }) => at,
		batch: 100,
		items: async (rows) => {
			const changesOf = await readHistories?.(rows.map(({ id }) => id));
			const found = rows.map((one) => ({
				one,
				course: changesOf ? courseOf(one, changesOf(one.id), meaning) : courseNow(one, meaning),
			}));
			const accountOf = await accounts(found.flatMap(({ course }) => ownersIn(course)));
			return found.map(({ one, course }) =>
				opportunityItem(one, course, { session, ...meaning, fieldsOf, accountOf }),
			);
		},
	};
}

export const opportunities = defineStream({
	id: 'opportunities',
	label: 'Opportunities',
	description: 'Sales opportunities by salesperson, from assignment to the first closing',
	area: 'crm',
	activity: 'deal',
	parameters,
	notice:
		'An opportunity counts for its salesperson at the first closing; errors are how often it was opened again. Leads are no opportunities yet. Its expected closing is a plan, not an event, and is not used: Odoo tells no due dates, pauses, first response or reasons for a delay. The user needs the role User: All Documents in Sales, and sees only opportunities of the companies that it may work in, without an error.',
	open: openOpportunities,
});
