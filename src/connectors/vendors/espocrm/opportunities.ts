import { defineStream } from '../../engine/stream';
import { opportunityKind } from './kinds';
import { openRecords, parametersOf } from './open';

export const opportunities = defineStream({
	id: 'opportunities',
	label: 'Opportunities',
	description: 'Sales opportunities by assigned user, from assignment to the first closing',
	area: 'crm',
	activity: 'deal',
	parameters: parametersOf(opportunityKind, 'e.g. amount, leadSource'),
	notice:
		'An opportunity counts for its assigned user at the first closing; errors are how often it was opened again. EspoCRM tells no first response and no reasons for a delay; its close date is a plan, not an event, and is not used. Each opportunity takes a request for its stream. Imported records and those with several assigned users tell less: see the documentation.',
	open: async (job) => await openRecords(opportunityKind, job),
});
