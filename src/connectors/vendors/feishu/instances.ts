import { z } from 'zod';
import type { Instant } from '../../../domain/kernel/time';
import type { List, Request } from '../../engine/page';
import { withQuery } from '../../engine/page';
import { outcomeOf } from '../../engine/problem';
import type { Session } from '../../engine/session';
import { explain, gone } from './refusal';

export const codesWire = z.object({
	data: z.object({
		instance_code_list: z.array(z.string()).nullish(),
		page_token: z.string().nullish(),
		has_more: z.boolean().nullish(),
	}),
});
type Body = z.infer<typeof codesWire>;

const task = z.object({
	id: z.string(),
	user_id: z.string().nullish(),
	open_id: z.string().nullish(),
	status: z.string(),
	node_id: z.string().nullish(),
	node_name: z.string().nullish(),
	type: z.string().nullish(),
	start_time: z.string().nullish(),
	end_time: z.string().nullish(),
});
const event = z.object({
	type: z.string(),
	create_time: z.string(),
	user_id: z.string().nullish(),
	open_id: z.string().nullish(),
	task_id: z.string().nullish(),
});
export const instanceWire = z.object({
	data: z.object({
		instance_code: z.string(),
		approval_name: z.string().nullish(),
		serial_number: z.string().nullish(),
		status: z.string(),
		form: z.string().nullish(),
		task_list: z.array(task).nullish(),
		timeline: z.array(event).nullish(),
	}),
});
export type Task = z.infer<typeof task>;
export type Event = z.infer<typeof event>;
export type Instance = z.infer<typeof instanceWire>['data'];

export const get = (
	session: Pick<Session, 'baseUrl'>,
	path: string,
	query: Request['query'] = {},
): Request => ({
	method: 'GET',
	url: `${session.baseUrl}/open-apis${path}`,
	query,
});

/** Docs: open.feishu.cn → Approval → Instances → Batch get instance IDs: by start, oldest first. */
export const codesList = (
	session: Session,
	approvalCode: string,
	{ from, to }: { readonly from: Instant; readonly to: Instant },
	pageSize = 100,
): List<Body, string> => ({
	about: `Feishu approvals of ${approvalCode}`,
	wire: codesWire,
	explain,
	first: get(session, '/approval/v4/instances', {
		approval_code: approvalCode,
		start_time: String(from),
		end_time: String(to),
		page_size: String(pageSize),
	}),
	rows: ({ data }) => data.instance_code_list ?? [],
	paging: {
		kind: 'cursor',
		next: ({ data }) => (data.has_more ? (data.page_token ?? undefined) : undefined),
		put: (request, token) => withQuery(request, { page_token: token }),
	},
});

/** Docs: open.feishu.cn → Approval → Instances → Get an instance; undefined: gone since it was listed. */
export async function readInstance(session: Session, code: string): Promise<Instance | undefined> {
	const read = await outcomeOf(
		session.ask({
			about: 'Feishu approval with its tasks and timeline',
			wire: instanceWire,
			explain,
			request: get(session, `/approval/v4/instances/${encodeURIComponent(code)}`, {
				user_id_type: 'user_id',
			}),
		}),
	);
	if (read.ok) return read.value.data;
	if (read.error.problem.found === gone.found) return undefined;
	throw read.error;
}
