export interface Block {
	/** What stands behind the opening fence: `json`, `js`, `json broken`, … */
	readonly info: string;
	readonly line: number;
	readonly text: string;
}

export type Row = { readonly [title: string]: string };

export const project: string;
export const documents: readonly string[];
export function page(path: string): string;
export function blocksOf(text: string): readonly Block[];
export function tableOf(text: string, heading: string): readonly Row[];
export function codeIn(text: string): readonly string[];
