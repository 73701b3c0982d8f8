import { z } from 'zod';
import type { Session } from '../../engine/session';
import type { Probe, System } from '../../engine/stream';
import { fields as invoiceFields, invoices, model as invoice } from './invoices';
import { lookups } from './lookups';
import { model as opportunity, opportunities } from './opportunities';
import { readHistories } from './opportunityHistory';
import { recordsList } from './records';
import { withRight } from './refusal';
import { readContext } from './rpc';
import { model as timesheet, timesheets } from './timesheets';

const row = z.object({ id: z.number() });

/** One record of a model with the fields that its stream reads. */
async function oneOf(session: Session, model: string, fields: readonly string[]) {
	const context = await readContext(session);
	const list = recordsList(session, { model, domain: [], fields, context, wire: row, pageSize: 1 });
	const rows = await withRight(session.ask({ ...list, request: list.first }), model);
	return { context, ids: rows.map(({ id }) => id) };
}

const employeeFields = ['employee', 'employee.party.email'];

const probes: readonly Probe[] = [
	{ reads: "the user's company", run: readContext },
	{
		reads: 'opportunities with their earlier versions',
		run: async (session) => {
			const { ids, context } = await oneOf(session, opportunity, ['state', ...employeeFields]);
			await withRight(readHistories(session, ids, context), opportunity);
		},
	},
	{
		reads: 'supplier invoices with their accounting moves',
		run: async (session) => await oneOf(session, invoice, invoiceFields),
	},
	{
		reads: 'timesheet lines',
		run: async (session) => await oneOf(session, timesheet, ['date', ...employeeFields]),
	},
];

/** Docs: docs.tryton.org → Server; code: trytond 6.0 and its modules sale_opportunity, account_invoice, timesheet */
export const tryton: System = {
	id: 'tryton',
	label: 'Tryton',
	credential: 'performanceTrytonApi',
	streams: [opportunities, invoices, timesheets],
	probes,
	lookups,
};
