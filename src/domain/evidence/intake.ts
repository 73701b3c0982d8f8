import { CoverageBook } from './coverage';
import type { Reading } from './facts';
import { Ledger } from './ledger';
import type { Staff } from './staff';
import { Streams } from './streams';

/** A record that cannot be used, and all that is known of it. */
export interface BadRecord {
	/** A place in the staff; undefined: nobody known. */
	readonly person: number | undefined;
	readonly source: string | undefined;
	readonly system: string | undefined;
	readonly activity: string | undefined;
	readonly recordId: string | undefined;
	/** Its place in the evidence, from 1, where it has no id; undefined where it has. */
	readonly position: number | undefined;
	readonly problems: string;
}

/** All evidence of a run as it comes in: good records in the ledger, bad ones by name. */
export class Intake {
	readonly ledger = new Ledger();
	readonly streams = new Streams();
	readonly coverage = new CoverageBook();
	/** Accounts of nobody known; the n-th is person `staff.people.length + n`. */
	readonly unknown: string[] = [];
	private readonly unknownIndex = new Map<string, number>();
	private readonly badRecords = new Map<string, BadRecord>();
	private taken = 0;
	private lastId: string | undefined;
	private lastPerson = 0;

	constructor(readonly staff: Staff) {}

	/** Evidence records met so far, bad ones included. */
	get read(): number {
		return this.taken;
	}

	/** Each once, however often it was read. */
	get bad(): readonly BadRecord[] {
		return [...this.badRecords.values()];
	}

	/** Takes one record that was read; the reading may be used again. */
	take(reading: Reading): void {
		this.taken += 1;
		const { source, system, activity, recordId, item } = reading;
		if (
			reading.problems.length > 0 ||
			source === undefined ||
			system === undefined ||
			activity === undefined ||
			recordId === undefined
		)
			return this.takeBad(reading);
		item.stream = this.streams.indexOf(source, system, activity);
		item.person = this.personOf(reading);
		item.rare = reading.rareText === '' ? 0 : this.ledger.rares.intern(0, reading.rareText);
		this.ledger.add(item, recordId);
	}

	/** All evidence is in. */
	close(): void {
		this.ledger.settle();
	}

	private personOf({ employeeId, handler, system }: Reading): number {
		if (employeeId === undefined)
			return (
				this.knownOwner(system, handler) ??
				this.account(`@${(handler ?? '').toLowerCase()}`, handler)
			);
		if (employeeId === this.lastId) return this.lastPerson;
		this.lastPerson = this.staff.find(employeeId) ?? this.account(`#${employeeId}`, employeeId);
		this.lastId = employeeId;
		return this.lastPerson;
	}

	private knownOwner(system: string | undefined, handler: string | undefined): number | undefined {
		if (system === undefined || handler === undefined) return undefined;
		const owner = this.staff.owner(system, handler);
		return owner === 'several' ? undefined : owner;
	}

	/** The person that stands for an account of nobody known; of its spellings the first in order is kept. */
	private account(key: string, spelling = ''): number {
		const known = this.unknownIndex.get(key);
		const index = known ?? this.unknown.length;
		if (known === undefined) this.unknownIndex.set(key, index);
		const kept = this.unknown[index];
		if (kept === undefined || spelling < kept) this.unknown[index] = spelling;
		return this.staff.people.length + index;
	}

	private takeBad(reading: Reading): void {
		const { source, system, activity, recordId, employeeId, handler } = reading;
		// A system with evidence needs coverage, good or bad.
		if (source !== undefined && system !== undefined && activity !== undefined)
			this.streams.indexOf(source, system, activity);
		const person =
			employeeId === undefined ? this.knownOwner(system, handler) : this.staff.find(employeeId);
		const position = recordId === undefined ? this.taken : undefined;
		const problems = reading.problems.join('; ');
		const bad = { person, source, system, activity, recordId, position, problems };
		this.badRecords.set(JSON.stringify(Object.values(bad)), bad);
	}
}
