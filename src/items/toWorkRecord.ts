import type { EvidenceRecord } from '../domain/evidence/record';
import { instantText } from '../domain/kernel/instant';
import type { Instant } from '../domain/kernel/time';
import type { WorkEvent } from '../domain/work/event';
import { quantityLeft, type PastHolding } from '../domain/work/item';
import type { Todo } from '../domain/work/openWork';
import type { Employee } from '../domain/work/people';
import type { Process, Step } from '../domain/work/process';
import type { WorkPiece } from '../domain/work/workEvidence';
import type {
	CandidateRecord,
	OpenWorkRecord,
	ProcessRecord,
	StepFormRecord,
	WorkEventRecord,
	StepRecord,
} from './workRecord';

const time = (instant: Instant | undefined): string | null =>
	instant === undefined ? null : instantText(instant);

const orNull = <T>(value: T | undefined): T | null => value ?? null;

/** A row as the table keeps it; its keys are the table's columns. */
export const toWorkEvent = (event: WorkEvent): WorkEventRecord => ({
	kind: 'workEvent',
	eventId: event.eventId,
	type: event.type,
	instanceId: event.instanceId,
	process: orNull(event.process),
	processVersion: orNull(event.processVersion),
	step: orNull(event.step),
	itemId: event.itemId,
	activity: orNull(event.activity),
	handler: orNull(event.handler),
	by: event.by,
	at: instantText(event.at),
	enteredAt: time(event.enteredAt),
	finishedAt: time(event.finishedAt),
	dueAt: time(event.dueAt),
	nextHandler: orNull(event.nextHandler),
	opinion: orNull(event.opinion),
	comment: orNull(event.comment),
	returnTo: orNull(event.returnTo),
	delayReason: orNull(event.delayReason),
	excuseCode: orNull(event.excuseCode),
	excuseEvidence: orNull(event.excuseEvidence),
	errorId: orNull(event.errorId),
	quantity: orNull(event.quantity),
	title: orNull(event.title),
	fields: event.fields === undefined ? null : JSON.stringify(event.fields),
	month: event.month,
	doneMonth: orNull(event.doneMonth),
});

/** The name of this log as a source of evidence, and as a system. */
export const workLog = 'workLog';

const excuseOf = ({ excuse }: WorkPiece) => ({
	excuseCode: orNull(excuse?.code),
	excuseApprovedBy: orNull(excuse?.approvedBy),
	excuseEvidence: orNull(excuse?.evidence),
});

/** What is another's now is not late for who had it: only its errors are theirs. */
const past = (itemId: string, { dueAt, until, handler, movedBy, movedTo }: PastHolding) => ({
	dueAt: time(dueAt ?? until),
	excuseCode: 'reassigned',
	excuseApprovedBy: movedBy === handler ? workLog : movedBy,
	excuseEvidence: `${itemId} went from ${handler ?? 'nobody'} to ${movedTo ?? 'nobody'}, recorded by ${movedBy}`,
	delayReason: null,
	fields: {},
});

/** When it was recorded, where only its own word says that it was done in time. */
function recordedLate({ dueAt = Infinity, completion }: WorkPiece): { recordedAt?: string } {
	if (completion === undefined || completion.at > dueAt) return {};
	return completion.recordedAt > dueAt ? { recordedAt: instantText(completion.recordedAt) } : {};
}

/** One piece of work as evidence. */
export function toEvidence(piece: WorkPiece, fetchedAt: string): EvidenceRecord {
	const { item, held } = piece;
	return {
		kind: 'evidence',
		source: workLog,
		system: workLog,
		recordId: piece.recordId,
		recordUrl: null,
		activity: item.activity ?? '',
		employeeId: orNull(held.handler),
		handler: null,
		status: piece.status,
		assignedAt: time(held.enteredAt),
		dueAt: time(piece.dueAt),
		completedAt: time(piece.completion?.at),
		firstResponseAt: null,
		resolved: null,
		errors: piece.errors,
		errorsOpen: piece.errorsOpen,
		pauses: held.pauses.map(({ from, to, reason }) => ({
			from: instantText(from),
			to: instantText(to),
			reason,
		})),
		...excuseOf(piece),
		delayReason: orNull(held.delayReason),
		fields: {
			...item.fields,
			...(item.opinion === undefined ? {} : { opinion: item.opinion }),
			...recordedLate(piece),
		},
		...(piece.past === undefined ? {} : past(item.itemId, piece.past)),
		fetchedAt,
	};
}

const candidate = ({ id, name }: Employee): CandidateRecord => ({
	employeeId: id,
	name: orNull(name),
});

const ofStep = (step: Step | undefined) => ({
	step: orNull(step?.id),
	stepLabelEn: orNull(step?.label.en),
	stepLabelZh: orNull(step?.label.zh),
	opinion: step?.opinion ?? false,
	returnsTo: orNull(step?.returnsTo),
	fields: (step?.fields ?? []).map((field) => ({ ...field })),
});

const ofNext = (next: Step | undefined) => ({
	nextStep: orNull(next?.id),
	nextLabelEn: orNull(next?.label.en),
	nextLabelZh: orNull(next?.label.zh),
});

/** What a form has to ask for a step. */
const toStepForm = (
	step: Step | undefined,
	next: Step | undefined,
	candidates: readonly Employee[],
): StepFormRecord => ({
	...ofStep(step),
	...ofNext(next),
	candidates: candidates.map(candidate),
});

const todoKind = ({ item, error, late }: Todo): OpenWorkRecord['todo'] => {
	if (error !== undefined) return 'error';
	if (late !== undefined) return 'late';
	return item.process === undefined ? 'task' : 'step';
};

export function toOpenWork(todo: Todo, handlerName: string | undefined): OpenWorkRecord {
	const { item, error, late, process, step, next, candidates } = todo;
	return {
		kind: 'openWork',
		todo: todoKind(todo),
		itemId: item.itemId,
		instanceId: item.instanceId,
		process: orNull(item.process),
		processLabelEn: orNull(process?.label.en),
		processLabelZh: orNull(process?.label.zh),
		...toStepForm(step, next, candidates),
		step: orNull(item.step),
		handler: orNull(todo.who),
		handlerName: orNull(handlerName),
		title: orNull(item.title),
		activity: orNull(item.activity),
		enteredAt: time(item.enteredAt),
		dueAt: time(item.dueAt),
		quantityLeft: quantityLeft(item),
		errorId: orNull(error?.errorId),
		reportedBy: orNull(error?.reportedBy),
		comment: error?.comment ?? orNull(item.comment),
		completedAt: time(late?.at),
		delayReason: late === undefined ? null : orNull(item.delayReason),
	};
}

const toStepRecord = ({ id, label, fields }: Step): StepRecord => ({
	step: id,
	labelEn: label.en,
	labelZh: label.zh,
	fields: fields.map((field) => ({ ...field })),
});

export const toProcessRecord = (
	process: Process,
	mayStart: boolean | null,
	candidates: readonly Employee[],
): ProcessRecord => ({
	kind: 'process',
	process: process.id,
	version: process.version,
	prefix: process.prefix,
	labelEn: process.label.en,
	labelZh: process.label.zh,
	mayStart,
	...toStepForm(process.steps[0], process.steps[1], candidates),
	steps: process.steps.map(toStepRecord),
});
