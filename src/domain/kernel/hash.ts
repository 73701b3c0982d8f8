/** One SHA-256 in the making; `src/app` makes them, since the domain knows no crypto. */
export interface Hash {
	update(part: string | Uint8Array): void;
	/** The digest in lower-case hex; the hash is used up. */
	hex(): string;
}

export type NewHash = () => Hash;
