import { outcomeOf } from '../../engine/problem';
import type { Probe, System } from '../../engine/stream';
import { approvals } from './approvals';
import { codesList } from './instances';
import { unknownApproval } from './refusal';
import { rates } from './rates';

const DAY = 86_400_000;

/** No list works without a code: asked for one that nobody has, Feishu says so only to who may read. */
const probes: readonly Probe[] = [
	{
		reads: 'approvals with their tasks',
		run: async (session, { now }) => {
			const list = codesList(session, 'none', { from: now - DAY, to: now }, 1);
			const read = await outcomeOf(session.ask({ ...list, request: list.first }));
			if (!read.ok && read.error.problem.found !== unknownApproval.found) throw read.error;
		},
	},
];

export const feishu: System = {
	id: 'feishu',
	label: 'Feishu / Lark',
	credential: 'performanceFeishuApi',
	streams: [approvals],
	rates,
	probes,
};
