import type { Problem, Result } from '../domain/kernel/result';
import { failed, ok } from '../domain/kernel/result';

/** How one field of an item is read: what was expected, and the value or undefined where it is not that. */
export interface Field<T> {
	readonly expected: string;
	readonly read: (value: unknown) => T | undefined;
}

/** A JSON object as it comes from a node, a table or a person. */
export interface Row {
	readonly [name: string]: unknown;
}

type Values<S extends { readonly [name: string]: Field<unknown> }> = {
	readonly [K in keyof S]: S[K] extends Field<infer T> ? T : never;
};

const absent = (value: unknown): boolean => value === undefined || value === null || value === '';

const asText = (value: unknown): string | undefined =>
	typeof value === 'number' || typeof value === 'string' ? String(value).trim() : undefined;

/** Text that is not empty; a number is its digits. */
export const text: Field<string> = {
	expected: 'a text',
	read: (value) => asText(value) || undefined,
};

/** A whole number from 0, also as text. */
export const count: Field<number> = {
	expected: 'a whole number',
	read: (value) => (/^[0-9]{1,9}$/.test(asText(value) ?? '') ? Number(value) : undefined),
};

/** true or false, also as text or 1 and 0, as tables give them. */
export const flag: Field<boolean> = {
	expected: 'true or false',
	read: (value) => {
		const said = typeof value === 'boolean' ? String(value) : asText(value)?.toLowerCase();
		if (said === 'true' || said === '1') return true;
		return said === 'false' || said === '0' ? false : undefined;
	},
};

/** A field that may be absent, null or empty. */
export const optional = <T>(field: Field<T>, otherwise: T): Field<T> => ({
	expected: `${field.expected} or nothing`,
	read: (value) => (absent(value) ? otherwise : field.read(value)),
});

/** Text in a form of its own. */
export const pattern = (expected: string, form: RegExp): Field<string> => ({
	expected,
	read: (value) => {
		const said = asText(value);
		return said !== undefined && form.test(said) ? said : undefined;
	},
});

const shown = (value: unknown): string => {
	if (absent(value)) return 'nothing';
	const said = typeof value === 'object' ? JSON.stringify(value) : String(value);
	return JSON.stringify(said.length > 60 ? `${said.slice(0, 60)}…` : said);
};

/** All fields of a row, or a problem for each that is not as expected. */
export function readRow<S extends { readonly [name: string]: Field<unknown> }>(
	row: Row,
	shape: S,
	where: { readonly path: string; readonly who: string; readonly remedy: string },
): Result<Values<S>> {
	const problems: Problem[] = [];
	const values: { [name: string]: unknown } = {};
	for (const [name, field] of Object.entries(shape)) {
		const value = field.read(row[name]);
		if (value === undefined)
			problems.push({
				code: 'pay.badItem',
				path: `${where.path}.${name}`,
				message: `${where.who}: "${name}" must be ${field.expected}, found ${shown(row[name])}`,
				remedy: where.remedy,
			});
		values[name] = value;
	}
	return problems.length > 0 ? failed(...problems) : ok(values as Values<S>);
}

const isRow = (value: unknown): value is Row =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** JSON text or the object itself; undefined: neither. */
export function objectOf(value: unknown): Row | undefined {
	if (typeof value !== 'string') return isRow(value) ? value : undefined;
	try {
		const read: unknown = JSON.parse(value);
		return isRow(read) ? read : undefined;
	} catch {
		return undefined;
	}
}

/** How one input is read. */
export interface Input<T> {
	/** The input's name as the panel shows it. */
	readonly name: string;
	/** The column in which a table holds the whole record as JSON text; undefined: rows are flat. */
	readonly column: string | undefined;
	readonly read: (row: Row, path: string) => Result<T>;
}

const remedyOf = (name: string) => `Connect the output that gives the ${name} to this input`;

function rowOf<T>(item: unknown, input: Input<T>, path: string): Result<Row> {
	const problem = (message: string, remedy: string) =>
		failed({ code: 'pay.badItem', path, message, remedy });
	if (!isRow(item)) return problem(`${path} is not a JSON object`, remedyOf(input.name));
	if (Object.keys(item).length === 1 && 'error' in item)
		return problem(
			`${path} is only an error of an earlier node`,
			'Look at the node before this one; a source that failed is not an empty source',
		);
	const { column } = input;
	if (column === undefined || absent(item[column])) return ok(item);
	const whole = objectOf(item[column]);
	return whole === undefined
		? problem(
				`${path}.${column} is not the JSON of a ${column}`,
				`Store the whole ${column} as JSON text in the column "${column}"`,
			)
		: ok(whole);
}

/** All items of an input; `{}`, which n8n sends for "nothing", is left out; all problems at once. */
export function readItems<T>(items: readonly unknown[], input: Input<T>): Result<readonly T[]> {
	const values: T[] = [];
	const problems: Problem[] = [];
	items.forEach((item, index) => {
		if (isRow(item) && Object.keys(item).length === 0) return;
		const path = `${input.name}[${index}]`;
		const row = rowOf(item, input, path);
		const read = row.ok ? input.read(row.value, path) : row;
		if (read.ok) values.push(read.value);
		else problems.push(...read.problems);
	});
	return problems.length > 0 ? failed(...problems) : ok(values);
}
