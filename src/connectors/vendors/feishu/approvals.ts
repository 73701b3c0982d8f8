import { furtherFields, handlerAs, lookBackToStart } from '../../engine/commonParameters';
import { andOnceMore } from '../../engine/page';
import { defineStream, type Item, type Job, type Opened, type Unclear } from '../../engine/stream';
import { partsOf } from '../../engine/window';
import { fieldsOf } from './form';
import { codesList, readInstance, type Instance, type Task } from './instances';
import { itemsOf } from './tasks';
import { emailBook } from './users';

/** One list spans this at most, so that a page token never has to live long. */
const longestPart = 30;

/** How the person of a task is named. */
function accountOf({ session, settings }: Job): (task: Task) => Promise<string | null> {
	const kind = settings.text('handlerAs');
	const emails = emailBook(session);
	return async ({ user_id, open_id }) => {
		const id = (user_id ?? '') || open_id || null;
		if (kind === 'openId') return open_id || id;
		return kind === 'email' && id ? (await emails(id)) || id : id;
	};
}

async function openApprovals(
	job: Job,
): Promise<Opened<Parameters<ReturnType<typeof codesList>['rows']>[0], string>> {
	const { session, settings, now } = job;
	const account = accountOf(job);

	async function items(instance: Instance): Promise<readonly (Item | Unclear)[]> {
		const told: (Item | Unclear)[] = [];
		for (const { task, found } of itemsOf(instance)) {
			if ('unclear' in found) told.push(found);
			else
				told.push({
					...found,
					handler: await account(task),
					fields: fieldsOf(instance, task, settings),
				});
		}
		return told;
	}

	return await Promise.resolve({
		list: (window) =>
			andOnceMore(
				settings
					.words('approvalCodes')
					.flatMap((code) =>
						partsOf(window, now, longestPart).map((part) => codesList(session, code, part)),
					),
			),
		id: (code) => code,
		updated: () => undefined,
		batch: 1,
		items: async ([code = '']) => {
			const instance = await readInstance(session, code);
			return instance ? await items(instance) : []; // deleted since it was listed
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
			name: 'approvalCodes',
			label: 'Approval Codes',
			description:
				'Codes of the approval definitions to read, separated by commas: Feishu has no list of them; the code is in the address of the definition in the approval admin',
			kind: 'list',
			default: '',
			placeholder: 'e.g. 7C468A54-8745-2245-9675-08B7C63E7A85',
			required: true,
		},
		{
			...handlerAs,
			default: 'id',
			choices: [
				{ value: 'id', label: 'User ID', description: 'The ID that the company gave the user' },
				{
					value: 'openId',
					label: 'Open ID',
					description: 'The ID that this app knows the user by',
				},
				{
					value: 'email',
					label: 'E-Mail',
					description:
						'The e-mail address in the contacts, else the user ID; needs the right to it',
				},
			],
		},
		furtherFields(
			'form fields (their ID or custom ID), approval_name, serial_number or node_name',
			'e.g. amount, serial_number',
		),
		lookBackToStart,
	],
	notice:
		'Feishu finds approvals by their start only: one that was started before Look Back (Days) and finished in the month is missing without an error. It tells no due dates, pauses or reasons for a delay. A task that was handed on, or that another person decided, does not count.',
	open: openApprovals,
});
