import { z } from 'zod';
import { furtherFields, lookBackDays } from '../../engine/commonParameters';
import { defineStream, type Item, type Job, type Opened, type Unclear } from '../../engine/stream';
import type { Parameter } from '../../engine/system';
import { decisionOf, shape, submissionOf, unclearOf, type ExpenseReport } from './expenseReport';
import { changedSince, keptFields, recordsList, webUrl, withKept } from './records';
import { handlerAs, userBook } from './users';

export const records = {
	what: 'expense reports',
	path: 'expensereports',
	wire: z.object(shape),
	properties: Object.keys(shape),
} as const;

const handlerFrom: Parameter = {
	name: 'handlerFrom',
	label: 'Handler Did',
	description: 'Whose work on an expense report counts',
	kind: 'choice',
	default: 'decided',
	choices: [
		{
			value: 'decided',
			label: 'Approved or Refused It',
			description: 'From the submission to the last decision; drafts are not there yet',
		},
		{
			value: 'submitted',
			label: 'Submitted It',
			description: 'From the entry to the submission; one that was refused is open again',
		},
	],
};

async function openReports(job: Job): Promise<Opened<readonly ExpenseReport[], ExpenseReport>> {
	const { session, settings, since } = job;
	const kept = settings.fields('fields');
	const filters = [changedSince(since)];
	const list = await recordsList(session, { ...records, filters, ...withKept(shape, kept) });
	const users = userBook(session, settings.text('handlerAs'));
	const workOf = settings.text('handlerFrom') === 'submitted' ? submissionOf : decisionOf;
	return {
		list: () => list,
		id: (report) => report.id,
		updated: (report) => report.date_modif,
		batch: 100,
		items: async (rows) => {
			const accountOf = await users.accounts();
			return rows.flatMap((report): (Item | Unclear)[] => {
				const work = workOf(report);
				if (work === undefined) return [];
				const unclear = unclearOf(report, work);
				if (unclear) return [unclear];
				return [
					{
						...work,
						recordId: report.id,
						recordUrl: `${webUrl(session)}/expensereport/card.php?id=${report.id}`,
						handler: accountOf(work.handler),
						fields: keptFields(report, kept),
					},
				];
			});
		},
	};
}

export const expenseReports = defineStream({
	id: 'expenseReports',
	label: 'Expense Reports',
	description: 'Expense reports by who approved or refused them, or by who submitted them',
	area: 'finance',
	activity: 'reimbursement',
	parameters: [
		handlerFrom,
		handlerAs,
		furtherFields('fields of expense reports', 'e.g. total_ttc, ref', 'expenseReportFields'),
		lookBackDays,
	],
	notice:
		'Dolibarr keeps of each step only the last: a report counts once, at its last approval, refusal or submission. Of a report that was refused it does not keep when it was submitted again, so that its time of assignment is left out. For who decides, errors are not known; for who submits, they are 1 if somebody else refused it, however often. It tells no due dates, pauses or reasons for a delay.',
	open: openReports,
});
