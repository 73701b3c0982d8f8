import {
	assignTask,
	cancel,
	completeTask,
	confirmError,
	excuse,
	openWork,
	reassign,
	recordStep,
	workEvidence,
	type RecordInput,
	type RecordResult,
	type RefusedRecord,
	type WorkEventRecord,
} from '../../src/index';

/** A small office: L1 leads A1 and A2 (administration), O1 and O2 (operations), F1 and F2 (finance), G1 (legal). */
export const people = [
	{ employeeId: 'L1', name: 'Lin', role: 'leader', leaderId: 'L2' },
	{ employeeId: 'L2', name: 'Li', role: 'leader' },
	...['A1', 'A2'].map((id) => ({
		employeeId: id,
		name: id,
		role: 'administration',
		leaderId: 'L1',
	})),
	...['O1', 'O2'].map((id) => ({ employeeId: id, name: id, role: 'operations', leaderId: 'L1' })),
	...['F1', 'F2'].map((id) => ({ employeeId: id, name: id, role: 'finance', leaderId: 'L1' })),
	{ employeeId: 'G1', name: 'G1', role: 'legal', leaderId: 'L1' },
];

const uses = {
	recordStep,
	assign: assignTask,
	complete: completeTask,
	confirmError,
	excuse,
	reassign,
	cancel,
};
export type Use = keyof typeof uses;
export type Request = { readonly [field: string]: unknown };

/** The table of the log, with people who record on it. */
export class Office {
	readonly rows: WorkEventRecord[] = [];

	/** What a request would record at a moment, without recording it. */
	ask(use: Use, now: string, request: Request, more: Partial<RecordInput> = {}): RecordResult {
		return uses[use]({ requests: [request], log: this.rows, employees: people, now, ...more });
	}

	/** Records; a refusal is an error of the test. */
	do(use: Use, now: string, request: Request, more: Partial<RecordInput> = {}): WorkEventRecord[] {
		const { events, refused } = this.ask(use, now, request, more);
		if (refused.length > 0) throw new Error(refused.map(({ message }) => message).join());
		const rows = events.map(({ row }) => row);
		this.rows.push(...rows);
		return rows;
	}

	refusal(use: Use, now: string, request: Request, more: Partial<RecordInput> = {}): RefusedRecord {
		const { events, refused } = this.ask(use, now, request, more);
		const [first] = refused;
		if (first === undefined || events.length > 0) throw new Error('it was not refused');
		return first;
	}

	open() {
		return openWork({ log: this.rows, employees: people });
	}

	/** A procurement up to where it is bought, by A1. */
	upToBuying(
		number: string,
		asked: string,
		agreed: string,
		more: Partial<RecordInput> = {},
	): string {
		const request = {
			by: 'O1',
			process: 'procurement',
			number,
			title: 'Ten chairs',
			fields: { what: 'chairs', quantity: 10 },
		};
		this.do('recordStep', asked, request, more);
		const instanceId = `PR-${asked.slice(0, 7)}-${number.padStart(4, '0')}`;
		const agree = {
			by: 'L1',
			instanceId,
			opinion: 'qualified',
			nextHandler: 'A1',
		};
		this.do('recordStep', agreed, agree, more);
		return instanceId;
	}
}

/** What one filter of the table gives. */
export const ofMonth = (rows: readonly WorkEventRecord[], month: string) =>
	rows.filter((row) => row.month === month || row.doneMonth === month);

/** An hour of a day of October. */
export const at = (day: number, hour = 10) =>
	`2026-10-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00+08:00`;

/** Buying is due on the third working day: entered on Monday 12 to Friday 16, done on the day given. */
export function bought(office: Office, number: number, done: number, delayReason?: string): string {
	const day = 12 + (number % 5);
	const instanceId = office.upToBuying(`${number}`, at(day, 9), at(day));
	const fields = { supplier: 'Office Ltd' };
	office.do('recordStep', at(done, 16), {
		by: 'A1',
		instanceId,
		nextHandler: 'A2',
		delayReason,
		fields,
	});
	return `${instanceId}/buy`;
}

export const asOf = '2026-11-02T09:00:00+08:00';

/** What a month of rows gives of an activity, seen in November. */
export const monthOf = (
	rows: readonly WorkEventRecord[],
	activity: string,
	period = '2026-10',
): ReturnType<typeof workEvidence> =>
	workEvidence({ period, log: rows, now: asOf, activities: [activity] });

/** The evidence of October. */
export const evidenceOf = ({ rows }: Office, activity: string) => monthOf(rows, activity).evidence;

/** L1 gives O1 a task of three pieces, and who it goes to when O1 is ill. */
export const T = 'T-2026-10-0009';
export const task = {
	...{ by: 'L1', handler: 'O1', activity: 'filing', quantity: 3 },
	...{ dueAt: at(20, 18), number: '9' },
};
export const toO2 = { by: 'L1', nextHandler: 'O2', comment: 'O1 is ill' };

/** O1 has reviewed a contract, which is with legal to be confirmed. */
export const CR = 'CR-2026-10-0001';
export function reviewed(): Office {
	const office = new Office();
	office.do('recordStep', at(12, 9), {
		by: 'A1',
		process: 'contractReview',
		number: '1',
		nextHandler: 'O1',
		fields: { contract: 'Lease', customer: 'Sun' },
	});
	const passed = { by: 'O1', instanceId: CR, opinion: 'qualified', nextHandler: 'G1' };
	office.do('recordStep', at(12, 11), passed);
	return office;
}
