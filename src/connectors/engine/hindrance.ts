import type { Hindrance } from './payrollSystem';

/** What must not be written as things stand: of one person, or without one of the whole batch. `code` is its last part. */
export const block = (
	code: string,
	message: string,
	remedy: string,
	remoteEmployeeId?: string,
): Hindrance => ({ code: `payroll.${code}`, remoteEmployeeId, message, remedy, blocks: true });

/** Findings that are all of one person. */
export const ofPerson = (
	remoteEmployeeId: string,
	findings: readonly Hindrance[],
): readonly Hindrance[] => findings.map((finding) => ({ ...finding, remoteEmployeeId }));

/** As many digits as a float keeps exactly: an amount with more would be another one. */
const exactDigits = 15;

/** Of a payroll that keeps amounts as floats. */
export const tooManyDigits = (
	payroll: string,
	amount: string,
	remedy = 'Pay it in a larger unit',
): readonly Hindrance[] =>
	amount.replace(/\D/g, '').length <= exactDigits
		? []
		: [
				block(
					'amountTooLong',
					`${payroll} keeps ${exactDigits} digits exactly, ${amount} has more`,
					remedy,
				),
			];
