import type { Instant } from '../../../domain/kernel/time';
import { momentOf } from '../../engine/moment';
import type { Item, Unclear } from '../../engine/stream';
import type { Detail, Form, Node } from './forms';

/** Of a step and of an approver in it: developer.work.weixin.qq.com 91983. */
const waiting = 1;
const agreed = 2;
const rejected = 3;
const returned = 11;
const agreedAndAdded = 13;
const done: ReadonlySet<number> = new Set([agreed, rejected, returned, agreedAndAdded]);
/** Handed on, or more approvers asked for. */
const endedOtherwise: ReadonlySet<number> = new Set([4, 12]);
const deleted = 7;

const details = (node: Node): readonly Detail[] => node.details ?? [];
const isPlain = (node: Node): boolean =>
	details(node).every(({ sp_status: it }) => it === waiting || it === agreed || it === rejected);

/** When a step began: its predecessor's end, told only while nothing but plain agreement came before. */
function beganAt(form: Form, index: number): Instant | undefined {
	const nodes = form.sp_record ?? [];
	const before = nodes.slice(0, index);
	const node = nodes[index];
	if (!node || ![...before, node].every(isPlain)) return undefined;
	const last = before[before.length - 1];
	if (!last) return momentOf(form.apply_time);
	if (before.some(({ sp_status: it }) => it !== agreed)) return undefined;
	const ends = details(last).flatMap(({ sptime }) => momentOf(sptime) ?? []);
	return ends.length === 0 ? undefined : Math.max(...ends);
}

function statusOf(detail: Detail, node: Node, form: Form): Item['status'] | undefined {
	if (form.sp_status === deleted) return 'cancelled';
	if (done.has(detail.sp_status)) return 'done';
	if (endedOtherwise.has(detail.sp_status)) return 'cancelled';
	if (detail.sp_status !== waiting) return undefined;
	return node.sp_status === waiting && form.sp_status === waiting ? 'open' : 'cancelled';
}

/** How often somebody else rejected it at a later step; undefined: it was returned, and not told whereto. */
function errorsOf(detail: Detail, index: number, form: Form): number | undefined {
	const later = (form.sp_record ?? []).slice(index + 1).flatMap(details);
	const others = later.filter(({ approver }) => approver?.userid !== detail.approver?.userid);
	if (others.some((one) => one.sp_status === returned)) return undefined;
	return others.filter((one) => one.sp_status === rejected).length;
}

const unclear = (recordId: string, { sp_status: status }: Detail): Unclear => ({
	recordId,
	unclear: `the step has the status ${status}, but what that means, or since when, is not told`,
	remedy: 'Look at this approval in WeCom, or leave its template out of Template IDs',
});

function itemOf(detail: Detail, recordId: string, index: number, form: Form): Item | Unclear {
	const node = form.sp_record?.[index] ?? { sp_status: 0 };
	const status = statusOf(detail, node, form);
	if (status === undefined) return unclear(recordId, detail);
	const handler = detail.approver?.userid || null;
	const begun = { recordId, handler, assignedAt: beganAt(form, index) };
	if (status !== 'done') return { ...begun, status };
	const completedAt = momentOf(detail.sptime);
	if (completedAt === undefined) return unclear(recordId, detail);
	return { ...begun, status, completedAt, errors: errorsOf(detail, index, form) ?? null };
}

/** The steps that have begun: WeCom lists those to come as waiting too. */
function begun(form: Form): readonly Node[] {
	const nodes = form.sp_record ?? [];
	const at = nodes.findIndex(({ sp_status: it }) => it !== agreed && it !== agreedAndAdded);
	return at < 0 ? nodes : nodes.slice(0, at + 1);
}

/** One item an approver of a step that has begun. Steps have no ids: their place and the approver make one. */
export const itemsOf = (form: Form): readonly (Item | Unclear)[] =>
	begun(form).flatMap((node, index) => {
		const times = new Map<string, number>();
		return details(node).map((detail) => {
			const who = detail.approver?.userid ?? '';
			const time = (times.get(who) ?? 0) + 1;
			times.set(who, time);
			const id = [form.sp_no, index + 1, who, ...(time > 1 ? [time] : [])].join('/');
			return itemOf(detail, id, index, form);
		});
	});
