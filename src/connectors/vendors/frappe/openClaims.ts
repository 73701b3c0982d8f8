import type { Instant, TimeZone } from '../../../domain/kernel/time';
import { momentOf, midnightText } from '../../engine/moment';
import { lacking } from '../../engine/problem';
import type { Session } from '../../engine/session';
import type { FieldName } from '../../engine/parameters';
import type { Item, Job, Opened, Unclear } from '../../engine/stream';
import type { Claim, Work } from './claim';
import { documentsList, text, type Filter, type Row } from './documents';
import { historyBatch } from './history';
import { claimDocType, countClaims, readMeta, readZone } from './site';
import { openSteps, type Steps } from './steps';

const always = ['creation', 'modified', 'docstatus', 'approval_status', 'amended_from'];

function refuseUnknownFields(known: ReadonlySet<string>, asked: readonly string[]): void {
	const unknown = asked.filter((field) => !known.has(field) && !always.includes(field));
	if (unknown.length === 0) return;
	const found = `it has no field ${unknown.join(', ')}`;
	throw lacking(`Frappe ${claimDocType}`, found, 'Correct Handler Field or Further Fields');
}

const names = (rows: readonly Row[], field: string): readonly string[] => [
	...new Set(rows.flatMap((row) => text(row[field]) ?? [])),
];

/** Name → user in charge, of the claims that some of these correct. */
async function handlersOf(
	session: Session,
	claims: readonly string[],
	handlerField: string,
): Promise<ReadonlyMap<string, string | undefined>> {
	if (claims.length === 0) return new Map();
	const rows = await session.all(
		documentsList(session.baseUrl, {
			docType: claimDocType,
			fields: [handlerField],
			filters: [['name', 'in', claims]],
			pageSize: historyBatch,
			endsWhenShort: true,
		}),
	);
	return new Map(rows.map((row) => [row.name, text(row[handlerField])]));
}

function unreadableTime({ name }: Row): Unclear {
	return {
		recordId: name,
		unclear: 'its creation time cannot be read',
		remedy: 'Look at it in Frappe',
	};
}

const uncorrected = ({ name }: Row, corrects: string): Unclear => ({
	recordId: name,
	unclear: `the claim ${corrects} that it corrects cannot be read, so nothing tells whose error it was`,
	remedy: 'Give the API user a role that may read all claims, cancelled ones too',
});

interface Site {
	readonly session: Session;
	readonly zone: TimeZone;
	readonly handlerField: string;
	readonly fields: readonly FieldName[];
	readonly steps: Steps;
}

const claimOf = (
	row: Row,
	created: Instant,
	site: Site,
	handlers: ReadonlyMap<string, string | undefined>,
): Claim => ({
	name: row.name,
	created,
	docstatus: Number(row['docstatus']),
	rejected: row['approval_status'] === 'Rejected',
	state: text(row[site.steps.stateField ?? '']),
	inCharge: text(row[site.handlerField]),
	correctedHandler: handlers.get(text(row['amended_from']) ?? ''),
});

const itemOf = (row: Row, { handler, ...work }: Work, { session, fields }: Site): Item => ({
	...work,
	recordId: row.name,
	recordUrl: `${session.baseUrl}/app/expense-claim/${encodeURIComponent(row.name)}`,
	handler: handler ?? null,
	fields: Object.fromEntries(fields.map(({ from, as }) => [as, row[from] ?? null])),
});

async function itemsOf(rows: readonly Row[], site: Site): Promise<readonly (Item | Unclear)[]> {
	const workOf = await site.steps.read(rows.map(({ name }) => name));
	const handlers = await handlersOf(site.session, names(rows, 'amended_from'), site.handlerField);
	return rows.flatMap((row): (Item | Unclear)[] => {
		const created = momentOf(text(row['creation']), site.zone);
		if (created === undefined) return [unreadableTime(row)];
		const corrects = text(row['amended_from']);
		if (corrects !== undefined && !handlers.has(corrects)) return [uncorrected(row, corrects)];
		const work = workOf(claimOf(row, created, site, handlers));
		if (work === undefined) return [];
		return ['unclear' in work ? work : itemOf(row, work, site)];
	});
}

export async function openClaims(job: Job): Promise<Opened<{ data: Row[] }, Row>> {
	const { session, settings } = job;
	const zone = await readZone(session, job.zoneOf);
	const meta = await readMeta(session);
	const handlerField = settings.text('handlerField') ?? '';
	const fields = settings.fields('fields');
	const kept = fields.map(({ from }) => from);
	refuseUnknownFields(meta.fields, [handlerField, ...kept]);
	const steps = await openSteps(job, { zone, meta, handlerField });
	const asked = [
		...new Set([...always, ...(steps.stateField ? [steps.stateField] : []), handlerField, ...kept]),
	];
	const site = { session, zone, handlerField, fields, steps };
	const filters: readonly Filter[] = [['modified', '>=', midnightText(job.since, zone)]];
	const count = await countClaims(session, filters);
	return {
		list: () => ({
			...documentsList(session.baseUrl, {
				docType: claimDocType,
				fields: asked,
				filters,
				pageSize: 500,
				endsWhenShort: false,
			}),
			expected: () => count,
		}),
		id: ({ name }) => name,
		updated: (row) => momentOf(text(row['modified']), zone),
		batch: historyBatch,
		items: async (rows) => await itemsOf(rows, site),
	};
}
