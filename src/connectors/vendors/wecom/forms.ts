import { z } from 'zod';
import type { Instant } from '../../../domain/kernel/time';
import type { List } from '../../engine/page';
import { outcomeOf } from '../../engine/problem';
import type { Session } from '../../engine/session';
import { explain, gone } from './refusal';

const numbersWire = z.object({
	sp_no_list: z.array(z.string()).nullish(),
	new_next_cursor: z.string().nullish(),
});
export type Body = z.infer<typeof numbersWire>;

const detail = z.object({
	approver: z.object({ userid: z.string().nullish() }).nullish(),
	sp_status: z.number(),
	sptime: z.number().nullish(),
});
const node = z.object({ sp_status: z.number(), details: z.array(detail).nullish() });
const content = z.object({
	id: z.string(),
	value: z
		.object({
			text: z.string().nullish(),
			new_number: z.string().nullish(),
			new_money: z.string().nullish(),
		})
		.nullish()
		.catch(null),
});
const formWire = z.object({
	info: z.object({
		sp_no: z.string(),
		sp_name: z.string().nullish(),
		sp_status: z.number(),
		template_id: z.string().nullish(),
		apply_time: z.number().nullish(),
		sp_record: z.array(node).nullish(),
		apply_data: z.object({ contents: z.array(content).nullish() }).nullish(),
	}),
});
export type Detail = z.infer<typeof detail>;
export type Node = z.infer<typeof node>;
export type Form = z.infer<typeof formWire>['info'];

const seconds = (instant: Instant): string => String(Math.floor(instant / 1000));

/**
 * Docs: developer.work.weixin.qq.com → Approval → Batch get approval numbers (91816): by submission, at most
 * 31 days and 100 numbers a page; a page may hold fewer, or none, though more follow: those of applicants whom an
 * own app may not see are left out of it.
 */
export function numbersList(
	session: Session,
	template: string | undefined,
	{ from, to }: { readonly from: Instant; readonly to: Instant },
): List<Body, string> {
	const at = (cursor: string) => ({
		starttime: seconds(from),
		endtime: seconds(to),
		new_cursor: cursor,
		size: 100,
		filters: template === undefined ? [] : [{ key: 'template_id', value: template }],
	});
	return {
		about: template === undefined ? 'WeCom approvals' : `WeCom approvals of ${template}`,
		wire: numbersWire,
		explain,
		first: {
			method: 'POST',
			url: `${session.baseUrl}/cgi-bin/oa/getapprovalinfo`,
			body: at(''),
		},
		rows: (body) => body.sp_no_list ?? [],
		paging: {
			kind: 'cursor',
			next: (body) => body.new_next_cursor || undefined,
			put: (request, cursor) => ({ ...request, body: at(cursor) }),
		},
	};
}

/** Docs: developer.work.weixin.qq.com → Approval → Get approval detail (91983); undefined: gone meanwhile. */
export async function readForm(session: Session, number: string): Promise<Form | undefined> {
	const read = await outcomeOf(
		session.ask({
			about: 'WeCom approval with its steps',
			wire: formWire,
			explain,
			request: {
				method: 'POST',
				url: `${session.baseUrl}/cgi-bin/oa/getapprovaldetail`,
				body: { sp_no: number },
			},
		}),
	);
	if (read.ok) return read.value.info;
	if (read.error.problem.found === gone.found) return undefined;
	throw read.error;
}
