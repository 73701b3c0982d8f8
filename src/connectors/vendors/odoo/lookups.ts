import { z } from 'zod';
import type { Session } from '../../engine/session';
import type { Lookup, System } from '../../engine/stream';
import { readFlow } from './flow';
import { opportunities } from './opportunity';
import { readFields, readRecords } from './rpc';
import { isPlain } from './values';

const named = z.object({ id: z.number(), display_name: z.string() });

const recordsOf =
	(about: string, model: string): Lookup =>
	async (session) => {
		const found = await readRecords(session, {
			...{ about, model, domain: [], fields: ['display_name'], wire: named },
		});
		return found.map(({ id, display_name: label }) => ({ value: String(id), label }));
	};

const fieldsOf = async (session: Session, model: string) =>
	[...(await readFields(session, model))]
		.filter(([, field]) => isPlain(field))
		.map(([value, { string: label, type: description }]) => ({ value, label, description }));

export const lookups: NonNullable<System['lookups']> = {
	departments: recordsOf('departments', 'hr.department'),
	companies: recordsOf('companies', 'res.company'),
	teams: recordsOf('sales teams', 'crm.team'),
	stages: recordsOf('stages', 'crm.stage'),
	expenseFields: async (session) => await fieldsOf(session, (await readFlow(session)).model),
	opportunityFields: async (session) => await fieldsOf(session, opportunities.model),
};
