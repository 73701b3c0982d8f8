import type { Session } from '../../engine/session';
import type { Probe } from '../../engine/stream';
import { documentsList } from './documents';
import { claimDocType, readMeta, zoneCall } from './site';

async function oneRow(session: Session, docType: string): Promise<void> {
	const list = documentsList(session.baseUrl, {
		docType,
		fields: ['creation'],
		filters: [],
		pageSize: 1,
		endsWhenShort: true,
	});
	await session.ask({ ...list, request: list.first });
}

const reading = (reads: string, docType: string): Probe => ({
	reads,
	run: async (session) => await oneRow(session, docType),
});

/** What evidence needs. */
export const evidenceProbes: readonly Probe[] = [
	{ reads: 'the time zone', run: async (session) => await session.ask(zoneCall(session)) },
	{ reads: 'the form of Expense Claim', run: async (session) => await readMeta(session) },
	reading('employees', 'Employee'),
	reading('expense claims', claimDocType),
	reading('versions', 'Version'),
	reading('comments', 'Comment'),
	reading('workflows', 'Workflow'),
];

/** What paying reads; whether it may write shows only in writing. */
export const payProbes: readonly Probe[] = [
	reading('employees', 'Employee'),
	reading('bases', 'Salary Structure Assignment'),
	reading('salary components', 'Salary Component'),
	reading('additional salaries', 'Additional Salary'),
	reading('salary slips', 'Salary Slip'),
];
