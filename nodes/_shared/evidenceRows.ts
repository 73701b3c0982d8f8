import type { IDataObject } from 'n8n-workflow';
import type { EvidenceRecord } from '../../src/index';

/** A record as one flat row with every field, as a Data Table wants it: lists and objects as JSON text. */
export function toEvidenceRow(record: EvidenceRecord, period: string): IDataObject {
	return {
		kind: record.kind,
		period,
		source: record.source,
		system: record.system,
		recordId: record.recordId,
		recordUrl: record.recordUrl ?? null,
		activity: record.activity,
		employeeId: record.employeeId ?? null,
		handler: record.handler ?? null,
		status: record.status,
		...timesOf(record),
		resolved: record.resolved ?? null,
		errors: record.errors ?? null,
		errorsOpen: record.errorsOpen ?? null,
		pauses: asText(record.pauses ?? []),
		...excuseOf(record),
		fields: asText(record.fields ?? {}),
		fetchedAt: record.fetchedAt ?? null,
	};
}

const timesOf = (record: EvidenceRecord): IDataObject => ({
	assignedAt: record.assignedAt ?? null,
	dueAt: record.dueAt ?? null,
	completedAt: record.completedAt ?? null,
	firstResponseAt: record.firstResponseAt ?? null,
});

const excuseOf = (record: EvidenceRecord): IDataObject => ({
	excuseCode: record.excuseCode ?? null,
	excuseApprovedBy: record.excuseApprovedBy ?? null,
	excuseEvidence: record.excuseEvidence ?? null,
	delayReason: record.delayReason ?? null,
});

const asText = (value: unknown): string =>
	typeof value === 'string' ? value : JSON.stringify(value);
