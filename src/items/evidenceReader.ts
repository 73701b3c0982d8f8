import { newReading } from '../domain/evidence/facts';
import type { Intake } from '../domain/evidence/intake';
import type { Claim } from '../domain/scores/differences';
import type { Exception } from '../domain/scores/exception';
import { readClaim } from './readClaim';
import { readCoverage } from './readCoverage';
import { readEvidence } from './readEvidence';
import { isRow, shown } from './readValue';

type Kind = 'coverage' | 'claim';

/** Takes evidence, coverage and claims as they come, mixed or not, and keeps what they say. */
export class EvidenceReader {
	/** Claims of the period, in the order that they came. */
	readonly claims: Claim[] = [];
	/** What is wrong with coverage and claims: it blocks nobody by itself. */
	readonly remarks: Exception[] = [];
	private readonly reading = newReading();

	constructor(
		readonly intake: Intake,
		private readonly period: string,
	) {}

	/** Takes one record of whatever `kind`; without one it is evidence. */
	take(record: unknown): void {
		const kind = (record as { kind?: unknown } | null | undefined)?.kind;
		if (kind === 'coverage' || kind === 'claim') this.takeAs(kind, record);
		else {
			readEvidence(record, this.reading);
			this.intake.take(this.reading);
		}
	}

	takeAs(kind: Kind, record: unknown): void {
		if (!isRow(record)) this.remark(kind, `expected a JSON object, found ${shown(record)}`);
		else if (kind === 'claim') {
			const claim = readClaim(record, this.period);
			if (claim === undefined) return;
			if ('code' in claim) this.remarks.push(claim);
			else this.claims.push(claim);
		} else {
			const coverage = readCoverage(record, this.period);
			if (coverage === undefined) return;
			if ('source' in coverage) this.intake.coverage.add(coverage);
			else this.remark(kind, coverage.join('; '));
		}
	}

	private remark(kind: Kind, why: string): void {
		this.remarks.push({
			code: 'badEvidence',
			blocks: false,
			employeeId: undefined,
			message: `A ${kind} record: ${why}.`,
			remedy: `Correct the ${kind} record; until then it counts as not given.`,
		});
	}
}
