import { z } from 'zod';
import type { Session } from '../../engine/session';
import { readRecords, type Domain } from './rpc';
import { reference, time } from './values';

const message = z.object({
	id: z.number(),
	res_id: z.number(),
	date: time,
	create_uid: reference,
	subtype_id: reference,
});
export type Message = z.infer<typeof message>;

interface Kind {
	readonly model: string;
	/** As messages name the records. */
	readonly noun: string;
}

/** What Odoo wrote down about some records, oldest first. Code: addons/mail/models/mail_message.py */
export const readMessages = async (
	session: Session,
	{ model, noun }: Kind,
	ids: readonly number[],
	more: Domain = [],
): Promise<readonly Message[]> =>
	await readRecords(session, {
		about: `messages of ${noun}`,
		model: 'mail.message',
		domain: [
			['model', '=', model],
			['res_id', 'in', ids],
			['message_type', 'in', ['notification', 'tracking']],
			...more,
		],
		fields: ['res_id', 'date', 'create_uid', 'subtype_id'],
		wire: message,
		pageSize: 1000,
	});
