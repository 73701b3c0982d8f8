/** Why a recording is refused, or an event of the log does not count: names the record and says what to do. */
export interface Refusal {
	/** `work.what` */
	readonly code: string;
	readonly message: string;
	readonly remedy: string;
}

export const refuse = (what: string, message: string, remedy: string): Refusal => ({
	code: `work.${what}`,
	message,
	remedy,
});

/** Whether something is a refusal and not what was asked for. */
export const isRefusal = (value: object): value is Refusal => 'code' in value && 'remedy' in value;
