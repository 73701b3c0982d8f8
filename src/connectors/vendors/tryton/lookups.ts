import { z } from 'zod';
import type { Lookup, System } from '../../engine/stream';
import { model as invoice } from './invoices';
import { model as opportunity } from './opportunities';
import { call, readContext } from './rpc';
import { model as timesheet } from './timesheets';

const fieldsWire = z.record(z.object({ string: z.string().nullish(), type: z.string() }));

/** Kinds of field that hold one value: the rest are records or lists of them. */
const plainKinds = new Set([
	...['char', 'text', 'integer', 'float', 'numeric', 'boolean', 'selection', 'date', 'datetime'],
	...['timestamp', 'timedelta'],
]);

const fieldsOf =
	(model: string): Lookup =>
	async (session) => {
		const context = await readContext(session);
		const fields = await session.ask(
			call(session, `fields of ${model}`, fieldsWire, [`model.${model}.fields_get`, [], context]),
		);
		return Object.entries(fields)
			.filter(([, { type }]) => plainKinds.has(type))
			.map(([name, { string: label, type }]) => ({
				value: name,
				label: label || name,
				description: type,
			}));
	};

export const lookups: NonNullable<System['lookups']> = {
	opportunityFields: fieldsOf(opportunity),
	invoiceFields: fieldsOf(invoice),
	timesheetFields: fieldsOf(timesheet),
};
