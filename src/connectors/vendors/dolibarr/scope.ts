import { z } from 'zod';
import { at } from '../../engine/place';
import { SourceProblem } from '../../engine/problem';
import type { Session } from '../../engine/session';
import { apiUrl } from './records';
import { explain, withRight, wrongKey } from './refusal';
import { link } from './values';

/** Any user may read it: a key that is refused here is a wrong one. */
export async function readStatus(session: Session): Promise<void> {
	await session.ask({
		...{ about: 'Dolibarr status', wire: z.object({ success: z.object({}) }) },
		explain: (status, body) => (status === 401 ? wrongKey : explain(status, body)),
		request: { method: 'GET', url: apiUrl(session, 'status') },
	});
}

export const usersRight = 'Read information of other users (user → user → lire)';

/** Rights without which lists are short, without an error. Code: htdocs/comm/propal/class/api_proposals.class.php, $search_sale */
const silent = {
	customers: {
		place: 'societe.client.voir',
		right: 'Read all third parties and their objects (societe → client → voir)',
	},
	agenda: {
		place: 'agenda.allactions.read',
		right: 'Read events of others (agenda → allactions → read)',
	},
	salaries: {
		place: 'salaries.readall',
		right: 'Read all salaries (salaries → readall)',
	},
} as const;

/** A user who sees a part only gets short lists, so that this is asked before they are read. */
export async function checkScope(
	session: Session,
	needs: readonly (keyof typeof silent)[],
): Promise<void> {
	await readStatus(session);
	const about = 'Dolibarr rights of the user';
	const { rights, socid } = await withRight(
		session.ask({
			...{ about, wire: z.object({ rights: z.unknown(), socid: link }), explain },
			request: {
				...{ method: 'GET', url: apiUrl(session, 'users/info') },
				query: { includepermissions: '1' },
			},
		}),
		usersRight,
	);
	const missing = needs
		.filter((need) => !at(rights, silent[need].place))
		.map((need) => `“${silent[need].right}”`);
	if (missing.length === 0 && socid === undefined) return;
	const [found, remedy] =
		socid === undefined
			? [
					'the user sees only a part of the records, the others are left out',
					`Give the user the right ${missing.join(' and ')}`,
				]
			: ['the user belongs to a third party and sees only its records', 'Use an internal user'];
	throw new SourceProblem({ kind: 'refused', status: 403, about, found, remedy });
}
