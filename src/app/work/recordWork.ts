import type { WorkLog } from '../../domain/work/log';
import type { Office, Recorded } from '../../domain/work/recording';
import { recordStep as stepRows } from '../../domain/work/recordStep';
import { isRefusal, refuse, type Refusal } from '../../domain/work/refusal';
import { assignTask as taskRows, completeTask as completionRows } from '../../domain/work/tasks';
import {
	cancel as cancelRows,
	confirmError as errorRows,
	excuse as excuseRows,
	reassign as reassignRows,
} from '../../domain/work/itemActs';
import type { UnreadableRow } from '../../items/readWorkEvent';
import {
	readAssignRequest,
	readCancelRequest,
	readCompleteRequest,
	readErrorRequest,
	readExcuseRequest,
	readReassignRequest,
	readStepRequest,
	type Recorder,
} from '../../items/readWorkRequest';
import { toWorkEvent } from '../../items/toWorkRecord';
import type { RefusedRecord, WorkEventRecord } from '../../items/workRecord';
import { instantOf, logOf, newId, officeOf, type WorkInput } from './workOffice';

/** Requests to record, checked against the definitions, the people and the log. */
export interface RecordInput extends WorkInput {
	readonly requests: Iterable<unknown>;
}

/** A row to append, and which request it records. */
interface RecordedRow {
	readonly index: number;
	readonly row: WorkEventRecord;
}

export interface RecordResult {
	/** The rows to append, in bulk. */
	readonly events: readonly RecordedRow[];
	readonly refused: readonly RefusedRecord[];
}

interface Kind<Request> {
	readonly read: (request: unknown, recorder: Recorder) => Request | Refusal;
	readonly rows: (request: Request, office: Office, log: WorkLog) => Recorded;
	/** The instance that a request is about; undefined: a new one. */
	readonly instanceOf: (request: Request) => string | undefined;
}

/** With a row missing, nobody knows what an instance is like: nothing is recorded on top of it. */
function unread(
	rows: readonly UnreadableRow[],
	instanceId: string | undefined,
): Refusal | undefined {
	if (instanceId === undefined) return undefined;
	const row = rows.find((one) => one.instanceId === undefined || one.instanceId === instanceId);
	if (row === undefined) return undefined;
	return refuse(
		'unreadable',
		`${instanceId}: row ${row.position} of the log cannot be read: ${row.problems.join('; ')}`,
		'Correct that row of the table.',
	);
}

function record<Request extends object>(kind: Kind<Request>, input: RecordInput): RecordResult {
	const now = instantOf(input.now);
	const office = officeOf(input);
	const { log, unreadable } = logOf(input.log);
	const events: RecordedRow[] = [];
	const refused: RefusedRecord[] = [];
	let index = 0;
	for (const given of input.requests) {
		const id = newId();
		const request = kind.read(given, { id, now, number: id.slice(0, 10) });
		const rows = isRefusal(request)
			? request
			: (unread(unreadable, kind.instanceOf(request)) ?? kind.rows(request, office, log));
		if (isRefusal(rows)) {
			const { code, message, remedy } = rows;
			refused.push({ ok: false, code, message, remedy, index, request: given });
		} else {
			log.add(rows);
			for (const row of rows) events.push({ index, row: toWorkEvent(row) });
		}
		index += 1;
	}
	return { events, refused };
}

const instanceIdOf = ({ instanceId }: { readonly instanceId: string | undefined }) => instanceId;
const ofItem = ({ itemId }: { readonly itemId: string | undefined }) => itemId?.split('/')[0];

/** Finishes a step, gives it back, or starts an instance with its first step. */
export const recordStep = (input: RecordInput): RecordResult =>
	record({ read: readStepRequest, rows: stepRows, instanceOf: instanceIdOf }, input);

/** Gives people tasks. */
export const assignTask = (input: RecordInput): RecordResult =>
	record({ read: readAssignRequest, rows: taskRows, instanceOf: () => undefined }, input);

/** Tells that pieces of tasks are done. */
export const completeTask = (input: RecordInput): RecordResult =>
	record({ read: readCompleteRequest, rows: completionRows, instanceOf: instanceIdOf }, input);

/** Reports an error, or confirms or rejects one as a second person. */
export const confirmError = (input: RecordInput): RecordResult =>
	record({ read: readErrorRequest, rows: errorRows, instanceOf: ofItem }, input);

/** Approves the excuse of a delay. */
export const excuse = (input: RecordInput): RecordResult =>
	record({ read: readExcuseRequest, rows: excuseRows, instanceOf: ofItem }, input);

/** Gives an open step or task to another. */
export const reassign = (input: RecordInput): RecordResult =>
	record({ read: readReassignRequest, rows: reassignRows, instanceOf: ofItem }, input);

/** Ends an instance or a task that is not to be finished. */
export const cancel = (input: RecordInput): RecordResult =>
	record({ read: readCancelRequest, rows: cancelRows, instanceOf: instanceIdOf }, input);
