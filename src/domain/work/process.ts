import type { Calendar } from '../kernel/calendar';
import type { Label } from '../kernel/label';
import type { Limit } from '../metrics/metric';

/** Who may do a step: a closed set. */
export type Doer =
	| { readonly kind: 'role'; readonly role: string }
	| { readonly kind: 'anyone' }
	| { readonly kind: 'starter' }
	/** The leader of who started the instance. */
	| { readonly kind: 'leader' }
	| { readonly kind: 'employees'; readonly ids: readonly string[] };

export interface StepField {
	readonly id: string;
	readonly label: Label;
	readonly type: 'text' | 'number' | 'date' | 'choice';
	readonly required: boolean;
	readonly choices: readonly string[];
}

export interface Step {
	readonly id: string;
	readonly label: Label;
	readonly by: Doer;
	/** As evidence names it; undefined: the step is not scored. */
	readonly activity: string | undefined;
	readonly limit: Limit | undefined;
	/** Who does it has to say whether it is qualified. */
	readonly opinion: boolean;
	/** The earlier step to which it may give back what is not qualified. */
	readonly returnsTo: string | undefined;
	readonly fields: readonly StepField[];
}

/** A standard process: its steps follow each other. */
export interface Process {
	readonly id: string;
	readonly version: string;
	/** What the ids of its instances begin with. */
	readonly prefix: string;
	readonly label: Label;
	readonly timeZone: string;
	readonly calendar: Calendar | undefined;
	readonly steps: readonly Step[];
}
