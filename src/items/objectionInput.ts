import type { Result } from '../domain/kernel/result';
import { optional, readItems, readRow, text, type Field, type Input } from './payFields';
import { period, whoOf } from './payInput';

/** What an employee says is wrong with a scorecard, as far as payroll looks at it. */
export interface Objection {
	readonly period: string;
	readonly employeeId: string;
	/** Whether it is still to be decided. */
	readonly isOpen: boolean;
	/** '' where it concerns the whole scorecard. */
	readonly indicator: string;
}

const decided = ['upheld', 'partly', 'rejected', 'withdrawn'];

const isOpen: Field<boolean> = {
	expected: `open, ${decided.join(', ')}`,
	read: (value) => {
		const said = text.read(value)?.toLowerCase();
		if (said === 'open') return true;
		return said !== undefined && decided.includes(said) ? false : undefined;
	},
};

const objections: Input<Objection> = {
	name: 'Exceptions',
	column: undefined,
	read: (row, path) => {
		const remedy = 'Give each objection with its period, employeeId and status';
		const who = whoOf(row, 'the objection', path);
		const shape = { period, employeeId: text, status: isOpen, indicator: optional(text, '') };
		const read = readRow(row, shape, { path, who, remedy });
		if (!read.ok) return read;
		const { status, ...rest } = read.value;
		return { ok: true, value: { ...rest, isOpen: status } };
	},
};

export const readObjections = (items: readonly unknown[]): Result<readonly Objection[]> =>
	readItems(items, objections);
