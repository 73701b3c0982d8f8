import type { IDataObject } from 'n8n-workflow';
import type { Parameters } from '../../src/index';

type Value = Parameters[string];

/** A parameter's value as the connectors read it, whatever widget of the panel it comes from. */
export function panelValue(value: unknown): Value {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return value as Value;
	if ('mappingMode' in value) return keptFields(value as Mapped);
	return 'value' in value ? (value.value as Value) : (value as Value);
}

interface Mapped {
	readonly value?: IDataObject | null;
	readonly schema?: readonly { readonly id: string; readonly removed?: boolean }[];
}

/** The fields that were added, each with its name in the evidence; without one it keeps its own. */
function keptFields({ value, schema = [] }: Mapped): { readonly [field: string]: string } {
	const removed = new Map(schema.map((field) => [field.id, field.removed === true]));
	const kept = Object.entries(value ?? {}).filter(([id, name]) =>
		removed.has(id) ? removed.get(id) === false : typeof name === 'string',
	);
	return Object.fromEntries(kept.map(([id, name]) => [id, String(name ?? '')]));
}
