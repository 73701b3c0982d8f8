import { canonicalJson, type Json } from '../kernel/canonicalJson';

/** A pause as a fact; instants in UTC text. */
export interface PauseFact {
	readonly from: string;
	readonly to?: string;
	readonly reason?: string;
}

/** The facts that few records have; absent is not there. Kept once for all records that share them, as canonical JSON. */
export interface Rare {
	readonly delayReason?: string;
	readonly excuseCode?: string;
	readonly excuseApprovedBy?: string;
	readonly excuseEvidence?: string;
	readonly fields?: { readonly [name: string]: Json };
	readonly pauses?: readonly PauseFact[];
}

export const noRare: Rare = {};

/** The text that rare facts are kept and compared as; '' where there are none. */
export function rareText(rare: Rare): string {
	const text = canonicalJson(rare);
	return text === '{}' ? '' : text;
}

/** Rare facts from the text that they are kept as. */
export const rareOf = (text: string): Rare => (text === '' ? noRare : (JSON.parse(text) as Rare));
