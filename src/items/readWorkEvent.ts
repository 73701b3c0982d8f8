import { NO_INSTANT } from '../domain/kernel/instant';
import { parsePeriod } from '../domain/kernel/period';
import type { Instant } from '../domain/kernel/time';
import { eventTypes, type Fields, type Opinion, type WorkEvent } from '../domain/work/event';
import {
	fault,
	isAbsent,
	isRow,
	needText,
	readInstant,
	readText,
	unfolded,
	type Row,
} from './readValue';

/** A row of the log that cannot be read: what of it can, and why it cannot. */
export interface UnreadableRow {
	/** Its place in the log, from 1. */
	readonly position: number;
	readonly eventId: string | undefined;
	readonly instanceId: string | undefined;
	readonly activity: string | undefined;
	readonly problems: readonly string[];
}

/** A time of a row or of a request; undefined where it is absent. */
export function readTime(value: unknown, name: string, problems: string[]): Instant | undefined {
	const instant = readInstant(value, name, problems);
	return instant === NO_INSTANT ? undefined : instant;
}

export function readOpinion(value: unknown, problems: string[]): Opinion | undefined {
	if (isAbsent(value)) return undefined;
	if (value === 'qualified' || value === 'notQualified') return value;
	problems.push(fault('opinion', 'qualified or notQualified', value));
	return undefined;
}

/** Fields as an object or as JSON text. */
export function readFields(value: unknown, problems: string[]): Fields | undefined {
	const fields = unfolded(value);
	if (isAbsent(fields)) return undefined;
	if (!isRow(fields)) {
		problems.push(fault('fields', 'an object, or an object as JSON text', value));
		return undefined;
	}
	const given = Object.entries(fields).filter(([, one]) => !isAbsent(one));
	for (const [name, one] of given)
		if (typeof one === 'object') problems.push(fault(`fields.${name}`, 'a text or a number', one));
	return given.length === 0 ? undefined : (Object.fromEntries(given) as Fields);
}

/** A whole number above 0; undefined where it is absent. */
export function readQuantity(value: unknown, problems: string[]): number | undefined {
	if (isAbsent(value)) return undefined;
	const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
	if (typeof number === 'number' && Number.isSafeInteger(number) && number > 0) return number;
	problems.push(fault('quantity', 'a whole number above 0', value));
	return undefined;
}

function readMonth(value: unknown, name: string, problems: string[]): string | undefined {
	if (isAbsent(value)) return undefined;
	if (typeof value === 'string' && parsePeriod(value) !== undefined) return value;
	problems.push(fault(name, 'a month like 2026-10', value));
	return undefined;
}

function readTimes(row: Row, problems: string[]) {
	const time = (name: string) => readTime(row[name], name, problems);
	const at = time('at');
	if (isAbsent(row['at'])) problems.push(fault('at', 'a time', row['at']));
	return {
		at: at ?? 0,
		enteredAt: time('enteredAt'),
		finishedAt: time('finishedAt'),
		dueAt: time('dueAt'),
	};
}

function readTexts(row: Row, problems: string[]) {
	const text = (name: string) => readText(row[name], name, problems);
	return {
		process: text('process'),
		processVersion: text('processVersion'),
		step: text('step'),
		activity: text('activity'),
		handler: text('handler'),
		nextHandler: text('nextHandler'),
		comment: text('comment'),
		returnTo: text('returnTo'),
		delayReason: text('delayReason'),
		excuseCode: text('excuseCode'),
		excuseEvidence: text('excuseEvidence'),
		errorId: text('errorId'),
		title: text('title'),
	};
}

function readMonths(row: Row, problems: string[]) {
	const of = readMonth(row['month'], 'month', problems);
	if (isAbsent(row['month'])) problems.push(fault('month', 'a month like 2026-10', row['month']));
	return { month: of ?? '', doneMonth: readMonth(row['doneMonth'], 'doneMonth', problems) };
}

function readType(value: unknown, problems: string[]): WorkEvent['type'] {
	const type = eventTypes.find((one) => one === value);
	if (type === undefined) problems.push(fault('type', eventTypes.join(', '), value));
	return type ?? 'ignored';
}

/** One row of the log, or why it cannot be read. */
export function readWorkEvent(value: unknown, position: number): WorkEvent | UnreadableRow {
	const problems: string[] = [];
	const row: Row = isRow(value) ? value : {};
	if (!isRow(value)) problems.push(fault('row', 'a JSON object', value));
	const need = (name: string) => needText(row[name], name, problems) ?? '';
	const event: WorkEvent = {
		eventId: need('eventId'),
		type: readType(row['type'], problems),
		instanceId: need('instanceId'),
		itemId: need('itemId'),
		by: need('by'),
		...readTexts(row, problems),
		...readTimes(row, problems),
		...readMonths(row, problems),
		opinion: readOpinion(row['opinion'], problems),
		quantity: readQuantity(row['quantity'], problems),
		fields: readFields(row['fields'], problems),
	};
	if (problems.length === 0) return event;
	const { eventId, instanceId, activity } = event;
	return {
		position,
		eventId: eventId || undefined,
		instanceId: instanceId || undefined,
		activity,
		problems,
	};
}
