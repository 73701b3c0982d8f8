import { z } from 'zod';
import { defineStream, type Item, type Job, type Opened } from '../../engine/stream';
import { parameters } from './invoiceParameters';
import {
	changedAt,
	changedSince,
	keptFields,
	recordLink,
	recordsList,
	stamps,
	withKept,
} from './records';
import { countRecords, readContext } from './rpc';
import { datetime, instantOf } from './values';

export const model = 'account.invoice';
const user = z.object({ id: z.number(), email: z.string().nullish() }).nullish();
const shape = {
	...stamps,
	state: z.string(),
	'create_uid.': user,
	'move.': z.object({ create_date: datetime, 'create_uid.': user }).nullish(),
};
export const fields = [
	...['state', 'create_date', 'write_date', 'create_uid.email'],
	...['move.create_date', 'move.create_uid.email'],
];
type Row = z.infer<z.ZodObject<typeof shape>>;

const done: ReadonlySet<string> = new Set(['validated', 'posted', 'paid']);

function statusOf({ state }: Row): Item['status'] {
	if (state === 'cancelled') return 'cancelled';
	return done.has(state) ? 'done' : 'open';
}

const accountOf = (one: z.infer<typeof user>, as: string | undefined): string | null =>
	one ? (as === 'email' && one.email) || String(one.id) : null;

async function openInvoices({
	session,
	settings,
	since,
}: Job): Promise<Opened<readonly Row[], Row>> {
	const context = await readContext(session);
	const kept = settings.fields('fields');
	const domain = [['type', '=', 'in'], changedSince(since)];
	const expected = await countRecords(session, model, domain, context);
	const wanted = [...fields, ...kept.map(({ from }) => from)];
	const wire = withKept(shape, kept);
	const byEntry = settings.text('handlerFrom') === 'entered';
	const as = settings.text('handlerAs');

	const item = (row: Row) => {
		const { id, 'create_uid.': entered, 'move.': move, create_date } = row;
		const recordId = String(id);
		if (done.has(row.state) && !move)
			return {
				recordId,
				unclear: 'it is validated, but has no accounting move that tells when and by whom',
				remedy: 'Give the user read access to account.move; or look at the invoice in Tryton',
			};
		return {
			recordId,
			recordUrl: recordLink(session, model, id),
			handler: accountOf(byEntry ? entered : move?.['create_uid.'], as),
			status: statusOf(row),
			assignedAt: settings.text('assignedFrom') === 'entered' ? instantOf(create_date) : undefined,
			completedAt: move ? instantOf(move.create_date) : undefined,
			fields: keptFields(row, kept),
		};
	};

	return {
		list: () => recordsList(session, { model, domain, fields: wanted, context, wire, expected }),
		id: ({ id }) => String(id),
		updated: changedAt,
		batch: 1000,
		items: async (rows) => await Promise.resolve(rows.map(item)),
	};
}

export const invoices = defineStream({
	id: 'invoices',
	label: 'Supplier Invoices',
	description: 'Supplier invoices, reimbursements among them, by who validated them',
	area: 'finance',
	activity: 'reimbursement',
	parameters,
	notice:
		'Done is the moment at which a supplier invoice was validated last, when Tryton makes its accounting move. Tryton does not keep when an invoice came to its handler, how often it was returned, due dates of the work, pauses or reasons for a delay: errors are unknown, and without a time of assignment only the number done can be scored.',
	open: openInvoices,
});
