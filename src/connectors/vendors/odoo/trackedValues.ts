import { z } from 'zod';
import type { Session } from '../../engine/session';
import { withRight } from './refusal';
import { english, readFields, readRecords } from './rpc';
import { fieldsIn, label, reference, text } from './values';

/** A tracked change; its field by the name in English, as in 'Status (Expense)'. */
const tracked = z.object({
	id: z.number(),
	mail_message_id: reference,
	old_value_char: text,
	new_value_char: text,
	old_value_integer: z.number().nullish(),
	new_value_integer: z.number().nullish(),
	field: label,
});
export type Tracked = z.infer<typeof tracked>;
const model = 'mail.tracking.value';

export const giveTrackedRight =
	'Let an administrator give a group of the user read access to mail.tracking.value (in Odoo with the developer mode: Settings → Technical → Access Rights)';

/** In which field of a change its own field stands: another up to Odoo 16. */
async function nameField(session: Session): Promise<string> {
	const known = await readFields(session, model, ['field_id', 'field']);
	return known.has('field_id') ? 'field_id' : 'field';
}

/** Reads the tracked changes that some messages hold; `right` says what helps who may not. */
export async function openTrackedValues(session: Session, right: string) {
	const name = await nameField(session);
	const values = ['old_value_char', 'new_value_char', 'old_value_integer', 'new_value_integer'];
	return async (messages: readonly number[]): Promise<readonly Tracked[]> => {
		const reading = readRecords(session, {
			about: 'tracked changes',
			model,
			domain: [['mail_message_id', 'in', messages]],
			fields: ['mail_message_id', ...values, name],
			wire: z.preprocess((told) => ({ ...fieldsIn(told), field: fieldsIn(told)[name] }), tracked),
			context: english,
			pageSize: 1000,
		});
		return await withRight(reading, right);
	};
}
