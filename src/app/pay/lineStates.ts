import type { Finding } from '../../domain/pay/compare';
import type { LineState } from '../../items/payRecord';
import { findingProblem } from './findingWords';
import type { Outlook } from './lookIntoPayroll';

const state = (status: LineState['status'], remoteId?: string, message?: string): LineState => ({
	status,
	remoteId,
	message,
});

function heldState(finding: Exclude<Finding, { kind: 'unexpected' }>): LineState {
	const message = findingProblem(finding, false)?.message;
	switch (finding.kind) {
		case 'matched':
			return state('unchanged', finding.held.remoteId);
		case 'missing':
			return state('preview');
		case 'amountDiffers':
			return state('mismatch', finding.held.remoteId, message);
		case 'duplicate':
			return state('mismatch', finding.entries[0]?.remoteId, message);
		case 'wrongState':
			return finding.held.state === 'draft'
				? state('preview', finding.held.remoteId, message)
				: state('failed', finding.held.remoteId, message);
	}
}

/** How each line stands before anything is written, by key. */
export function lineStates(outlook: Outlook): ReadonlyMap<string, LineState> {
	const states = new Map<string, LineState>();
	for (const finding of outlook.findings) {
		if (finding.kind === 'unexpected') continue;
		const held = heldState(finding);
		const why = outlook.barred.get(finding.line.key);
		const barred = why !== undefined && held.status === 'preview';
		states.set(finding.line.key, barred ? state('failed', held.remoteId, why) : held);
	}
	return states;
}
