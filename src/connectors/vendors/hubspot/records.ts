import { z } from 'zod';
import { certainSteps, inGoneStage, withFormer, type Stages } from '../../engine/formerStages';
import { momentOf } from '../../engine/moment';
import type { List } from '../../engine/page';
import type { Item, Job, Opened, Unclear } from '../../engine/stream';
import type { Window } from '../../engine/window';
import { readOwners, readStages, recordLinks } from './account';
import { historyBatch, isCut, readHistories } from './history';
import { explain } from './refusal';
import type { Steps } from '../../engine/steps';

/** What differs between HubSpot's kinds of record. */
export interface Kind {
	readonly object: 'tickets' | 'deals' | 'contacts';
	/** HubSpot's own number of the kind, for links. */
	readonly objectType: '0-1' | '0-3' | '0-5';
	/** The property that any change of a record moves. */
	readonly updated: string;
	readonly pipeline: string | undefined;
	/** The property whose history tells when a record is done. */
	readonly stage: string;
	readonly firstReply: string | undefined;
	/** Of this kind most records are nobody's work: those without an owner are not read. */
	readonly ownedOnly?: true;
}

const properties = z.record(z.string().nullable());
const wire = z.object({
	total: z.number(),
	results: z.array(z.object({ id: z.string(), properties, createdAt: z.string().nullish() })),
	paging: z.object({ next: z.unknown() }).nullish(),
});
export type SearchBody = z.infer<typeof wire>;
export type Row = SearchBody['results'][number];

const owner = 'hubspot_owner_id';
const pageSize = 200;
/** HubSpot's search shows changes after "a few moments"; up to two minutes have been seen. */
const searchLagMs = 120_000;

/** Sorted and continued by id within a fixed window: neither the cap of 10,000 nor moving rows lose a record. */
export function searchList(
	{ object, updated, pipeline, stage, firstReply, ownedOnly }: Kind,
	job: Pick<Job, 'session' | 'settings'>,
	window: Window,
): List<SearchBody, Row> {
	const pipelines = job.settings.words('pipelines');
	const fixed = [
		{ propertyName: updated, operator: 'GTE', value: String(window.from) },
		...(window.to === undefined
			? []
			: [{ propertyName: updated, operator: 'LT', value: String(window.to) }]),
		...(pipeline === undefined || pipelines.length === 0
			? []
			: [{ propertyName: pipeline, operator: 'IN', values: pipelines }]),
		...(ownedOnly ? [{ propertyName: owner, operator: 'HAS_PROPERTY' }] : []),
	];
	const wanted = [
		...[updated, owner, pipeline, stage, firstReply].filter((name) => name !== undefined),
		...job.settings.words('errorProperty'),
		...job.settings.fields('fields').map(({ from }) => from),
	];
	const after = (id: string) => ({
		filterGroups: [
			{ filters: [...fixed, { propertyName: 'hs_object_id', operator: 'GT', value: id }] },
		],
		sorts: [{ propertyName: 'hs_object_id', direction: 'ASCENDING' }],
		properties: [...new Set(wanted)],
		limit: pageSize,
	});
	return {
		about: `HubSpot ${object}`,
		wire,
		explain,
		first: {
			method: 'POST',
			url: `${job.session.baseUrl}/crm/v3/objects/${object}/search`,
			body: after('0'),
		},
		rows: (body) => body.results,
		expected: (body) => body.total,
		paging: {
			kind: 'keyset',
			key: (row) => row.id,
			put: (request, id) => ({ ...request, body: after(id) }),
			more: (body) => body.paging?.next !== undefined,
		},
	};
}

const wholeNumber = (text: string | null | undefined): number | undefined =>
	text && /^\d+([.]0+)?$/.test(text) ? Number(text) : undefined;

const undated = (recordId: string, { stage }: Kind): Unclear => ({
	recordId,
	unclear: `it is done by ${stage}, but the history does not tell since when`,
	remedy: `Set ${stage} to another value and back in HubSpot, or delete the record`,
});

const cut = (recordId: string, property: string, { pipeline }: Kind): Unclear => ({
	recordId,
	unclear: `it has as many values of ${property} as HubSpot gives at most, and those of its beginning are missing`,
	remedy: `Look at its history in HubSpot, and leave it out: ${pipeline === undefined ? 'take its owner away' : 'by a pipeline of its own'}`,
});

/** Records that go through the stages of a pipeline. */
export async function openInPipelines(kind: Kind, job: Job): Promise<Opened<SearchBody, Row>> {
	const wanted = job.settings.words('pipelines');
	const stages = await readStages(job.session, kind.object, wanted);
	return await openRecords(kind, job, withFormer(stages, job.settings));
}

export async function openRecords(
	kind: Kind,
	job: Job,
	stages: Stages,
): Promise<Opened<SearchBody, Row>> {
	const { session, settings } = job;
	const byEmail = settings.text('handlerAs') === 'email';
	const accounts = byEmail ? await readOwners(session) : new Map<string, string>();
	const link = await recordLinks(session, kind.objectType);
	const errorProperty = settings.text('errorProperty');

	const item = (row: Row, steps: Steps): Item => ({
		recordId: row.id,
		recordUrl: link(row.id) ?? null,
		handler: steps.owner === undefined ? null : (accounts.get(steps.owner) ?? steps.owner),
		status: steps.isClosed ? 'done' : 'open',
		assignedAt: steps.assignedAt,
		completedAt: steps.closedAt,
		firstResponseAt: kind.firstReply ? momentOf(row.properties[kind.firstReply]) : undefined,
		errors: (errorProperty ? wholeNumber(row.properties[errorProperty]) : steps.reopened) ?? null,
		fields: Object.fromEntries(
			settings.fields('fields').map(({ from, as }) => [as, row.properties[from] ?? null]),
		),
	});

	return {
		list: (window) => searchList(kind, job, window),
		id: (row) => row.id,
		lagMs: searchLagMs,
		updated: (row) => momentOf(row.properties[kind.updated]),
		batch: historyBatch,
		items: async (rows) => {
			const ids = rows.map((row) => row.id);
			const histories = await readHistories(session, kind.object, ids, [owner, kind.stage]);
			return rows.flatMap((row): (Item | Unclear)[] => {
				const of = histories.get(row.id);
				if (!of) return []; // deleted or merged since it was listed
				const created = momentOf(row.createdAt);
				const lost = [owner, kind.stage].find((name) => isCut(kind.object, of(name), created));
				if (lost !== undefined) return [cut(row.id, lost, kind)];
				const steps = certainSteps(of(owner), of(kind.stage), stages);
				if (!steps) return [inGoneStage(row.id, of(kind.stage), stages)];
				const present = row.properties[kind.stage];
				if (present && stages.isClosed(present) && !steps.isClosed) return [undated(row.id, kind)];
				return [item(row, steps)];
			});
		},
	};
}
