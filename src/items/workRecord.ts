import type { EventType, Opinion } from '../domain/work/event';

type Text = string | null;

/** One row of the log of work, flat, as a table keeps it. */
export interface WorkEventRecord {
	readonly kind: 'workEvent';
	readonly eventId: string;
	readonly type: EventType;
	readonly instanceId: string;
	readonly process: Text;
	readonly processVersion: Text;
	readonly step: Text;
	readonly itemId: string;
	readonly activity: Text;
	readonly handler: Text;
	readonly by: string;
	readonly at: string;
	readonly enteredAt: Text;
	readonly finishedAt: Text;
	readonly dueAt: Text;
	readonly nextHandler: Text;
	readonly opinion: Opinion | null;
	readonly comment: Text;
	readonly returnTo: Text;
	readonly delayReason: Text;
	readonly excuseCode: Text;
	readonly excuseEvidence: Text;
	readonly errorId: Text;
	readonly quantity: number | null;
	readonly title: Text;
	/** JSON text. */
	readonly fields: Text;
	readonly month: string;
	readonly doneMonth: Text;
}

/** A request that was not recorded, with what it said. */
export interface RefusedRecord {
	readonly ok: false;
	readonly code: string;
	readonly message: string;
	readonly remedy: string;
	/** The request's place in the list, from 0. */
	readonly index: number;
	readonly request: unknown;
}

/** An event that does not count, or a row that cannot be read. */
export type IgnoredRecord = Partial<WorkEventRecord> & {
	readonly code: string;
	readonly message: string;
	readonly remedy: string;
};

interface LabelRecord {
	readonly en: string;
	readonly zh: string;
}

interface FieldRecord {
	readonly id: string;
	readonly label: LabelRecord;
	readonly type: string;
	readonly required: boolean;
	readonly choices: readonly string[];
}

export interface CandidateRecord {
	readonly employeeId: string;
	readonly name: Text;
}

/** What a form of a step needs to know. */
export interface StepFormRecord {
	readonly step: Text;
	readonly stepLabelEn: Text;
	readonly stepLabelZh: Text;
	/** Whether an opinion is asked. */
	readonly opinion: boolean;
	readonly returnsTo: Text;
	readonly fields: readonly FieldRecord[];
	readonly nextStep: Text;
	readonly nextLabelEn: Text;
	readonly nextLabelZh: Text;
	/** Who may get the step after. */
	readonly candidates: readonly CandidateRecord[];
}

export interface OpenWorkRecord extends StepFormRecord {
	readonly kind: 'openWork';
	readonly todo: 'step' | 'task' | 'error' | 'late';
	readonly itemId: string;
	readonly instanceId: string;
	readonly process: Text;
	readonly processLabelEn: Text;
	readonly processLabelZh: Text;
	readonly handler: Text;
	readonly handlerName: Text;
	readonly title: Text;
	readonly activity: Text;
	readonly enteredAt: Text;
	readonly dueAt: Text;
	readonly quantityLeft: number;
	readonly errorId: Text;
	readonly reportedBy: Text;
	readonly comment: Text;
	/** Of what was done late: when, and the reason that was given. */
	readonly completedAt: Text;
	readonly delayReason: Text;
}

/** A step of a process as a page names it. */
export interface StepRecord {
	readonly step: string;
	readonly labelEn: string;
	readonly labelZh: string;
	readonly fields: StepFormRecord['fields'];
}

/** A process as a form starts it. */
export interface ProcessRecord extends StepFormRecord {
	readonly kind: 'process';
	readonly process: string;
	readonly version: string;
	readonly prefix: string;
	readonly labelEn: string;
	readonly labelZh: string;
	/** Whether the person who was asked for may start it; null: nobody was asked for. */
	readonly mayStart: boolean | null;
	/** All steps in their order, for whoever shows what was done. */
	readonly steps: readonly StepRecord[];
}
