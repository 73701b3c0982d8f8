import type { Parameter } from '../../engine/system';
import { recordParameters, recordTypes, several } from './parameters';

const milestoneParameter = (name: string, label: string, description: string): Parameter => ({
	name,
	label,
	description,
	kind: 'text',
	default: '',
	placeholder: 'e.g. 557000000000001AAA',
	lookup: 'milestones',
});

export const caseParameters: readonly Parameter[] = [
	recordTypes('case'),
	several(
		'cancelledStatuses',
		'Cancelled Statuses',
		'Closed statuses that mean that the work was not to be done, such as Duplicate or Merged; empty: every closed case is done',
		'caseStatuses',
	),
	several(
		'pauseStatuses',
		'Pause Statuses',
		'Statuses in which a case waits for somebody else, so that the time does not count; empty: none',
		'caseStatuses',
	),
	milestoneParameter(
		'dueMilestone',
		'Milestone of the Due Date',
		'The milestone whose target is when a case is due; empty: no due dates',
	),
	milestoneParameter(
		'responseMilestone',
		'Milestone of the First Response',
		'The milestone that is completed by the first response; empty: no first responses',
	),
	...recordParameters('case', 'how often it was opened again after closing'),
];
