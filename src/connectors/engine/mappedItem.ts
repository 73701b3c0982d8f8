import type { Instant, TimeZone } from '../../domain/kernel/time';
import { dueMoment, momentOf } from './moment';
import type { Settings } from './parameters';
import { lacking } from './problem';
import type { Item, Job, Unclear } from './stream';
import { at, textAt } from './place';

const times = {
	assignedAt: 'assignedField',
	completedAt: 'completedField',
	dueAt: 'dueField',
	firstResponseAt: 'firstResponseField',
} as const;
type Time = keyof typeof times;

/** Notes that a field holds something that is not what the panel says it is: told, never guessed. */
type Unfit = (unclear: string, remedy: string) => undefined;

/** What a panel says of rows: which field is what, and which zone naive times are in. */
export interface Said {
	readonly settings: Settings;
	readonly zone: TimeZone | undefined;
}

interface Mapping extends Said {
	readonly unfit: Unfit;
}

function timeAt(row: unknown, name: Time, { settings, zone, unfit }: Mapping): Instant | undefined {
	const field = settings.text(times[name]);
	const told = textAt(row, field);
	const moment = (name === 'dueAt' ? dueMoment : momentOf)(told, zone);
	if (told === undefined || moment !== undefined) return moment;
	return unfit(
		`${field ?? ''} is no time with an offset`,
		'Set Time Zone of Times, or correct the field',
	);
}

function countAt(row: unknown, { settings, unfit }: Mapping): number | undefined {
	const field = settings.text('errorsField');
	const told = textAt(row, field);
	if (told === undefined) return undefined;
	if (/^\d+$/.test(told)) return Number(told);
	return unfit(`${field ?? ''} is not a whole number`, 'Correct Errors Field');
}

const truths: ReadonlyMap<string, boolean> = new Map([
	['true', true],
	['1', true],
	['false', false],
	['0', false],
]);

function truthAt(row: unknown, { settings, unfit }: Mapping): boolean | undefined {
	const field = settings.text('resolvedField');
	const told = field === undefined ? undefined : at(row, field);
	if (told === undefined || told === null || told === '') return undefined;
	const truth = truths.get(String(told).toLowerCase());
	if (truth !== undefined) return truth;
	return unfit(`${field ?? ''} is neither true nor false`, 'Correct Resolved Field');
}

const has = (values: readonly string[], value: string): boolean =>
	values.some((one) => one.toLowerCase() === value.toLowerCase());

function statusOf(
	row: unknown,
	isCompleted: boolean,
	{ settings, unfit }: Mapping,
): Item['status'] {
	const field = settings.text('statusField');
	if (field === undefined) return isCompleted ? 'done' : 'open';
	const status = textAt(row, field);
	if (status === undefined) return unfit('it has no status', 'Correct Status Field') ?? 'open';
	if (has(settings.words('cancelledValues'), status)) return 'cancelled';
	return has(settings.words('doneValues'), status) ? 'done' : 'open';
}

type Plain = string | number | boolean | null;
const isPlain = (value: unknown): value is Plain =>
	value === null || ['string', 'number', 'boolean'].includes(typeof value);

function mapped(row: unknown, recordId: string, mapping: Mapping): Item {
	const { settings } = mapping;
	const completedAt = timeAt(row, 'completedAt', mapping);
	const status = statusOf(row, completedAt !== undefined, mapping);
	if (status === 'done' && completedAt === undefined)
		mapping.unfit('it is done, but has no completion time', 'Set or correct Completed Field');
	const kept = settings.fields('fields').map(({ from, as }) => [as, at(row, from)] as const);
	const text = (name: string): string | null => textAt(row, settings.text(name)) ?? null;
	return {
		recordId,
		recordUrl: text('urlField'),
		handler: text('handlerField'),
		status,
		assignedAt: timeAt(row, 'assignedAt', mapping),
		completedAt,
		dueAt: timeAt(row, 'dueAt', mapping),
		firstResponseAt: timeAt(row, 'firstResponseAt', mapping),
		resolved: truthAt(row, mapping) ?? null,
		errors: countAt(row, mapping) ?? null,
		delayReason: text('delayReasonField'),
		fields: Object.fromEntries(
			kept.flatMap(([field, value]) => (isPlain(value) ? [[field, value]] : [])),
		),
	};
}

/** A row as the panel maps it; nothing but the mapped fields is kept. `shownAs` is what a problem calls it. */
export function mappedItem(
	row: unknown,
	recordId: string,
	{ settings, zone }: Said,
	shownAs = recordId,
): Item | Unclear {
	const unfits: Unclear[] = [];
	const unfit: Unfit = (unclear, remedy) =>
		void unfits.push({ recordId: shownAs, unclear, remedy });
	const item = mapped(row, recordId, { settings, zone, unfit });
	return unfits[0] ?? item;
}

/** Refuses a status field of which no value means done: every record would be open. */
export function demandDoneValues(about: string, settings: Settings): void {
	if (settings.text('statusField') === undefined || settings.words('doneValues').length > 0) return;
	const remedy = 'Enter in Done Values which states mean done, or clear Status Field';
	throw lacking(about, 'Status Field is set, but no state means done', remedy);
}

/** The zone of times without an offset; undefined: such times are refused. */
export function naiveZone(about: string, { settings, zoneOf: find }: Job): TimeZone | undefined {
	const id = settings.text('naiveZone');
	const zone = id === undefined ? undefined : find(id);
	if (id === undefined || zone) return zone;
	const remedy = 'Use an IANA name, for example Asia/Shanghai';
	throw lacking(about, `Time Zone of Times '${id}' is not a time zone`, remedy);
}
