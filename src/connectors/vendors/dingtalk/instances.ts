import { z } from 'zod';
import type { Instant } from '../../../domain/kernel/time';
import type { List } from '../../engine/page';
import { outcomeOf } from '../../engine/problem';
import type { Session } from '../../engine/session';
import { explain, gone } from './refusal';

const idsWire = z.object({
	result: z.object({
		list: z.array(z.string()).nullish(),
		nextToken: z.union([z.string(), z.number()]).nullish(),
	}),
});
export type Body = z.infer<typeof idsWire>;

const time = z.union([z.string(), z.number()]).nullish();
const task = z.object({
	taskId: z.union([z.number(), z.string()]),
	userId: z.string().nullish(),
	status: z.string(),
	result: z.string().nullish(),
	createTime: time,
	finishTime: time,
	activityId: z.string().nullish(),
	pcUrl: z.string().nullish(),
});
const record = z.object({
	type: z.string(),
	result: z.string().nullish(),
	date: time,
	userId: z.string().nullish(),
});
const value = z.object({
	id: z.string().nullish(),
	name: z.string().nullish(),
	value: z.union([z.string(), z.number(), z.boolean()]).nullish().catch(null),
});
const instanceWire = z.object({
	result: z.object({
		status: z.string(),
		title: z.string().nullish(),
		businessId: z.string().nullish(),
		createTime: time,
		tasks: z.array(task).nullish(),
		operationRecords: z.array(record).nullish(),
		formComponentValues: z.array(value).nullish(),
	}),
});
export type Task = z.infer<typeof task>;
export type Instance = z.infer<typeof instanceWire>['result'];

/** An instance and the process that it is of. */
export interface Row {
	readonly id: string;
	readonly processCode: string;
}

/** Docs: open.dingtalk.com → Workflow → instanceIds/query; at most 20 ids a page. */
export function idsList(
	session: Session,
	processCode: string,
	{ from, to }: { readonly from: Instant; readonly to: Instant },
): List<Body, Row> {
	const at = (nextToken: number) => ({
		processCode,
		startTime: from,
		endTime: to,
		nextToken,
		maxResults: 20,
	});
	return {
		about: `DingTalk approvals of ${processCode}`,
		wire: idsWire,
		explain,
		first: {
			method: 'POST',
			url: `${session.baseUrl}/v1.0/workflow/processes/instanceIds/query`,
			body: at(0),
		},
		rows: ({ result }) => (result.list ?? []).map((id) => ({ id, processCode })),
		paging: {
			kind: 'cursor',
			next: ({ result }) => (result.nextToken ? String(result.nextToken) : undefined),
			put: (request, token) => ({ ...request, body: at(Number(token)) }),
		},
	};
}

/** Docs: open.dingtalk.com → Workflow → processInstances; undefined: gone since it was listed. */
export async function readInstance(session: Session, id: string): Promise<Instance | undefined> {
	const read = await outcomeOf(
		session.ask({
			about: 'DingTalk approval with its tasks and records',
			wire: instanceWire,
			explain,
			request: {
				method: 'GET',
				url: `${session.baseUrl}/v1.0/workflow/processInstances`,
				query: { processInstanceId: id },
			},
		}),
	);
	if (read.ok) return read.value.result;
	if (read.error.problem.found === gone.found) return undefined;
	throw read.error;
}

const HALF_HOUR = 1_800_000;

/** Whether DingTalk, whose list takes instants, finds it as started within half an hour of this one. */
export async function isStartedAt(session: Session, row: Row, at: Instant): Promise<boolean> {
	const window = { from: at - HALF_HOUR, to: at + HALF_HOUR };
	const rows = await session.all(idsList(session, row.processCode, window));
	return rows.some(({ id }) => id === row.id);
}
