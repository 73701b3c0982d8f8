/** A cell: text that stays text, or the exact decimal text of a number. */
export type Cell = { readonly text: string } | { readonly number: string };

/** Rows under their headings, as they go into a file. */
export interface Table {
	readonly name: string;
	readonly rows: ReadonlyArray<readonly Cell[]>;
}

export const plain = (cell: Cell): string => ('text' in cell ? cell.text : cell.number);
export const text = (value: string): Cell => ({ text: value });
