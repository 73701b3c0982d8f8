/** What keeps pay from going out, or what a person should know before it does. */
export interface PayProblem {
	/** `pay.what` */
	readonly code: string;
	/** undefined: it concerns the whole batch. */
	readonly employeeId: string | undefined;
	readonly message: string;
	readonly remedy: string;
	/** The batch must not be paid while this stands. */
	readonly blocks: boolean;
}

/** What has to wait for somebody: of one person, or without one of the whole batch. `code` is its last part. */
export const stop = (
	code: string,
	message: string,
	remedy: string,
	employeeId?: string,
): PayProblem => ({ code: `pay.${code}`, employeeId, message, remedy, blocks: true });

/** What a person should know, and nothing waits for. */
export const notice = (...said: Parameters<typeof stop>): PayProblem => ({
	...stop(...said),
	blocks: false,
});
