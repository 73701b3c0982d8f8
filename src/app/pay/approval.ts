import type { PayProblem } from '../../domain/pay/payProblem';
import type { DrawnUp } from './drawUpBatch';
import { refuseUnless } from './payChecks';
import type { ApprovedPayRequest } from './payRequest';

/** Rejects where no batch was approved at all, or where one person did what takes two. */
export const checkApproval = (request: ApprovedPayRequest): void =>
	refuseUnless([
		{
			path: 'approvedHash',
			holds: /^[0-9a-f]{64}$/.test(request.approvedHash),
			message:
				request.approvedHash === '' ? 'No batch was approved' : 'The approved hash is not one',
			remedy: 'Run Preview, let a person approve its batch, and give the "hash" of that batch',
		},
		...hands.map(([path, other, did]) => ({
			path,
			holds: !isSame(request[path], request[other]),
			message: `${request[path]?.trim()} ${did}`,
			remedy: 'Let another person do it: scoring, approving and releasing take three',
		})),
	]);

const hands = [
	['approvedBy', 'scoredBy', 'scored and may not approve'],
	['releasedBy', 'approvedBy', 'approved and may not release'],
	['releasedBy', 'scoredBy', 'scored and may not release'],
] as const;

const isSame = (one: string | undefined, other: string | undefined): boolean =>
	!!one?.trim() && one.trim().toLowerCase() === other?.trim().toLowerCase();

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
