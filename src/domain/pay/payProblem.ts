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
