import { rareText, type PauseFact, type Rare } from '../domain/evidence/rare';
import type { Json } from '../domain/kernel/canonicalJson';
import { instantText, NO_INSTANT } from '../domain/kernel/instant';
import { fault, isAbsent, isRow, readInstant, readText, unfolded, type Row } from './readValue';

function readPause(value: unknown, name: string, problems: string[]): PauseFact | undefined {
	if (!isRow(value)) {
		problems.push(fault(name, 'an object with from, to and reason', value));
		return undefined;
	}
	const before = problems.length;
	const from = readInstant(value['from'], `${name}.from`, problems);
	const to = readInstant(value['to'], `${name}.to`, problems);
	const reason = readText(value['reason'], `${name}.reason`, problems);
	if (problems.length > before) return undefined;
	if (from === NO_INSTANT) problems.push(fault(`${name}.from`, 'a time', value['from']));
	if (to !== NO_INSTANT && to < from)
		problems.push(
			fault(`${name}.to`, `a time not before from (${String(value['from'])})`, value['to']),
		);
	return {
		from: instantText(from),
		...(to === NO_INSTANT ? {} : { to: instantText(to) }),
		...(reason === undefined ? {} : { reason }),
	};
}

function readPauses(value: unknown, problems: string[]): PauseFact[] | undefined {
	if (isAbsent(value)) return undefined;
	const list = unfolded(value);
	if (!Array.isArray(list)) {
		if (!isAbsent(list)) problems.push(fault('pauses', 'a list, or a list as JSON text', value));
		return undefined;
	}
	const pauses = list.map((one, index) => readPause(one, `pauses[${index}]`, problems));
	const read = pauses.filter((one) => one !== undefined);
	return read.length > 0 ? read : undefined;
}

function readFields(value: unknown, problems: string[]): Record<string, Json> | undefined {
	if (isAbsent(value)) return undefined;
	const fields = unfolded(value);
	if (!isRow(fields)) {
		if (!isAbsent(fields))
			problems.push(fault('fields', 'an object, or an object as JSON text', value));
		return undefined;
	}
	const present = Object.entries(fields).filter(([, one]) => !isAbsent(one));
	return present.length > 0 ? (Object.fromEntries(present) as Record<string, Json>) : undefined;
}

const isPlain = (row: Row): boolean =>
	isAbsent(row['delayReason']) &&
	isAbsent(row['excuseCode']) &&
	isAbsent(row['excuseApprovedBy']) &&
	isAbsent(row['excuseEvidence']) &&
	isAbsent(row['pauses']) &&
	isAbsent(row['fields']);

/** The facts that few records have, as the text that they are kept as; '' where a record has none. */
export function readRare(row: Row, problems: string[]): string {
	if (isPlain(row)) return '';
	const rare: Record<keyof Rare, Json | Rare[keyof Rare]> = {
		delayReason: readText(row['delayReason'], 'delayReason', problems),
		excuseCode: readText(row['excuseCode'], 'excuseCode', problems),
		excuseApprovedBy: readText(row['excuseApprovedBy'], 'excuseApprovedBy', problems),
		excuseEvidence: readText(row['excuseEvidence'], 'excuseEvidence', problems),
		fields: readFields(row['fields'], problems),
		pauses: readPauses(row['pauses'], problems),
	};
	return rareText(rare as Rare);
}
