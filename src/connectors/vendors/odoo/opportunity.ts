import { z } from 'zod';
import type { Session } from '../../engine/session';
import { readRecords, recordsList, type Domain } from './rpc';
import { fieldsIn, optionalTime, reference, time } from './values';

/** As messages name them, and where they are. */
export const opportunities = { model: 'crm.lead', noun: 'opportunities' } as const;

/** Lost ones are archived, which Odoo hides unless it is asked for them too. */
export const withLost = { active_test: false };

const row = z.object({
	id: z.number(),
	create_date: time,
	write_date: time,
	active: z.boolean(),
	probability: z.number(),
	stage_id: reference,
	user_id: reference,
	date_open: optionalTime,
	date_closed: optionalTime,
	date_conversion: optionalTime,
	kept: z.record(z.unknown()),
});
export type Opportunity = z.infer<typeof row>;

const own = Object.keys(row.omit({ id: true, kept: true }).shape);

/** The declared fields; those that are kept lie unread in `kept`. */
const wireOf = (kept: readonly string[]) =>
	z.preprocess((told) => {
		const fields = fieldsIn(told);
		return { ...fields, kept: Object.fromEntries(kept.map((name) => [name, fields[name]])) };
	}, row);

interface Asked {
	readonly domain: Domain;
	readonly kept: readonly string[];
	readonly expected?: number;
	readonly pageSize?: number;
}

/** Code: addons/crm/models/crm_lead.py */
export const opportunitiesList = (session: Session, { kept, ...asked }: Asked) =>
	recordsList(session, {
		about: opportunities.noun,
		model: opportunities.model,
		fields: [...own, ...kept],
		wire: wireOf(kept),
		context: withLost,
		...asked,
	});

const stage = z.object({ id: z.number(), is_won: z.boolean() });

/** Which stages there are, and whether what is in them is won. Code: addons/crm/models/crm_stage.py */
export async function readStages(session: Session): Promise<ReadonlyMap<number, boolean>> {
	const stages = await readRecords(session, {
		about: 'stages',
		model: 'crm.stage',
		domain: [],
		fields: ['is_won'],
		wire: stage,
		context: withLost,
	});
	return new Map(stages.map(({ id, is_won: isWon }) => [id, isWon]));
}
