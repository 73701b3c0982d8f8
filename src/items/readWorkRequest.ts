import type { Instant } from '../domain/kernel/time';
import { refuse, type Refusal } from '../domain/work/refusal';
import type {
	AssignRequest,
	CancelRequest,
	CompleteRequest,
	ErrorRequest,
	ExcuseRequest,
	ReassignRequest,
	StepRequest,
} from '../domain/work/request';
import { fault, isRow, needText, readText, type Row } from './readValue';
import { readFields, readOpinion, readQuantity, readTime } from './readWorkEvent';

/** What no request can say of itself. */
export interface Recorder {
	readonly id: string;
	readonly now: Instant;
	/** What a new number ends with, where the request names none. */
	readonly number: string;
}

/** Reads the fields of a request, and gathers what is wrong with them. */
class Fields {
	readonly problems: string[] = [];

	constructor(private readonly row: Row) {}

	text(name: string): string | undefined {
		const text = readText(this.row[name], name, this.problems)?.trim();
		return text === '' ? undefined : text;
	}

	need(name: string): string {
		return needText(this.row[name], name, this.problems)?.trim() ?? '';
	}

	time = (name: string) => readTime(this.row[name], name, this.problems);
	opinion = () => readOpinion(this.row['opinion'], this.problems);
	quantity = () => readQuantity(this.row['quantity'], this.problems);
	fields = () => readFields(this.row['fields'], this.problems);

	decision(): ErrorRequest['decision'] {
		const said = this.row['decision'];
		if (said === 'report' || said === 'confirm' || said === 'reject') return said;
		this.problems.push(fault('decision', 'report, confirm or reject', said));
		return 'report';
	}

	/** A part of an id: '17' → '0017'. */
	number(otherwise: string): string {
		const number = this.text('number') ?? otherwise;
		if (!/^[A-Za-z0-9.-]{1,40}$/.test(number))
			this.problems.push(fault('number', 'letters, digits, dots and dashes', number));
		return /^[0-9]+$/.test(number) ? number.padStart(4, '0') : number;
	}
}

type Reader<T> = (request: unknown, recorder: Recorder) => T | Refusal;

/** A reader of one kind of request: all that is wrong with its fields in one refusal. */
const reader =
	<T>(read: (fields: Fields, recorder: Recorder) => T): Reader<T> =>
	(request, recorder) => {
		if (!isRow(request))
			return refuse(
				'value',
				'The request is no JSON object',
				'Give its fields, one item a request.',
			);
		const fields = new Fields(request);
		const value = read(fields, recorder);
		if (fields.problems.length === 0) return value;
		return refuse('value', `The request: ${fields.problems.join('; ')}`, 'Correct these fields.');
	};

const common = (fields: Fields, { id, now }: Recorder) => ({ id, now, by: fields.need('by') });

export const readStepRequest: Reader<StepRequest> = reader((fields, recorder) => ({
	...common(fields, recorder),
	process: fields.text('process'),
	instanceId: fields.text('instanceId'),
	step: fields.text('step'),
	number: fields.number(recorder.number),
	title: fields.text('title'),
	opinion: fields.opinion(),
	comment: fields.text('comment'),
	returnTo: fields.text('returnTo'),
	delayReason: fields.text('delayReason'),
	nextHandler: fields.text('nextHandler'),
	enteredAt: fields.time('enteredAt'),
	finishedAt: fields.time('finishedAt'),
	fields: fields.fields(),
}));

export const readAssignRequest: Reader<AssignRequest> = reader((fields, recorder) => ({
	...common(fields, recorder),
	handler: fields.text('handler'),
	activity: fields.text('activity'),
	title: fields.text('title'),
	quantity: fields.quantity(),
	dueAt: fields.time('dueAt'),
	demand: fields.text('demand'),
	number: fields.number(recorder.number),
	fields: fields.fields(),
}));

export const readCompleteRequest: Reader<CompleteRequest> = reader((fields, recorder) => ({
	...common(fields, recorder),
	instanceId: fields.text('instanceId'),
	quantity: fields.quantity(),
	finishedAt: fields.time('finishedAt'),
	delayReason: fields.text('delayReason'),
	comment: fields.text('comment'),
	fields: fields.fields(),
}));

export const readErrorRequest: Reader<ErrorRequest> = reader((fields, recorder) => ({
	...common(fields, recorder),
	itemId: fields.text('itemId'),
	decision: fields.decision(),
	errorId: fields.text('errorId'),
	comment: fields.text('comment'),
}));

export const readExcuseRequest: Reader<ExcuseRequest> = reader((fields, recorder) => ({
	...common(fields, recorder),
	itemId: fields.text('itemId'),
	excuseCode: fields.text('excuseCode'),
	excuseEvidence: fields.text('excuseEvidence'),
}));

export const readReassignRequest: Reader<ReassignRequest> = reader((fields, recorder) => ({
	...common(fields, recorder),
	itemId: fields.text('itemId'),
	nextHandler: fields.text('nextHandler'),
	comment: fields.text('comment'),
}));

export const readCancelRequest: Reader<CancelRequest> = reader((fields, recorder) => ({
	...common(fields, recorder),
	instanceId: fields.text('instanceId'),
	comment: fields.text('comment'),
}));
