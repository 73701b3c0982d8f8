import type { Probe, System } from '../../engine/stream';
import { approvals } from './approvals';
import { numbersList, readForm } from './forms';

const DAY = 86_400_000;

const probes: readonly Probe[] = [
	{
		reads: 'approvals with their steps',
		run: async (session, { now }) => {
			const list = numbersList(session, undefined, { from: now - 30 * DAY, to: now });
			const body = await session.ask({ ...list, request: list.first });
			const [number] = list.rows(body);
			if (number !== undefined) await readForm(session, number);
		},
	},
];

export const wecom: System = {
	id: 'wecom',
	label: 'WeCom',
	credential: 'performanceWecomApi',
	streams: [approvals],
	rates: [{ requests: 600, perMs: 60_000 }],
	probes,
};
