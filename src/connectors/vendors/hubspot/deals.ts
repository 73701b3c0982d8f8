import { formerStages } from '../../engine/formerStages';
import { defineStream } from '../../engine/stream';
import { pipelines, recordParameters } from './parameters';
import { openInPipelines, type Kind } from './records';

export const dealKind: Kind = {
	object: 'deals',
	objectType: '0-3',
	updated: 'hs_lastmodifieddate',
	pipeline: 'pipeline',
	stage: 'dealstage',
	firstReply: undefined,
};

/** Docs: developers.hubspot.com → CRM → Deals, Search */
export const deals = defineStream({
	id: 'deals',
	label: 'Deals',
	description: 'Deals by owner, from assignment to the first closing, won or lost',
	area: 'crm',
	activity: 'deal',
	parameters: [pipelines('deal'), ...formerStages, ...recordParameters('deal')],
	notice:
		'A deal counts for its owner at the first closing. HubSpot tells no due dates, no pauses and no first response for deals; its close date is a plan, not an event, and is not used.',
	open: async (job) => await openInPipelines(dealKind, job),
});
