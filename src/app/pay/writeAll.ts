import type { Ports } from '../../connectors/engine/http';
import type { PayEntry } from '../../connectors/engine/payrollSystem';
import { portions } from '../../connectors/engine/portions';
import type { HttpProblem } from '../../connectors/engine/problem';
import type { Finding } from '../../domain/pay/compare';
import type { LineState } from '../../items/payRecord';
import type { DrawnUp } from './drawUpBatch';
import type { Outlook } from './lookIntoPayroll';
import { writeLine } from './writeLine';
import { writeTogether, type ToWrite, type WrittenTogether } from './writeTogether';

/** So many lines in a row without an outcome, and the trouble is not theirs. */
const mostUnknownInARow = 3;

const entriesByKey = (findings: readonly Finding[]): ReadonlyMap<string, readonly PayEntry[]> =>
	new Map(
		findings.flatMap((it) => (it.kind === 'wrongState' ? [[it.line.key, [it.held]] as const] : [])),
	);

/** The lines that are open, each with its order and its draft. */
function openLines(
	batch: DrawnUp,
	outlook: Outlook,
	states: ReadonlyMap<string, LineState>,
): readonly ToWrite[] {
	const drafts = entriesByKey(outlook.findings);
	return batch.lines.flatMap((line) => {
		const order = outlook.orders.get(line.key);
		if (order === undefined || states.get(line.key)?.status !== 'preview') return [];
		return [{ line, order, before: drafts.get(line.key) ?? [] }];
	});
}

type Write = () => Promise<WrittenTogether>;

/** One write each: of a line alone, or of many where the system takes them together; a draft is always a line alone. */
function writesOf(open: readonly ToWrite[], { settings }: DrawnUp, ports: Ports): readonly Write[] {
	const { together } = settings.system;
	const alone =
		({ line, ...rest }: ToWrite) =>
		async () => {
			const { state, stop } = await writeLine(line, rest, settings, ports);
			return { states: new Map([[line.key, state]]), stop };
		};
	if (together === undefined) return open.map(alone);
	const fresh = open.filter(({ before }) => before.length === 0);
	return [
		...open.filter(({ before }) => before.length > 0).map(alone),
		...portions(fresh, together.most).map(
			(group) => async () => await writeTogether(group, { ...settings, together }, ports),
		),
	];
}

/** Writes what is open, one write after another; gives why it stopped before the end. */
export async function writeAll(
	batch: DrawnUp,
	outlook: Outlook,
	states: Map<string, LineState>,
	ports: Ports,
): Promise<HttpProblem | undefined> {
	let sent = 0;
	let unknownInARow = 0;
	for (const write of writesOf(openLines(batch, outlook, states), batch, ports)) {
		const written = await write();
		for (const [key, state] of written.states) states.set(key, state);
		const { stop } = written;
		if (stop !== undefined && !isOfOnePerson(stop, sent)) return stop;
		for (const state of written.states.values()) {
			sent += state.status === 'sent' ? 1 : 0;
			unknownInARow = state.status === 'unknown' ? unknownInARow + 1 : 0;
			if (unknownInARow >= mostUnknownInARow) return tooManyUnknown(state);
		}
	}
	return undefined;
}

// A right that is missing for one person, after others went in, is that person's matter.
const isOfOnePerson = (stop: HttpProblem, sent: number): boolean => stop.status === 403 && sent > 0;

const tooManyUnknown = ({ message }: LineState): HttpProblem => ({
	kind: 'busy',
	retry: 'afterReadBack',
	status: undefined,
	waitMs: undefined,
	about: `${mostUnknownInARow} lines in a row without an outcome`,
	found: message ?? '',
	remedy: 'Look at the payroll system and its log',
});
