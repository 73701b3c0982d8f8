import type { PayProblem } from '../domain/pay/payProblem';
import type { DrawnUp } from './drawUpBatch';
import { refuseUnless, type ApprovedPayRequest } from './payRequest';

/** Rejects where no batch was approved at all. */
export const checkApproval = ({ approvedHash }: ApprovedPayRequest): void =>
	refuseUnless([
		{
			path: 'approvedHash',
			holds: /^[0-9a-f]{64}$/.test(approvedHash),
			message: approvedHash === '' ? 'No batch was approved' : 'The approved hash is not one',
			remedy: 'Run Preview, let a person approve its batch, and give the "hash" of that batch',
		},
	]);

/** Whether this is still the batch that was approved. */
export const approvalProblems = (
	{ hash }: DrawnUp,
	{ approvedHash }: ApprovedPayRequest,
): readonly PayProblem[] =>
	hash === approvedHash
		? []
		: [
				{
					code: 'pay.hashDiffers',
					employeeId: undefined,
					message: `The batch is not the one that was approved: approved ${approvedHash.slice(0, 12)}…, now ${hash.slice(0, 12)}…`,
					remedy:
						'Scores, bases or settings changed since. Preview again, and approve what it shows',
					blocks: true,
				},
			];
