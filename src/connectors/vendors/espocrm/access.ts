import { z } from 'zod';
import { SourceProblem } from '../../engine/problem';
import type { Session } from '../../engine/session';
import { explain } from './refusal';

const level = z.object({ read: z.string().nullish(), stream: z.string().nullish() });
const wire = z.object({ acl: z.object({ table: z.record(z.unknown()) }) });
type Right = keyof z.infer<typeof level>;

/** The level of each right that the roles of the API user give: all, team, own or no. */
export type Access = (entity: string, right: Right) => string;

const about = 'EspoCRM rights of the API user';

/** Docs: docs.espocrm.com → Development → API → GET App/user */
export async function readAccess(session: Session): Promise<Access> {
	const request = { method: 'GET' as const, url: `${session.baseUrl}/api/v1/App/user` };
	const { acl } = await session.ask({ about, wire, explain, request });
	return (entity, right) => level.safeParse(acl.table[entity]).data?.[right] ?? 'no';
}

/** A role of a narrower level gets fewer records, or fewer notes of their streams, without an error. */
export function demandAll(access: Access, entity: string, rights: readonly Right[]): void {
	for (const right of rights) {
		const given = access(entity, right);
		if (given === 'all') continue;
		throw new SourceProblem({
			kind: 'refused',
			status: 403,
			about,
			found: `its role has ${right} of ${entity} at the level ${given.slice(0, 20)}, the others are left out without an error`,
			remedy: `Give the role ${right} of ${entity} at the level all (in EspoCRM: Administration → Roles)`,
		});
	}
}
