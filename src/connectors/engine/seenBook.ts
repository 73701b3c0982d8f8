import { Texts } from '../../domain/evidence/texts';
import type { Instant } from '../../domain/kernel/time';

const NEVER = NaN;

function withRoom<A extends Float64Array | Uint32Array>(old: A, bigger: A): A {
	bigger.set(old);
	return bigger;
}

/**
 * What was read, by id: rows with the moment of the version known, and the records that they became, mostly
 * of the same id. An id costs its bytes and some thirty more, whatever its record weighs.
 */
export class SeenBook {
	private readonly ids = new Texts();
	private moments = new Float64Array(1 << 10).fill(NEVER);
	/** How many versions were given on, doubled, and one more where the last of them concerns the period. */
	private versions = new Uint32Array(1 << 10);
	private rowCount = 0;
	private recordCount = 0;

	get rows(): number {
		return this.rowCount;
	}

	/** Records that concern the period, by the last version of each. */
	get records(): number {
		return this.recordCount;
	}

	/** Whether a row is new, or newer than the version known; it is then the one that is known. */
	isFresh(rowId: string, moment: Instant | undefined): boolean {
		const index = this.indexOf(rowId);
		const known = this.moments[index] ?? NEVER;
		if ((moment ?? 0) <= known) return false;
		if (Number.isNaN(known)) this.rowCount += 1;
		this.moments[index] = moment ?? 0;
		return true;
	}

	/** How many versions of a record were given on before this one; undefined: the period does not need it. */
	note(recordId: string, concerns: boolean): number | undefined {
		const index = this.indexOf(recordId);
		const known = this.versions[index] ?? 0;
		if (known === 0 && !concerns) return undefined;
		const before = known >>> 1;
		this.recordCount += Number(concerns) - (known & 1);
		this.versions[index] = (before + 1) * 2 + Number(concerns);
		return before;
	}

	private indexOf(id: string): number {
		const index = this.ids.intern(0, id);
		const { length } = this.moments;
		if (index < length) return index;
		this.moments = withRoom(this.moments, new Float64Array(length * 2).fill(NEVER));
		this.versions = withRoom(this.versions, new Uint32Array(length * 2));
		return index;
	}
}
