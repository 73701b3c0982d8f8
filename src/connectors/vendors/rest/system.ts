import { z } from 'zod';
import { asked } from '../../engine/page';
import type { Probe, System } from '../../engine/stream';
import { restStream } from './stream';

/** An API of one's own has no address that is known: the credential names one. */
export const probe: Probe = {
	reads: 'the test path',
	run: async (session, { testPath }) => {
		const [path, query] = testPath.trim().split('?');
		return await session.ask({
			about: 'REST test path',
			wire: z.unknown(),
			request: {
				method: 'GET',
				...asked(
					path ? `${session.baseUrl}/${path.replace(/^\/+/, '')}` : session.baseUrl,
					new URLSearchParams(query ?? ''),
				),
			},
		});
	},
};

export const rest: System = {
	id: 'rest',
	label: 'REST API',
	credential: 'performanceRestApi',
	streams: [
		restStream('crm', 'customerRecord', 'Customer records'),
		restStream('finance', 'reimbursement', 'Financial records'),
		restStream('support', 'supportTicket', 'Support records'),
		restStream('workLog', 'workOrder', 'Work records'),
	],
	probes: [probe],
};
