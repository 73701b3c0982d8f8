import type { Ports } from '../../connectors/engine/http';
import { drawUpBatch, stops, toPayResult } from './drawUpBatch';
import { lineStates } from './lineStates';
import { outlookOf } from './lookIntoPayroll';
import type { PayRequest, PayResult } from './payRequest';

/**
 * What would be paid, and what stands against it; nothing is written. A person approves its batch by the
 * hash. Rejects only for settings that cannot be used.
 */
export async function previewPay(request: PayRequest, ports: Ports): Promise<PayResult> {
	const batch = drawUpBatch(request);
	const outlook = await outlookOf(batch, ports);
	const seen = 'findings' in outlook ? outlook : undefined;
	const found = 'findings' in outlook ? [...outlook.differences, ...outlook.hindrances] : outlook;
	const problems = [...batch.problems, ...found];
	return toPayResult(batch, stops(problems) ? 'stopped' : 'ready', {
		problems,
		states: seen ? lineStates(seen) : new Map(),
		inPayroll: seen?.inPayroll,
	});
}
