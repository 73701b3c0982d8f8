import type { NodeHint } from 'n8n-workflow';

/** What can be seen to be wrong before the run. */
export const evidenceHints: NodeHint[] = [
	{
		message: 'Period has to be a year and a month, like 2026-10',
		type: 'warning',
		location: 'ndv',
		whenToDisplay: 'beforeExecution',
		displayCondition:
			'={{ !/^[0-9]{4}-(0[1-9]|1[0-2])$/.test(String($parameter["period"] ?? "")) }}',
	},
	{
		message: 'Time Zone is empty: set where the month begins and ends, like Asia/Shanghai',
		type: 'warning',
		location: 'ndv',
		whenToDisplay: 'beforeExecution',
		displayCondition: '={{ String($parameter["timeZone"] ?? "").trim() === "" }}',
	},
	{
		message: 'Max Items is set: this is a sample, and scoring will refuse it as incomplete',
		type: 'info',
		location: 'ndv',
		whenToDisplay: 'beforeExecution',
		displayCondition: '={{ Number($parameter["options"]?.["maxItems"] ?? 0) > 0 }}',
	},
];
