import { defineStream } from '../../engine/stream';
import { recordParameters } from './parameters';
import { checkValues } from './properties';
import { openRecords, type Kind } from './records';

export const defaultStatus = 'hs_lead_status';

/** A contact is done when a property of the account's choice takes one of the values of its choice. */
export const contactKind = (status = defaultStatus): Kind => ({
	object: 'contacts',
	objectType: '0-1',
	updated: 'lastmodifieddate',
	pipeline: undefined,
	stage: status,
	firstReply: undefined,
	ownedOnly: true,
});

/** Docs: developers.hubspot.com → CRM → Contacts, Search */
export const contacts = defineStream({
	id: 'contacts',
	label: 'Contacts',
	description: 'Contacts by owner, from assignment until a status of yours says that they are done',
	area: 'crm',
	activity: 'contact',
	parameters: [
		{
			name: 'statusProperty',
			label: 'Status Property',
			description:
				'Whose value tells that a contact is done: the lead status, the lifecycle stage (lifecyclestage), or another choice of your own',
			kind: 'text',
			default: defaultStatus,
			placeholder: `e.g. ${defaultStatus}`,
			required: true,
			lookup: 'contactChoices',
		},
		{
			name: 'doneValues',
			label: 'Done Values',
			description: 'The values of Status Property with which a contact is done',
			kind: 'list',
			default: [],
			placeholder: 'e.g. CONNECTED, UNQUALIFIED',
			required: true,
			lookup: 'contactValues',
			dependsOn: 'statusProperty',
		},
		...recordParameters('contact'),
	],
	notice:
		'A contact counts for its owner when Status Property first takes one of Done Values. Contacts without an owner are left out. HubSpot tells no due dates, no pauses and no first response for contacts.',
	open: async (job) => {
		const { session, settings } = job;
		const property = settings.text('statusProperty') ?? defaultStatus;
		const values = settings.words('doneValues');
		await checkValues(session, 'contacts', { property, values });
		// What is done the settings say by themselves, of values that were deleted since too.
		const stages = { isClosed: (value: string) => values.includes(value), isKnown: () => true };
		return await openRecords(contactKind(property), job, stages);
	},
});
