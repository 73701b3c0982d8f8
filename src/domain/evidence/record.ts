/** One work item's facts as they travel between nodes (JSON). Absent, null and '' mean the same: not known. */
export interface EvidenceRecord {
	readonly kind: 'evidence';
	readonly source: string;
	readonly system: string;
	readonly recordId: string;
	readonly recordUrl?: string | null;
	readonly activity: string;
	readonly employeeId?: string | null;
	/** The person's account in the system: id or e-mail. */
	readonly handler?: string | null;
	readonly status: 'done' | 'open' | 'cancelled';
	readonly assignedAt?: string | null;
	readonly dueAt?: string | null;
	readonly completedAt?: string | null;
	readonly firstResponseAt?: string | null;
	readonly resolved?: boolean | null;
	/** Confirmed errors that are the handler's. */
	readonly errors?: number | null;
	/** Errors not yet confirmed: shown, never counted. */
	readonly errorsOpen?: number | null;
	readonly pauses?: readonly PauseRecord[] | string | null;
	readonly excuseCode?: string | null;
	readonly excuseApprovedBy?: string | null;
	readonly excuseEvidence?: string | null;
	readonly delayReason?: string | null;
	readonly fields?: { readonly [name: string]: string | number | boolean | null } | string | null;
	readonly fetchedAt?: string | null;
}

interface PauseRecord {
	readonly from: string;
	readonly to?: string | null;
	readonly reason?: string | null;
}

/** Whether a source gave all that it should, for one activity and period. Only `complete` decides. */
export interface CoverageRecord {
	readonly kind: 'coverage';
	readonly source: string;
	readonly system: string;
	readonly activity: string;
	/** YYYY-MM */
	readonly period: string;
	readonly complete: boolean;
	readonly received: number;
	readonly expected: number | null;
	readonly pages: number;
	readonly asOf: string;
	/** Why it is not complete, with the remedy; null where it is. */
	readonly gap: string | null;
}
