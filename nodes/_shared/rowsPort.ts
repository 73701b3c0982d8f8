import type { IExecuteFunctions } from 'n8n-workflow';
import type { HttpPort } from '../../src/index';
import { textAt } from '../../src/index';
import { rowsOf, type Row } from './inputs';

const pageSize = 1000;

/** The node's own input as a system: its items, page by page. */
export const rowsPort =
	(rows: readonly Row[]): HttpPort =>
	async ({ query }) => {
		const from = Number(query?.from ?? 0);
		const page = rows
			.slice(from, from + pageSize)
			.map(({ json, item }) => ({ row: item + 1, json }));
		const next = from + pageSize < rows.length ? String(from + pageSize) : null;
		const body = JSON.stringify({ total: rows.length, next, rows: page });
		return await Promise.resolve({
			status: 200,
			headers: { 'content-type': 'application/json' },
			body,
		});
	};

export const inputRows = (context: IExecuteFunctions): readonly Row[] => [
	...rowsOf(context, { index: 0, name: 'Input' }),
];

/** Which items a record came from: all that have its ID. */
export function itemsById(
	rows: readonly Row[],
	idField: string,
): (recordId: string) => { item: number }[] {
	const items = new Map<string, { item: number }[]>();
	for (const { json, item } of rows) {
		const id = textAt(json, idField) ?? '';
		const known = items.get(id);
		if (known === undefined) items.set(id, [{ item }]);
		else known.push({ item });
	}
	return (recordId) => items.get(recordId) ?? [];
}
