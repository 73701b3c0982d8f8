import type { Session } from '../../engine/session';
import type { Probe } from '../../engine/stream';
import { bases, people } from './payBases';
import { readInputs } from './payEntries';
import { readSlips } from './payslips';
import { readCodes, readVariant } from './payVariant';
import { withPayRight } from './refusal';
import type { Domain } from './rpc';

/** Whoever may not read it is refused also where there is nothing. */
const nothing: Domain = [['id', '=', 0]];

const probe = (reads: string, run: (session: Session) => Promise<unknown>): Probe => ({
	reads,
	run: async (session) => await withPayRight(run(session)),
});

/** What paying reads; whether it may write shows only in writing. */
export const payProbes: readonly Probe[] = [
	probe('employees', async (session) => await people(session, ['0'])),
	probe('wages', async (session) => await bases(session, ['0'], '2000-01-01')),
	probe('payslips', async (session) => await readSlips(session, nothing)),
	probe('payslip inputs', async (session) => await readInputs(session, nothing)),
	probe('what inputs there may be', async (session) => {
		const { typed } = await readVariant(session);
		return await readCodes(session, typed, ['']);
	}),
];
