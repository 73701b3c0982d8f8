import {
	CANCELLED,
	DONE,
	NOT_RESOLVED,
	OPEN,
	RESOLVED,
	UNTOLD,
	type Reading,
} from '../domain/evidence/facts';
import { NO_INSTANT } from '../domain/kernel/instant';
import { readRare } from './readRare';
import {
	fault,
	isAbsent,
	isRow,
	needText,
	readCount,
	readInstant,
	readText,
	type Row,
} from './readValue';

const NOBODY = 'employeeId: expected the employee, or the handler in the system, found neither';

function readIdentity(row: Row, into: Reading): void {
	const { problems } = into;
	into.source = needText(row['source'], 'source', problems);
	into.system = needText(row['system'], 'system', problems);
	into.recordId = needText(row['recordId'], 'recordId', problems);
	into.activity = needText(row['activity'], 'activity', problems);
	readPerson(row, into);
}

/** The handler is looked at only where no employee is named, not even wrongly. */
function readPerson(row: Row, into: Reading): void {
	const { problems } = into;
	into.employeeId = readText(row['employeeId'], 'employeeId', problems);
	into.handler = undefined;
	if (into.employeeId !== undefined || !isAbsent(row['employeeId'])) return;
	into.handler = readText(row['handler'], 'handler', problems);
	if (isAbsent(row['handler'])) problems.push(NOBODY);
}

const statuses = new Map<unknown, number>([
	['done', DONE],
	['open', OPEN],
	['cancelled', CANCELLED],
]);

function readStatus(row: Row, { item, problems }: Reading): void {
	const status = statuses.get(row['status']);
	if (status === undefined)
		problems.push(fault('status', 'done, open or cancelled', row['status']));
	item.status = status ?? OPEN;
}

/** Records that were read together share this time, which is parsed once for them. */
function readFetched(value: unknown, into: Reading): void {
	if (value === into.fetchedText) return;
	const fetched = readInstant(value, 'fetchedAt', into.problems);
	into.item.fetched = fetched;
	into.fetchedText = fetched === NO_INSTANT ? NaN : value;
}

function readTimes(row: Row, into: Reading): void {
	const { item, problems } = into;
	item.assigned = readInstant(row['assignedAt'], 'assignedAt', problems);
	item.due = readInstant(row['dueAt'], 'dueAt', problems);
	item.completed = readInstant(row['completedAt'], 'completedAt', problems);
	item.responded = readInstant(row['firstResponseAt'], 'firstResponseAt', problems);
	readFetched(row['fetchedAt'], into);
	if (item.status === DONE && isAbsent(row['completedAt']))
		problems.push('completedAt: expected a time, since the status is done, found none');
	if (item.completed !== NO_INSTANT && item.completed < item.assigned)
		problems.push(
			fault(
				'completedAt',
				`a time not before assignedAt (${String(row['assignedAt'])})`,
				row['completedAt'],
			),
		);
}

function readResolved(value: unknown, { item, problems }: Reading): void {
	item.resolved = UNTOLD;
	if (value === true) item.resolved = RESOLVED;
	else if (value === false) item.resolved = NOT_RESOLVED;
	else if (!isAbsent(value)) problems.push(fault('resolved', 'true or false', value));
}

function clear(into: Reading): void {
	into.problems.length = 0;
	into.rareText = '';
	into.source = into.system = into.recordId = into.activity = undefined;
	into.employeeId = into.handler = undefined;
}

/** Reads one evidence record into a reading that is used again and again; what is wrong is in its problems. */
export function readEvidence(record: unknown, into: Reading): void {
	const { item, problems } = into;
	if (problems.length > 0 || !isRow(record)) clear(into);
	if (!isRow(record)) {
		problems.push(fault('record', 'a JSON object', record));
		return;
	}
	if (!isAbsent(record['kind']) && record['kind'] !== 'evidence')
		problems.push(fault('kind', 'evidence, coverage or claim', record['kind']));
	readIdentity(record, into);
	readStatus(record, into);
	readTimes(record, into);
	readResolved(record['resolved'], into);
	item.errors = readCount(record['errors'], 'errors', problems);
	item.errorsOpen = readCount(record['errorsOpen'], 'errorsOpen', problems);
	into.rareText = readRare(record, problems);
}
