import { furtherFields, lookBackToStart } from '../../engine/commonParameters';
import { andOnceMore } from '../../engine/page';
import { defineStream, type Item, type Job, type Opened } from '../../engine/stream';
import type { Parameter } from '../../engine/system';
import { partsOf } from '../../engine/window';
import { numbersList, readForm, type Body, type Form } from './forms';
import { itemsOf } from './steps';

const limitedRange: Parameter = {
	name: 'limitedRange',
	label: 'Limited Range',
	description:
		'Whether the secret is of an own app that sees only some applicants: WeCom then gives empty pages in the middle of a list, which are else taken for lost ones',
	kind: 'boolean',
	default: false,
};

/** One list spans at most 31 days. */
const longestPart = 31;

function fieldsOf(
	{ apply_data, sp_name, template_id }: Form,
	job: Job,
): NonNullable<Item['fields']> {
	const known = new Map<string, string | null | undefined>([
		...(apply_data?.contents ?? []).map(
			({ id, value }) => [id, value?.new_money ?? value?.new_number ?? value?.text] as const,
		),
		['sp_name', sp_name],
		['template_id', template_id],
	]);
	const wanted = job.settings.fields('fields');
	return Object.fromEntries(wanted.map(({ from, as }) => [as, known.get(from) ?? null]));
}

async function openApprovals(job: Job): Promise<Opened<Body, string>> {
	const { session, settings, now } = job;
	const named = settings.words('templates');
	const templates = named.length === 0 ? [undefined] : named;
	const ifEmpty = {
		mayBeEmpty: settings.flag(limitedRange.name),
		emptyRemedy:
			'Try again; if the secret is of an own app that sees only some applicants, switch on Limited Range',
	};
	return await Promise.resolve({
		list: (window) =>
			andOnceMore(
				templates.flatMap((template) =>
					partsOf(window, now, longestPart).map((part) => ({
						...numbersList(session, template, part),
						...ifEmpty,
					})),
				),
			),
		id: (number) => number,
		updated: () => undefined,
		batch: 1,
		items: async ([number = '']) => {
			const form = await readForm(session, number);
			if (!form) return []; // deleted since it was listed
			const fields = fieldsOf(form, job);
			return itemsOf(form).map((found) => ('unclear' in found ? found : { ...found, fields }));
		},
	});
}

export const approvals = defineStream({
	id: 'approvals',
	label: 'Approvals',
	description: 'Steps of approvals, each by the person who had it, from its start to the decision',
	area: 'workLog',
	activity: 'approval',
	parameters: [
		{
			name: 'templates',
			label: 'Template IDs',
			description:
				'IDs of the approval templates to read, separated by commas: in the address of the template in the admin console; empty: all',
			kind: 'list',
			default: '',
			placeholder: 'e.g. 3Tka1eD6v6JfzhDMqPd3aMkFdxqtJMc2ZRioeFXkaaa',
		},
		limitedRange,
		furtherFields('form fields (their ID), sp_name or template_id', 'e.g. Money-1569584428'),
		lookBackToStart,
	],
	notice:
		'WeCom finds approvals by their submission only: one that was submitted before Look Back (Days) and finished in the month is missing without an error, and so is one of an applicant whom the app may not see. It does not tell when a step began: taken is the end of the step before, for the first step the submission, and nothing where steps were handed on, added or returned. It names people by user ID, and tells no due dates, pauses or reasons for a delay.',
	open: openApprovals,
});
