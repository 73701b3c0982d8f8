import type { NodeHint } from 'n8n-workflow';

/** What the panel says before the run where the condition holds; `condition` is what stands within an expression. */
export const hint = (type: 'info' | 'warning', message: string, condition: string): NodeHint => ({
	message,
	type,
	location: 'ndv',
	whenToDisplay: 'beforeExecution',
	displayCondition: `={{ ${condition} }}`,
});

/** That Period is no month, where it is asked for. */
export const periodHint = (...whenAsked: readonly string[]): NodeHint =>
	hint(
		'warning',
		'Period has to be a year and a month, like 2026-10',
		[...whenAsked, '!/^[0-9]{4}-(0[1-9]|1[0-2])$/.test(String($parameter["period"] ?? ""))'].join(
			' && ',
		),
	);
