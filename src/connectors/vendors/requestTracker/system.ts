import type { System } from '../../engine/stream';
import { lookups } from './lookups';
import { probes } from './probes';
import { tickets } from './tickets';

/** Docs: docs.bestpractical.com → RT 5 → REST2; code: RT 5.0 lib/RT/REST2, Tickets.pm, Transactions.pm */
export const requestTracker: System = {
	id: 'requestTracker',
	label: 'Request Tracker',
	credential: 'performanceRequestTrackerApi',
	streams: [tickets],
	probes,
	lookups,
};
