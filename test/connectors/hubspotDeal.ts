import { collectEvidence } from '../../src/app/evidence/collectEvidence';
import type { HttpRequest } from '../../src/connectors/engine/http';

export const hour = (hours: number): string => new Date(Date.UTC(2026, 9, 8, hours)).toISOString();
/** A value of a property's history. */
export const told = (value: string, hours: number) => ({ value, timestamp: hour(hours) });

/** HubSpot with one deal, in the closed stage 'won' of a pipeline with this and 'new', by its history. */
const bodiesOf = (history: object, createdAt: string): readonly (readonly [RegExp, object])[] => [
	[/owners/, { results: [{ id: '5', email: 'li@x.example' }] }],
	[/account-info/, { portalId: 1 }],
	[
		/pipelines/,
		{
			results: [
				{
					...{ id: 'p', label: 'P' },
					stages: [{ id: 'new' }, { id: 'won', metadata: { isClosed: 'true' } }],
				},
			],
		},
	],
	[/search/, { total: 1, results: [{ id: '7', createdAt, properties: { dealstage: 'won' } }] }],
	[
		/batch/,
		{
			results: [
				{ id: '7', propertiesWithHistory: { hubspot_owner_id: [told('5', 1)], ...history } },
			],
		},
	],
];

export async function readDeal(history: object, parameters: object = {}, createdAt = hour(0)) {
	const bodies = bodiesOf(history, createdAt);
	const http = async ({ url }: HttpRequest) =>
		await Promise.resolve({
			...{ status: 200, headers: { 'content-type': 'application/json' } },
			body: JSON.stringify(bodies.find(([path]) => path.test(url))?.[1] ?? {}),
		});
	return await collectEvidence(
		{
			...{ system: 'hubspot', stream: 'deals', baseUrl: 'https://a.example' },
			...{ period: '2026-10', timeZone: 'Asia/Shanghai', parameters: { ...parameters } },
		},
		{
			...{ http, cancelled: () => false, wait: async () => await Promise.resolve() },
			now: () => '2026-11-02T00:00:00Z',
		},
	);
}
