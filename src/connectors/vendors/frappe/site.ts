import { z } from 'zod';
import type { TimeZone } from '../../../domain/kernel/time';
import { lacking } from '../../engine/problem';
import type { Session } from '../../engine/session';
import { documentsList, explainFor, text, type Filter } from './documents';

export const claimDocType = 'Expense Claim';

const zoneWire = z.object({ message: z.object({ time_zone: z.string() }) });

export const zoneCall = (session: Session) => ({
	about: 'Frappe time zone',
	wire: zoneWire,
	explain: explainFor('System Settings'),
	request: {
		method: 'GET' as const,
		url: `${session.baseUrl}/api/method/frappe.client.get_time_zone`,
	},
});

/** The zone of all times of the site, which Frappe writes without one. */
export async function readZone(
	session: Session,
	zoneOf: (id: string) => TimeZone | undefined,
): Promise<TimeZone> {
	const call = zoneCall(session);
	const { message } = await session.ask(call);
	const zone = zoneOf(message.time_zone);
	if (zone) return zone;
	const found = `the site's time zone '${message.time_zone.slice(0, 60)}' is not known`;
	throw lacking(call.about, found, 'Choose an IANA time zone in System Settings');
}

const fieldWire = z.object({
	fieldname: z.string().nullish(),
	label: z.string().nullish(),
	fieldtype: z.string().nullish(),
	/** Of a link: the DocType that it leads to. */
	options: z.string().nullish(),
});
export type Field = z.infer<typeof fieldWire>;

const metaWire = z.object({
	docs: z.array(
		z.object({
			name: z.string(),
			track_changes: z.union([z.number(), z.boolean()]).nullish(),
			fields: z.array(fieldWire).nullish(),
		}),
	),
});

export interface Meta {
	readonly tracksChanges: boolean;
	readonly fields: ReadonlySet<string>;
	readonly form: readonly Field[];
}

/** The form as customised on this site: which fields it has, and whether its changes are kept. */
export async function readMeta(session: Session): Promise<Meta> {
	const about = `Frappe form of ${claimDocType}`;
	const { docs } = await session.ask({
		about,
		wire: metaWire,
		explain: explainFor(claimDocType),
		request: {
			method: 'GET',
			url: `${session.baseUrl}/api/method/frappe.desk.form.load.getdoctype`,
			query: { doctype: claimDocType },
		},
	});
	const form = docs.find(({ name }) => name === claimDocType);
	if (!form) throw lacking(about, 'there is none', 'Install Frappe HR on this site');
	return {
		tracksChanges: Boolean(form.track_changes),
		fields: new Set((form.fields ?? []).flatMap(({ fieldname }) => fieldname ?? [])),
		form: form.fields ?? [],
	};
}

export interface Workflow {
	/** The field of a claim that holds its state. */
	readonly stateField: string;
	/** The first is that of a new document. */
	readonly states: readonly string[];
	/** States from which a claim is submitted: where it is decided. */
	readonly deciding: readonly string[];
	/** States that set the approval status of a claim to rejected, or have its name. */
	readonly rejects: (state: string) => boolean;
}

const workflowWire = z.object({
	data: z.object({
		states: z.array(
			z.object({
				state: z.string(),
				idx: z.number().nullish(),
				doc_status: z.union([z.string(), z.number()]).nullish(),
				update_field: z.string().nullish(),
				update_value: z.string().nullish(),
			}),
		),
		transitions: z.array(z.object({ state: z.string(), next_state: z.string() })),
	}),
});

const submitted = '1';
const rejected = 'Rejected';

/** The active workflow of claims; undefined: there is none. */
export async function readWorkflow(session: Session): Promise<Workflow | undefined> {
	const [active] = await session.all(
		documentsList(session.baseUrl, {
			docType: 'Workflow',
			fields: ['workflow_state_field'],
			filters: [
				['document_type', '=', claimDocType],
				['is_active', '=', 1],
			],
			pageSize: 20,
			endsWhenShort: true,
		}),
	);
	if (!active) return undefined;
	const { data } = await session.ask({
		about: `Frappe workflow of ${claimDocType}`,
		wire: workflowWire,
		explain: explainFor('Workflow'),
		request: {
			method: 'GET',
			url: `${session.baseUrl}/api/resource/Workflow/${encodeURIComponent(active.name)}`,
		},
	});
	const inOrder = [...data.states].sort((a, b) => (a.idx ?? 0) - (b.idx ?? 0));
	const isSubmitted = (state: string): boolean =>
		inOrder.some((one) => one.state === state && String(one.doc_status ?? '0') === submitted);
	const leaving = data.transitions
		.filter(({ state, next_state: next }) => !isSubmitted(state) && isSubmitted(next))
		.map(({ state }) => state);
	return {
		stateField: text(active['workflow_state_field']) ?? 'workflow_state',
		states: inOrder.map(({ state }) => state),
		deciding: [...new Set(leaving)],
		rejects: (name) =>
			name === rejected ||
			data.states.some(
				({ state, update_field: field, update_value: value }) =>
					state === name && field === 'approval_status' && value === rejected,
			),
	};
}

const countWire = z.object({ message: z.number() });

/** How many claims the list must give: an empty page in its middle would look like its end. */
export const countClaims = async (session: Session, filters: readonly Filter[]): Promise<number> =>
	(
		await session.ask({
			about: `Frappe number of ${claimDocType}`,
			wire: countWire,
			explain: explainFor(claimDocType),
			request: {
				method: 'GET',
				url: `${session.baseUrl}/api/method/frappe.client.get_count`,
				query: { doctype: claimDocType, filters: JSON.stringify(filters) },
			},
		})
	).message;
