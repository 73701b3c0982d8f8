import { z } from 'zod';
import { lacking, SourceProblem } from '../../engine/problem';
import type { Session } from '../../engine/session';
import { explain } from './refusal';

/** One account of a Chatwoot: where its API is, and where people see it. */
export interface Account {
	readonly api: string;
	readonly page: string;
}

const wire = z.object({
	accounts: z.array(
		z.object({ id: z.number(), name: z.string().nullish(), role: z.string().nullish() }),
	),
});
type Known = z.infer<typeof wire>['accounts'];

const about = "Chatwoot profile of the access token's user";

/** The address of the site, and of the account where the credential names one: …/app/accounts/1. */
function partsOf(baseUrl: string): { readonly site: string; readonly id: string | undefined } {
	const [, site = baseUrl, id] = /^(.*?)\/app(?:\/accounts\/([^/]*).*)?$/.exec(baseUrl) ?? [];
	return { site, id };
}

function chosen(accounts: Known, id: string | undefined): Known[number] {
	const found = accounts.filter((account) => id === undefined || String(account.id) === id);
	const [first] = found;
	if (first && found.length === 1) return first;
	const known = accounts.map(({ id: one, name }) => `${one} (${(name ?? '').slice(0, 40)})`);
	const missing =
		id === undefined
			? `the user has ${accounts.length} accounts`
			: `the user has no account ${id.slice(0, 20)}`;
	throw lacking(about, missing, `Enter the Account ID in the credential: ${known.join(', ')}`);
}

/** An agent gets only the conversations of some inboxes, without an error. Docs: developers.chatwoot.com → Profile */
export async function readAccount(session: Session): Promise<Account> {
	const { site, id } = partsOf(session.baseUrl);
	const request = { method: 'GET' as const, url: `${site}/api/v1/profile` };
	const { accounts } = await session.ask({ about, wire, explain, request });
	const account = chosen(accounts, id);
	if (account.role !== 'administrator')
		throw new SourceProblem({
			kind: 'refused',
			status: 403,
			about,
			found: `the user is no administrator of account ${account.id} and sees only the conversations of some inboxes, the others are left out`,
			remedy: 'Use the access token of a user with the role Administrator in Chatwoot',
		});
	return {
		api: `${site}/api/v1/accounts/${account.id}`,
		page: `${site}/app/accounts/${account.id}`,
	};
}
