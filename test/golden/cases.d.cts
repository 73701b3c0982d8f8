import type { ScoreInput } from '../../src/index';

/** A period with the part of its result that is fixed. */
export interface Case {
	readonly name: string;
	readonly why: string;
	readonly input: ScoreInput;
	readonly expect: {
		readonly scorecards: { readonly [employeeId: string]: ExpectedCard };
		readonly exceptions: readonly (readonly [string, string | null])[];
		readonly summary?: { readonly [name: string]: number };
	};
}

export interface ExpectedCard {
	readonly system: number;
	readonly leader: number;
	readonly total: number;
	readonly exactTotal: string;
	readonly grade: string;
	readonly lines: readonly {
		readonly indicator: string;
		readonly applies: boolean;
		readonly attainment?: string | null;
		readonly exactPoints: string;
		readonly exactMaxPoints: string;
	}[];
	readonly flags: readonly string[];
	readonly differences: readonly object[];
}

export const cases: readonly Case[];
