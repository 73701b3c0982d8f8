import { outcomeOf } from '../../engine/problem';
import type { Probe, System } from '../../engine/stream';
import { approvals } from './approvals';
import { idsList } from './instances';
import { refuses } from './refusal';

const DAY = 86_400_000;

/** No list works without a process code: that it knows none of this name, DingTalk says only to who may read. */
const probes: readonly Probe[] = [
	{
		reads: 'approvals with their tasks',
		run: async (session, { now }) => {
			const list = idsList(session, 'PROC-NONE', { from: now - DAY, to: now });
			const read = await outcomeOf(session.ask({ ...list, request: list.first }));
			if (!read.ok && !read.error.problem.found.startsWith(refuses)) throw read.error;
		},
	},
];

/** Docs: open.dingtalk.com → Call frequency: 20 a second for an app of the standard edition */
export const dingtalk: System = {
	id: 'dingtalk',
	label: 'DingTalk',
	credential: 'performanceDingtalkApi',
	streams: [approvals],
	rates: [{ requests: 20, perMs: 1_000 }],
	probes,
};
