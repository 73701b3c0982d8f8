import { z } from 'zod';
import { momentOf } from '../../engine/moment';
import type { List } from '../../engine/page';
import type { Item, Job, Opened, Unclear } from '../../engine/stream';
import type { Parameter } from '../../engine/system';
import { furtherFields, handlerAs, lookBackDays } from '../../engine/commonParameters';
import type { Window } from '../../engine/window';
import { readClosedStages, readOwners, recordLinks } from './account';
import { historyBatch, readHistories } from './history';
import { explain } from './refusal';
import { stepsOf, type Steps } from '../../engine/steps';

/** What differs between HubSpot's kinds of record. */
export interface Kind {
	readonly object: 'tickets' | 'deals';
	/** HubSpot's own number of the kind, for links. */
	readonly objectType: '0-3' | '0-5';
	readonly pipeline: string;
	readonly stage: string;
	readonly firstReply: string | undefined;
}

const properties = z.record(z.string().nullable());
const wire = z.object({
	total: z.number(),
	results: z.array(z.object({ id: z.string(), properties })),
	paging: z.object({ next: z.unknown() }).nullish(),
});
export type SearchBody = z.infer<typeof wire>;
export type Row = SearchBody['results'][number];

const updated = 'hs_lastmodifieddate';
const owner = 'hubspot_owner_id';
const pageSize = 200;

export const parameters = (noun: string): readonly Parameter[] => [
	{
		name: 'pipelines',
		label: 'Pipelines',
		description: `IDs of the pipelines whose ${noun} count, separated by commas; empty: all`,
		kind: 'text',
		default: '',
		placeholder: 'e.g. 0, 75e28846',
	},
	handlerAs,
	{
		name: 'errorProperty',
		label: 'Error Property',
		description: `Internal name of the number property that holds the confirmed errors of a record; empty: how often it was opened again after closing`,
		kind: 'text',
		default: '',
		placeholder: 'e.g. confirmed_errors',
	},
	furtherFields('properties', 'e.g. amount, hs_ticket_priority'),
	lookBackDays,
];

/** Sorted and continued by id within a fixed window: neither the cap of 10,000 nor moving rows lose a record. */
export function searchList(
	{ object, pipeline, stage, firstReply }: Kind,
	job: Pick<Job, 'session' | 'settings'>,
	window: Window,
): List<SearchBody, Row> {
	const pipelines = job.settings.words('pipelines');
	const fixed = [
		{ propertyName: updated, operator: 'GTE', value: String(window.from) },
		...(window.to === undefined
			? []
			: [{ propertyName: updated, operator: 'LT', value: String(window.to) }]),
		...(pipelines.length === 0
			? []
			: [{ propertyName: pipeline, operator: 'IN', values: pipelines }]),
	];
	const wanted = [
		...[updated, owner, pipeline, stage, ...(firstReply ? [firstReply] : [])],
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

const unclosed = (recordId: string): Unclear => ({
	recordId,
	unclear: 'it is in a closed stage, but the history does not tell since when',
	remedy: 'Move it out of the closed stage and back in HubSpot, or delete it',
});

export async function openRecords(kind: Kind, job: Job): Promise<Opened<SearchBody, Row>> {
	const { session, settings } = job;
	const pipelines = settings.words('pipelines');
	const closed = await readClosedStages(session, kind.object, pipelines);
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
		updated: (row) => momentOf(row.properties[updated]),
		batch: historyBatch,
		items: async (rows) => {
			const ids = rows.map((row) => row.id);
			const histories = await readHistories(session, kind.object, ids, [owner, kind.stage]);
			return rows.flatMap((row): (Item | Unclear)[] => {
				const of = histories.get(row.id);
				if (!of) return []; // deleted or merged since it was listed
				const steps = stepsOf(of(owner), of(kind.stage), (stage) => closed.has(stage));
				const present = row.properties[kind.stage];
				if (present && closed.has(present) && !steps.isClosed) return [unclosed(row.id)];
				return [item(row, steps)];
			});
		},
	};
}
