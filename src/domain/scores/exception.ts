import { byCodeUnit } from '../kernel/canonicalJson';

type ExceptionCode =
	| 'badEmployee'
	| 'badEvidence'
	| 'calendarNotCovered'
	| 'conflictingEvidence'
	| 'coverageIncomplete'
	| 'coverageMissing'
	| 'duplicateEmployee'
	| 'noRole'
	| 'nothingApplies'
	| 'ratingInvalid'
	| 'ratingMissing'
	| 'tooFewDays'
	| 'unknownHandler';

/** What is not as it should be, of whom, and what to do; it names what it concerns, else undefined. */
export interface Exception {
	readonly code: ExceptionCode;
	/** Whether the person gets no scorecard for it. */
	readonly blocks: boolean;
	readonly employeeId: string | undefined;
	readonly source?: string | undefined;
	readonly system?: string | undefined;
	readonly activity?: string | undefined;
	readonly recordId?: string | undefined;
	readonly account?: string | undefined;
	readonly criterion?: string | undefined;
	readonly raterId?: string | undefined;
	readonly count?: number | undefined;
	readonly message: string;
	readonly remedy: string;
}

/** The order that exceptions are reported in, the same whatever the order of input. */
export function compareExceptions(a: Exception, b: Exception): number {
	const keys = (one: Exception): (string | undefined)[] => [
		one.employeeId,
		one.code,
		one.source,
		one.activity,
		one.recordId,
		one.system,
		one.account,
		one.criterion,
		one.raterId,
		one.message,
	];
	const [left, right] = [keys(a), keys(b)];
	for (let i = 0; i < left.length; i += 1) {
		const order = absentFirst(left[i], right[i]);
		if (order !== 0) return order;
	}
	return 0;
}

function absentFirst(a: string | undefined, b: string | undefined): number {
	if (a === undefined || b === undefined)
		return (a === undefined ? 0 : 1) - (b === undefined ? 0 : 1);
	return byCodeUnit(a, b);
}
