/** The key of a line within a text for people, where payroll has no field of its own for it. */
export const keyMark = (key: string): string => `[key ${key}]`;

/** The key that a text carries. */
export const keyIn = (text: string | undefined): string | undefined =>
	/\[key ([0-9a-f]{64})\]/.exec(text ?? '')?.[1];
