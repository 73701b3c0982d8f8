// Starts the three systems with the article's company in them. Run: node demo/sandbox/start.mjs [--port 8090]
import { pathToFileURL } from 'node:url';
import { frappeData } from '../company/frappe.mjs';
import { hubspotData } from '../company/hubspot.mjs';
import { company } from '../company/plan.mjs';
import { zendeskData } from '../company/zendesk.mjs';
import { frappe } from './frappe.mjs';
import { READER } from './frappe/doctypes.mjs';
import { ALL_SCOPES, hubspot } from './hubspot.mjs';
import { serve } from './server.mjs';
import { zendesk } from './zendesk.mjs';

export const defaultTokens = {
	hubspot: 'pat-na1-5a4d0b0c-sandbox',
	frappeKey: 'sandboxkey000001',
	frappeSecret: 'sandboxsecret001',
	zendeskEmail: `evidence@${company.domain}`,
	zendeskToken: 'sandboxzendesktoken0000000000000000000001',
};

/** The records end on 5 November 2026: a clock that is behind would hide some of them. */
const EARLIEST = Date.parse('2026-11-06T09:00:00+08:00');
export const sandboxNow = () => Math.max(Date.now(), EARLIEST);

/** How much faster than the real thing each vendor's limits refill. */
const PACE = { hubspot: 1, zendesk: 30 };

/**
 * `ports` { hubspot, frappe, zendesk } (0: free), `tokens` as above, `scopes` of the HubSpot token, `roles` of the
 * Frappe user, `zendeskRole`, `pace`, `now`, `data` to replace a system's, and `frappeSettings` for the rest.
 * Answers for each system { url, requests, faults, token(s) }, and `ledger()`, `unpay()` and `stop()`.
 */
export const start = async ({
	ports = {},
	tokens = {},
	scopes = ALL_SCOPES,
	roles = ['HR User', READER],
	zendeskRole = 'admin',
	pace = {},
	now = sandboxNow,
	data = {},
	frappeSettings = {},
} = {}) => {
	const given = { ...defaultTokens, ...tokens };
	const speed = { ...PACE, ...pace };
	const systems = {
		hubspot: hubspot({
			data: data.hubspot ?? hubspotData(),
			tokens: { [given.hubspot]: scopes },
			pace: speed.hubspot,
			now,
		}),
		frappe: frappe({
			data: data.frappe ?? frappeData(),
			tokens: {
				[`${given.frappeKey}:${given.frappeSecret}`]: { user: `evidence@${company.domain}`, roles },
			},
			now,
			...frappeSettings,
		}),
		zendesk: zendesk({
			data: data.zendesk ?? zendeskData(),
			tokens: {
				[`${given.zendeskEmail}/token:${given.zendeskToken}`]: {
					email: given.zendeskEmail,
					role: zendeskRole,
				},
			},
			...{ plan: 'plus', exportsPerMinute: 30 }, // the High Volume add-on
			pace: speed.zendesk,
			now,
		}),
	};
	const [hub, site, desk] = await Promise.all(
		['hubspot', 'frappe', 'zendesk'].map((name) =>
			serve(systems[name], { port: ports[name] ?? 0 }),
		),
	);
	const servers = [hub, site, desk];
	return {
		hubspot: { ...hub, token: given.hubspot },
		frappe: {
			...site,
			key: given.frappeKey,
			secret: given.frappeSecret,
			store: systems.frappe.store,
		},
		zendesk: { ...desk, email: given.zendeskEmail, token: given.zendeskToken },
		requests: { hubspot: hub.requests, frappe: site.requests, zendesk: desk.requests },
		faults: { hubspot: hub.faults, frappe: site.faults, zendesk: desk.faults },
		/** What payroll has: every Additional Salary, drafts and cancelled ones too. */
		ledger: () => systems.frappe.store.all('Additional Salary'),
		/** Takes payments back, past the API. */
		removePayment: (name) => systems.frappe.store.remove('Additional Salary', name),
		unpay: () => {
			const { store } = systems.frappe;
			for (const { name } of store.all('Additional Salary'))
				store.remove('Additional Salary', name);
		},
		stop: async () => void (await Promise.all(servers.map((server) => server.stop()))),
	};
};

const main = async () => {
	const at = process.argv.indexOf('--port');
	const first = at < 0 ? 0 : Number(process.argv[at + 1]);
	const ports = first === 0 ? {} : { hubspot: first, frappe: first + 1, zendesk: first + 2 };
	const { hubspot: hub, frappe: site, zendesk: desk } = await start({ ports });
	console.log(`HubSpot   ${hub.url}  token ${hub.token}`);
	console.log(`Frappe HR ${site.url}  key ${site.key}  secret ${site.secret}`);
	console.log(`Zendesk   ${desk.url}  e-mail ${desk.email}  token ${desk.token}`);
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
