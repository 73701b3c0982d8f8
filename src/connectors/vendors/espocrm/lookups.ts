import { z } from 'zod';
import type { Lookup, System } from '../../engine/stream';
import { caseKind, opportunityKind, taskKind, type Kind } from './kinds';
import { fieldsLookup } from './open';
import { lookupOf, readMetadata, readStatuses } from './statuses';

const statusesOf =
	(kind: Kind): Lookup =>
	async (session) =>
		(await readStatuses(session, kind)).map((value) => ({ value, label: value }));

const fields = z.record(z.object({ type: z.string() }));

/** Kinds of field that hold one value under their own name; a link has its name beside it. */
const plainKinds = new Set([
	...['varchar', 'text', 'enum', 'bool', 'int', 'float', 'currency', 'date', 'datetime', 'number'],
	...['multiEnum', 'checklist', 'array', 'url', 'email', 'phone', 'autoincrement', 'decimal'],
]);
const linkKinds = new Set(['link', 'linkParent', 'linkOne', 'file']);

const attributeOf = (name: string, type: string): string =>
	linkKinds.has(type) ? `${name}Name` : name;

const fieldsOf =
	({ entity }: Kind): Lookup =>
	async (session) =>
		Object.entries(await readMetadata(session, `entityDefs.${entity}.fields`, fields))
			.filter(([, { type }]) => plainKinds.has(type) || linkKinds.has(type))
			.map(([name, { type }]) => ({
				value: attributeOf(name, type),
				label: name,
				description: type,
			}));

export const lookups: NonNullable<System['lookups']> = Object.fromEntries(
	[opportunityKind, taskKind, caseKind].flatMap((kind) => [
		[lookupOf(kind), statusesOf(kind)],
		[fieldsLookup(kind), fieldsOf(kind)],
	]),
);
