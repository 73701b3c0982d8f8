import type { Ports } from '../../connectors/engine/http';
import type { PayEntry, PayOrder, WriteTogether } from '../../connectors/engine/payrollSystem';
import type { HttpProblem } from '../../connectors/engine/problem';
import type { PayLine } from '../../domain/pay/payLine';
import type { LineState } from '../../items/payRecord';
import { afterWaits, waitOf } from './afterWaits';
import type { CheckedSettings } from './payRequest';
import { isSystemic, mostWrites, refusesDoubleKey, said, standing, written } from './writeLine';

/** A line, the order that pays it, and its draft, if there is one. */
export interface ToWrite {
	readonly line: PayLine;
	readonly order: PayOrder;
	readonly before: readonly PayEntry[];
}

/** What became of each line, by key, and why no further line is written. */
export interface WrittenTogether {
	readonly states: ReadonlyMap<string, LineState>;
	readonly stop: HttpProblem | undefined;
}

interface Settings extends CheckedSettings {
	readonly together: WriteTogether;
}

/**
 * Brings many lines into payroll by one write, at most once. After anything but a clear answer it reads by
 * the keys, and writes again only what is not there; a refusal is of all lines of the write.
 */
export async function writeTogether(
	lines: readonly ToWrite[],
	settings: Settings,
	ports: Ports,
): Promise<WrittenTogether> {
	const states = new Map<string, LineState>();
	let open = lines;
	let trouble: HttpProblem | undefined;
	for (let writes = 0; writes < mostWrites && open.length > 0; writes += 1) {
		const step = await takeStep(open, settings, ports);
		for (const [key, state] of step.states) states.set(key, state);
		open = open.filter(({ line }) => !states.has(line.key));
		if (step.stop !== undefined || step.problem === undefined) return { states, stop: step.stop };
		trouble = step.problem;
		if (open.length > 0) await ports.wait(waitOf(trouble));
	}
	const story = trouble === undefined ? '' : said(trouble);
	for (const [key, state] of allAs('unknown', open, story)) states.set(key, state);
	return { states, stop: undefined };
}

/** What one write came to; with a problem and no stop, what has no state yet may be written again. */
interface Step extends WrittenTogether {
	readonly problem?: HttpProblem;
}

const allAs = (
	status: LineState['status'],
	lines: readonly ToWrite[],
	message?: string,
): readonly (readonly [string, LineState])[] =>
	lines.map(({ line }) => [line.key, written(status, undefined, message).state]);

const ended = (
	status: LineState['status'],
	lines: readonly ToWrite[],
	message?: string,
	stop?: HttpProblem,
): Step => ({ states: new Map(allAs(status, lines, message)), stop });

/** The lines that what is held settles. */
const settledBy = (
	held: readonly PayEntry[],
	lines: readonly ToWrite[],
	settings: CheckedSettings,
): ReadonlyMap<string, LineState> =>
	new Map(
		lines.flatMap(({ line }) => {
			const ofLine = held.filter(({ key }) => key === line.key);
			const stands = standing(line, ofLine, settings);
			return 'state' in stands ? [[line.key, stands.state] as const] : [];
		}),
	);

const notNamed = 'payroll says yes, and does not name this entry';

async function takeStep(open: readonly ToWrite[], settings: Settings, ports: Ports): Promise<Step> {
	const orders = open.map(({ order }) => order);
	const answer = await afterWaits(() => settings.together.write(orders, settings, ports), ports);
	if (!answer.ok) return await afterTrouble(open, answer.problem, settings, ports);
	const states = settledBy(answer.value, open, settings);
	const lost = open.filter(({ line }) => !states.has(line.key));
	return { states: new Map([...states, ...allAs('unknown', lost, notNamed)]), stop: undefined };
}

/** Reads by the keys what a write without a clear answer has left behind. */
async function afterTrouble(
	open: readonly ToWrite[],
	problem: HttpProblem,
	settings: Settings,
	ports: Ports,
): Promise<Step> {
	const maybeSent = problem.retry === 'afterReadBack';
	if (problem.kind === 'cancelled' && !maybeSent) return ended('preview', open, undefined, problem);
	if (isSystemic(problem)) return ended('failed', open, said(problem), problem);
	const keys = open.map(({ line }) => line.key);
	const now = await settings.system.entries(keys, settings, ports);
	if (!now.ok)
		return ended('unknown', open, `${said(problem)}; then ${said(now.problem)}`, now.problem);
	const states = settledBy(now.value, open, settings);
	const left = open.filter(({ line }) => !states.has(line.key));
	const rest = (status: LineState['status'], stop?: HttpProblem): Step => ({
		states: new Map([...states, ...allAs(status, left, said(problem))]),
		stop,
	});
	if (!maybeSent) return rest('failed', problem.retry === 'afterWait' ? problem : undefined);
	if (!refusesDoubleKey(settings)) return rest('unknown');
	return { states, stop: undefined, problem };
}
