import { outcomeOf } from '../../engine/problem';
import type { Session } from '../../engine/session';
import type { Probe } from '../../engine/stream';
import { employeesList } from './payPeople';
import { explainFor } from './payRefusal';
import { rowsList } from './payRows';
import { sourcesList } from './paySources';

/** Only who may read rows is told that there is no source of this code. */
const noSource = explainFor([])(200, { code: 2500004 })?.found;

async function someRow(session: Session): Promise<void> {
	const place = { source: 'none', amountField: 'none', keyField: 'none', currency: 'CNY' };
	const list = rowsList(session, place, { periods: ['2026-01'], size: '1' });
	const read = await outcomeOf(session.ask({ ...list, request: list.first }));
	if (!read.ok && read.error.problem.found !== noSource) throw read.error;
}

/** What paying reads; whether it may write shows only in writing. */
export const payProbes: readonly Probe[] = [
	{
		reads: 'external data sources',
		run: async (session) => {
			const list = sourcesList(session, '1');
			return await session.ask({ ...list, request: list.first });
		},
	},
	{ reads: 'rows of external data', run: someRow },
	{
		reads: 'employees',
		run: async (session) => {
			const list = employeesList(session, [], 1);
			return await session.ask({ ...list, request: list.first });
		},
	},
];
