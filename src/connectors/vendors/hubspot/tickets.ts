import { formerStages } from '../../engine/formerStages';
import { defineStream } from '../../engine/stream';
import { pipelines, recordParameters } from './parameters';
import { openInPipelines, type Kind } from './records';

export const ticketKind: Kind = {
	object: 'tickets',
	objectType: '0-5',
	updated: 'hs_lastmodifieddate',
	pipeline: 'hs_pipeline',
	stage: 'hs_pipeline_stage',
	firstReply: 'first_agent_reply_date',
};

/** Docs: developers.hubspot.com → CRM → Tickets, Search */
export const tickets = defineStream({
	id: 'tickets',
	label: 'Tickets',
	description: 'Tickets by owner, from assignment to the first closing',
	area: 'crm',
	activity: 'customerRecord',
	parameters: [pipelines('ticket'), ...formerStages, ...recordParameters('ticket')],
	notice:
		'A ticket counts for its owner at the first closing. HubSpot tells no due dates, no pauses and no reason for a delay.',
	open: async (job) => await openInPipelines(ticketKind, job),
});
