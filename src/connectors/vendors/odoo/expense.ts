import { z } from 'zod';
import type { Instant } from '../../../domain/kernel/time';
import type { Session } from '../../engine/session';
import type { Flow, Stand } from './flow';
import { recordsList, type Domain } from './rpc';
import { fieldsIn, reference, time } from './values';

const row = z.object({
	id: z.number(),
	state: z.string(),
	create_date: time,
	write_date: time,
	employee_id: reference,
	split_expense_origin_id: reference,
	manager: reference,
	kept: z.record(z.unknown()),
});
export type Row = z.infer<typeof row>;

/** The declared fields; those that are kept lie unread in `kept`. */
const wireOf = ({ manager }: Flow, kept: readonly string[]) =>
	z.preprocess((told) => {
		const fields = fieldsIn(told);
		const own = Object.fromEntries(kept.map((name) => [name, fields[name]]));
		return { ...fields, manager: fields[manager], kept: own };
	}, row);

interface Asked {
	readonly domain: Domain;
	readonly kept: readonly string[];
	readonly expected?: number;
	readonly pageSize?: number;
}

export const expensesList = (
	session: Session,
	flow: Flow,
	{ domain, kept, expected, pageSize }: Asked,
) =>
	recordsList(session, {
		about: flow.noun,
		model: flow.model,
		domain,
		fields: [
			...['state', 'create_date', 'write_date', 'employee_id', flow.manager],
			...(flow.splits ? ['split_expense_origin_id'] : []),
			...kept,
		],
		wire: wireOf(flow, kept),
		...(expected === undefined ? {} : { expected }),
		...(pageSize === undefined ? {} : { pageSize }),
	});

/** An expense, or a report of several, as far as its review goes. */
export interface Expense {
	readonly id: number;
	readonly stand: Stand;
	readonly created: Instant;
	readonly changed: Instant;
	/** The number of the user who is to approve it. */
	readonly manager: number | undefined;
	/** The number of the employee whose expense it is. */
	readonly employee: number | undefined;
	/** A part of an expense that was split: it begins in the state that the whole was in. */
	readonly isPart: boolean;
}

export const expenseOf = (told: Row, stand: Stand): Expense => ({
	id: told.id,
	stand,
	created: told.create_date,
	changed: told.write_date,
	manager: told.manager,
	employee: told.employee_id,
	isPart: told.split_expense_origin_id !== undefined,
});
