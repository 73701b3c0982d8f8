import { z } from 'zod';
import type { Session } from '../../engine/session';
import type { Probe, System } from '../../engine/stream';
import { demandAll, readAccess } from './access';
import { cases } from './cases';
import { caseKind, opportunityKind, taskKind, type Kind } from './kinds';
import { lookups } from './lookups';
import { notesList } from './notes';
import { attributes } from './open';
import { opportunities } from './opportunities';
import { recordsList } from './records';
import { tasks } from './tasks';
import { usersList } from './users';

const row = z.object({ id: z.string() });

/** One record with what its stream reads, and one note of it. */
async function someRecord(session: Session, kind: Kind): Promise<void> {
	demandAll(await readAccess(session), kind.entity, ['read', 'stream']);
	const asked = { entity: kind.entity, conditions: [], select: attributes(kind), row, maxSize: 1 };
	const list = recordsList(session, asked);
	const [one] = (await session.ask({ ...list, request: list.first })).list;
	if (!one) return;
	const notes = notesList(session, kind.entity, one.id, 1);
	await session.ask({ ...notes, request: notes.first });
}

const probeOf = (kind: Kind): Probe => ({
	reads: `${kind.noun} and their streams`,
	run: async (session) => await someRecord(session, kind),
});

const probes: readonly Probe[] = [
	...[opportunityKind, taskKind, caseKind].map(probeOf),
	{
		reads: 'e-mails in the streams of cases',
		run: async (session) => demandAll(await readAccess(session), 'Email', ['read']),
	},
	{
		reads: 'users',
		run: async (session) => {
			const list = usersList(session, 1);
			await session.ask({ ...list, request: list.first });
		},
	},
];

/** Docs: docs.espocrm.com → Development → API; code: espocrm 10.0 application/Espo */
export const espocrm: System = {
	id: 'espocrm',
	label: 'EspoCRM',
	credential: 'performanceEspocrmApi',
	streams: [opportunities, tasks, cases],
	probes,
	lookups,
};
