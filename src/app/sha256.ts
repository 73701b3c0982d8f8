import { createHash } from 'node:crypto';
import type { Hash } from '../domain/kernel/hash';

/** SHA-256 of a text's UTF-8 bytes in lower-case hex. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A SHA-256 that is fed part by part. */
export function newHash(): Hash {
	const hash = createHash('sha256');
	return { update: (part) => void hash.update(part), hex: () => hash.digest('hex') };
}
