import { z } from 'zod';
import type { HttpRequest, Ports } from '../../src/connectors/engine/http';
import type { List, Paging } from '../../src/connectors/engine/page';
import { readParameters } from '../../src/connectors/engine/parameters';
import { readStream } from '../../src/connectors/engine/read';
import { openSession } from '../../src/connectors/engine/session';
import { defineStream, type Item, type Opened } from '../../src/connectors/engine/stream';

export interface Row {
	readonly id: number;
	readonly at: number;
}
const wire = z.object({
	rows: z.array(z.object({ id: z.number(), at: z.number() })),
	next: z.string().nullish(),
	total: z.number().optional(),
});
export type Body = z.infer<typeof wire>;
export const [OCTOBER, NOVEMBER] = [Date.UTC(2026, 9, 1), Date.UTC(2026, 10, 1)];
export const NOW = NOVEMBER + 3_600_000;

export const base = { method: 'GET', url: 'https://a.example/rows' } as const;
export const listOf = (paging: Paging<Body, Row>): List<Body, Row> => ({
	about: 'Rows',
	wire,
	first: base,
	rows: (body) => body.rows,
	expected: (body) => body.total,
	paging,
});

/** Answers by a function of the query; headers beside it. */
export function portsOf(
	serve: (query: { readonly [name: string]: string }, request: HttpRequest) => object,
	headers = {},
): Ports & { readonly urls: string[] } {
	const urls: string[] = [];
	return {
		urls,
		http: async (request) => {
			urls.push(`${request.url}?${new URLSearchParams(request.query).toString()}`);
			const body = JSON.stringify(serve(request.query ?? {}, request));
			return await Promise.resolve({
				status: 200,
				headers: { 'content-type': 'application/json', ...headers },
				body,
			});
		},
		now: () => new Date(NOW).toISOString(),
		wait: async () => await Promise.resolve(),
		cancelled: () => false,
	};
}

export async function read(
	opened: Partial<Opened<Body, Row>> & Pick<Opened<Body, Row>, 'list'>,
	ports: Ports,
	more: { readonly atOnce?: number; readonly maxItems?: number } = {},
) {
	const settings = readParameters([], {});
	if (!settings.ok) throw new Error('no parameters, no problems');
	const stream = defineStream<Body, Row>({
		id: 'rows',
		label: 'Rows',
		description: '',
		area: 'crm',
		activity: 'rows',
		parameters: [],
		open: async () =>
			await Promise.resolve({
				id: (row) => String(row.id),
				updated: (row) => row.at,
				batch: 2,
				items: async (rows) =>
					await Promise.resolve(
						rows.map(
							(row): Item => ({
								recordId: String(row.id),
								status: 'open',
								errors: row.at - OCTOBER,
							}),
						),
					),
				...opened,
			}),
	});
	const job = {
		session: openSession(ports, { baseUrl: 'https://a.example' }),
		settings: settings.value,
		period: { from: OCTOBER, to: NOVEMBER },
		since: OCTOBER,
		zoneOf: () => undefined,
		now: NOW,
	};
	const rest = { system: 's', activity: 'rows', period: '2026-10', maxItems: undefined, ...more };
	return await readStream({ job, stream, ...rest });
}

/** Five rows, updated one after the other. */
export const all: readonly Row[] = [1, 2, 3, 4, 5].map((id) => ({ id, at: OCTOBER + id }));
