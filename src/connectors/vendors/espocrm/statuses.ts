import { z } from 'zod';
import { formerStages, withFormer, type Stages } from '../../engine/formerStages';
import { lacking } from '../../engine/problem';
import { at } from '../../engine/place';
import type { Settings } from '../../engine/parameters';
import type { Session } from '../../engine/session';
import type { Parameter } from '../../engine/system';
import type { Kind } from './kinds';
import { explain } from './refusal';

/** One part of the metadata; before 8.2 the key is not known, and the whole comes. Docs: Development → API → Metadata */
export const readMetadata = async <T>(
	session: Session,
	key: string,
	wire: z.ZodType<T, z.ZodTypeDef, unknown>,
): Promise<T> =>
	await session.ask({
		about: `EspoCRM metadata ${key}`,
		wire: z
			.unknown()
			.transform((body) => at(body, key) ?? body)
			.pipe(wire),
		explain,
		request: { method: 'GET', url: `${session.baseUrl}/api/v1/Metadata`, query: { key } },
	});

export const readStatuses = async (
	session: Session,
	{ entity, stage }: Pick<Kind, 'entity' | 'stage'>,
): Promise<readonly string[]> =>
	await readMetadata(session, `entityDefs.${entity}.fields.${stage}.options`, z.array(z.string()));

export const lookupOf = ({ entity }: Pick<Kind, 'entity'>): string =>
	`${entity.toLowerCase()}Statuses`;

const several = (of: Kind, name: string, label: string, description: string): Parameter => ({
	name,
	label,
	description,
	kind: 'list',
	default: [],
	lookup: lookupOf(of),
});

const shown = (values: readonly string[]): string => values.join(', ') || 'none';

export const statusParameters = (kind: Kind): readonly Parameter[] => [
	several(
		kind,
		'doneValues',
		'Done Values',
		`In which ${kind.stage} the work is done; empty: ${shown(kind.done)}`,
	),
	several(
		kind,
		'cancelledValues',
		'Cancelled Values',
		`In which ${kind.stage} the work was not to be done; empty: ${shown(kind.cancelled)}`,
	),
	several(
		kind,
		'pauseValues',
		'Pause Values',
		`In which ${kind.stage} it waits for somebody else, so that the time does not count; empty: none`,
	),
	...formerStages,
];

export interface Meaning extends Stages {
	readonly isCancelled: (status: string) => boolean;
	readonly pauses: (status: string) => boolean;
}

/** What the statuses mean: a value that EspoCRM does not know would count nothing, without a word. */
export async function readMeaning(
	session: Session,
	kind: Kind,
	settings: Settings,
): Promise<Meaning> {
	const known = await readStatuses(session, kind);
	const among = (name: string, label: string, own: readonly string[]): readonly string[] => {
		const wanted = settings.words(name);
		const values = wanted.length > 0 ? wanted : own.filter((value) => known.includes(value));
		const strange = values.find((value) => !known.includes(value));
		if (strange === undefined && (values.length > 0 || own.length === 0)) return values;
		const found = `there is no ${kind.stage} ${(strange ?? own.join(' or ')).slice(0, 60)}`;
		const remedy = `Choose in ${label} among ${known.join(', ')}`;
		throw lacking(`EspoCRM ${kind.noun}`, found, remedy);
	};
	const done = among('doneValues', 'Done Values', kind.done);
	const own = kind.cancelled.filter((value) => known.includes(value) && !done.includes(value));
	const cancelled = among('cancelledValues', 'Cancelled Values', own);
	const pauses = among('pauseValues', 'Pause Values', []);
	const stages: Stages = {
		isClosed: (status) => done.includes(status) || cancelled.includes(status),
		// Of what was imported nothing tells the first status: such a one is open.
		isKnown: (status) => status === '' || known.includes(status),
	};
	return {
		...withFormer(stages, settings),
		isCancelled: (status) => cancelled.includes(status),
		pauses: (status) => pauses.includes(status),
	};
}
