import type { Asked, Said } from './loopback.cjs';

const stage = (id: string, isClosed: boolean) => ({ id, metadata: { isClosed: String(isClosed) } });
const change = (value: string, timestamp: string) => ({ value, timestamp });

/** As much of HubSpot as two tickets of Ann's need: one closed in October, one open. */
const answers: { readonly [path: string]: object } = {
	'/crm/v3/owners': { results: [{ id: '881', email: 'ann@x.example' }] },
	'/crm/v3/pipelines/tickets': {
		results: [{ id: '0', label: 'Support', stages: [stage('1', false), stage('4', true)] }],
	},
	'/crm/v3/pipelines/deals': { results: [] },
	'/crm/v3/objects/deals/search': { total: 0, results: [] },
	'/crm/v3/objects/contacts/search': { total: 0, results: [] },
	'/account-info/v3/details': { portalId: 7, uiDomain: 'app.hubspot.com' },
	'/crm/v3/objects/tickets/search': {
		total: 2,
		results: [
			{
				id: '501',
				properties: {
					hs_lastmodifieddate: '2026-10-08T09:00:00Z',
					hubspot_owner_id: '881',
					hs_pipeline_stage: '4',
				},
			},
			{
				id: '502',
				properties: {
					hs_lastmodifieddate: '2026-10-09T09:00:00Z',
					hubspot_owner_id: '881',
					hs_pipeline_stage: '1',
				},
			},
		],
	},
	'/crm/v3/objects/tickets/batch/read': {
		results: [
			{
				id: '501',
				propertiesWithHistory: {
					hubspot_owner_id: [change('881', '2026-10-08T01:12:00Z')],
					hs_pipeline_stage: [
						change('4', '2026-10-08T09:00:00Z'),
						change('1', '2026-10-08T01:12:00Z'),
					],
				},
			},
			{
				id: '502',
				propertiesWithHistory: {
					hubspot_owner_id: [change('881', '2026-10-09T01:00:00Z')],
					hs_pipeline_stage: [change('1', '2026-10-09T01:00:00Z')],
				},
			},
		],
	},
};

export function smallHubspot({ url }: Asked): Said {
	const body = answers[url.replace(/\?.*/, '')];
	return body === undefined ? { status: 404, body: { message: 'not found' } } : { body };
}
