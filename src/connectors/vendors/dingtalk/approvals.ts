import { furtherFields, lookBackToStart } from '../../engine/commonParameters';
import { andOnceMore } from '../../engine/page';
import { lacking } from '../../engine/problem';
import { defineStream, type Job, type Opened } from '../../engine/stream';
import { partsOf } from '../../engine/window';
import { companyZone, companyZoneOf, findClock, type Clock } from './clock';
import { idsList, isStartedAt, readInstance, type Body, type Row } from './instances';
import { itemsOf } from './tasks';

const DAY = 86_400_000;
/** DingTalk's limits: days back, days of one window, ids of one window. */
const oldest = 365;
const longestPart = 120;
const cap = 10_000;

async function openApprovals(job: Job): Promise<Opened<Body, Row>> {
	const { session, settings, now } = job;
	const zone = companyZoneOf(job);
	let clock: Clock | undefined;
	if (job.since < now - oldest * DAY)
		throw lacking(
			'DingTalk approvals',
			`DingTalk gives approvals that were started in the last ${oldest} days only`,
			'Lower Look Back (Days), or read a later month',
		);
	return await Promise.resolve({
		cap,
		list: (window) =>
			andOnceMore(
				settings
					.words('processCodes')
					.flatMap((code) =>
						partsOf(window, now, longestPart).map((part) => idsList(session, code, part)),
					),
			),
		id: (row) => row.id,
		updated: () => undefined,
		batch: 1,
		items: async ([row]) => {
			const instance = row && (await readInstance(session, row.id));
			if (!instance) return []; // deleted since it was listed
			clock ??= await findClock(
				instance.createTime,
				zone,
				async (at) => await isStartedAt(session, row, at),
			);
			return itemsOf(row.id, instance, { clock, settings });
		},
	});
}

export const approvals = defineStream({
	id: 'approvals',
	label: 'Approvals',
	description: 'Tasks of approvals, each by the person who had it, from its start to the decision',
	area: 'workLog',
	activity: 'approval',
	parameters: [
		{
			name: 'processCodes',
			label: 'Process Codes',
			description:
				'Codes of the approval processes to read, separated by commas: in the address of the process in the approval admin, after processCode=',
			kind: 'list',
			default: '',
			placeholder: 'e.g. PROC-80ADFE6C-0329-4E7E-B11E-0BE8024D111',
			required: true,
		},
		companyZone,
		furtherFields('form fields (their ID or name), title or businessId', 'e.g. Amount, businessId'),
		lookBackToStart,
	],
	notice:
		'DingTalk finds approvals by their start only: one that was started before Look Back (Days) and finished in the month is missing without an error. It names people by user ID. It tells no due dates, pauses or reasons for a delay. A task that was handed on, or that another person decided, does not count.',
	open: openApprovals,
});
