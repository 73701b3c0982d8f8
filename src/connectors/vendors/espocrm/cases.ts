import { defineStream } from '../../engine/stream';
import { caseKind } from './kinds';
import { openRecords, parametersOf } from './open';

export const cases = defineStream({
	id: 'cases',
	label: 'Cases',
	description: 'Cases by assigned user, with first response, from assignment to the first closing',
	area: 'support',
	activity: 'supportTicket',
	parameters: parametersOf(caseKind, 'e.g. priority, type'),
	notice:
		'A case counts for its assigned user at the first closing; errors are how often it was opened again. The first response is the first e-mail or public post of a user, and not known unless the role reads all e-mails. EspoCRM tells no due dates and no reasons for a delay. Each case takes a request for its stream. Imported records and those with several assigned users tell less: see the documentation.',
	open: async (job) => await openRecords(caseKind, job),
});
