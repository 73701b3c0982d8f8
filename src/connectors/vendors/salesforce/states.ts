import { z } from 'zod';
import type { Stages } from '../../engine/formerStages';
import { lacking } from '../../engine/problem';
import type { Session } from '../../engine/session';
import { readRows } from './soql';

const row = z.object({
	ApiName: z.string().nullish(),
	MasterLabel: z.string(),
	IsClosed: z.boolean(),
});

/** The objects that tell of each stage or status whether it is closed. */
export type StateObject = 'OpportunityStage' | 'CaseStatus' | 'TaskStatus';

export interface States extends Stages {
	/** The one name of a state that may be told by its API name or by its label. */
	readonly nameOf: (told: string) => string;
	/** Whether a setting names this state; refuses one that names none. */
	readonly among: (wanted: readonly string[], label: string) => (told: string) => boolean;
}

export const statesRows = async (session: Session, from: StateObject) =>
	await readRows(session, {
		about: `Salesforce ${from}`,
		row,
		select: ['ApiName', 'MasterLabel', 'IsClosed'],
		from,
	});

export async function readStates(session: Session, from: StateObject): Promise<States> {
	const rows = await statesRows(session, from);
	const byLabel = new Map(rows.map((one) => [one.MasterLabel, one.ApiName ?? one.MasterLabel]));
	const closed = new Map(rows.map((one) => [one.ApiName ?? one.MasterLabel, one.IsClosed]));
	const nameOf = (told: string): string => (closed.has(told) ? told : (byLabel.get(told) ?? told));
	return {
		nameOf,
		isClosed: (told) => closed.get(nameOf(told)) === true,
		isKnown: (told) => closed.has(nameOf(told)),
		among: (wanted, label) => {
			const missing = wanted.find((one) => !closed.has(nameOf(one)));
			if (missing !== undefined)
				throw lacking(
					`Salesforce ${from}`,
					`there is no status ${missing.slice(0, 60)}`,
					`Choose in ${label} among ${[...closed.keys()].join(', ')}`,
				);
			const names = new Set(wanted.map(nameOf));
			return (told) => names.has(nameOf(told));
		},
	};
}
