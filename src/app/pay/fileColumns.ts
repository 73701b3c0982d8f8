import { byCodeUnit } from '../../domain/kernel/canonicalJson';
import type { PayLine } from '../../domain/pay/payLine';
import type { PayProblem } from '../../domain/pay/payProblem';
import type { CheckedSettings } from './payRequest';
import { sha256 } from '../sha256';

/** What a file holds of each person beside the pay: only fields that the panel names. */
export interface FileColumns {
	readonly fields: readonly { readonly from: string; readonly as: string }[];
	/** By employee and field: the different texts that the items give. */
	readonly found: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;
	/** Part of what is approved; undefined: the system takes no file. */
	readonly hash: string | undefined;
}

const objectOf = (item: unknown): { readonly [name: string]: unknown } =>
	typeof item === 'object' && item !== null ? (item as { [name: string]: unknown }) : {};

/** A number beyond the exact ones has lost digits already: it is no account. */
function textOf(value: unknown): string | undefined {
	if (typeof value === 'number') return Number.isSafeInteger(value) ? String(value) : undefined;
	return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** The columns of a file out of the base pay items, each text as it came in: leading zeros stay. */
export function fileColumns(settings: CheckedSettings, basePay: readonly unknown[]): FileColumns {
	if (settings.system.byFile !== true) return { fields: [], found: new Map(), hash: undefined };
	const fields = settings.own.fields('fileColumns');
	const found = new Map<string, Map<string, string[]>>();
	for (const item of basePay.map(objectOf)) {
		const id = String(item.employeeId ?? '').trim();
		const of = found.get(id) ?? new Map<string, string[]>();
		found.set(id, of);
		for (const { from } of fields) {
			const value = textOf(item[from]);
			const known = of.get(from) ?? [];
			if (value !== undefined && !known.includes(value)) known.push(value);
			of.set(from, known.sort(byCodeUnit));
		}
	}
	const people = [...found].sort(([a], [b]) => byCodeUnit(a, b));
	const hashed = people.map(([id, of]) => [id, ...fields.map(({ from }) => of.get(from) ?? [])]);
	return { fields, found, hash: sha256(JSON.stringify([fields, hashed])) };
}

/** The one text of a person's column; undefined: there is none, or more than one. */
export function columnOf(
	{ found }: FileColumns,
	employeeId: string,
	field: string,
): string | undefined {
	const texts = found.get(employeeId)?.get(field) ?? [];
	return texts.length === 1 ? texts[0] : undefined;
}

/** Who cannot be written into the file: a row without an account pays nobody, one with two pays anybody. */
export const columnProblems = (
	columns: FileColumns,
	lines: readonly PayLine[],
): readonly PayProblem[] =>
	lines.flatMap(({ employeeId }) =>
		columns.fields
			.filter(({ from }) => columnOf(columns, employeeId, from) === undefined)
			.map(({ from }) => {
				const count = columns.found.get(employeeId)?.get(from)?.length ?? 0;
				return {
					code: 'pay.columnUnclear',
					employeeId,
					message: `${employeeId}: the base pay items give ${count === 0 ? 'no text' : `${count} different texts`} for "${from}"`,
					remedy: 'Give it as one text on Base Pay, or take it out of Further Columns',
					blocks: true,
				};
			}),
	);
