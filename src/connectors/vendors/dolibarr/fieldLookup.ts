import { z } from 'zod';
import type { Lookup } from '../../engine/stream';
import { plainFields, recordsList } from './records';
import { id } from './values';

const anyRow = z.object({ id }).passthrough();

/** Only administrators may list the complementary attributes: they are taken from the newest records. */
export const fieldsOf =
	(what: string, path: string): Lookup =>
	async (session) => {
		const list = await recordsList(session, { what, path, wire: anyRow, limit: 20 });
		const [first, newest] = await Promise.all([
			session.ask({ ...list, request: list.first }),
			session.ask({
				...list,
				request: { ...list.first, query: { ...list.first.query, sortorder: 'DESC' } },
			}),
		]);
		const names = [...first, ...newest].flatMap((row) => Object.keys(plainFields(row)));
		return [...new Set(names)].sort().map((name) => ({ value: name, label: name }));
	};
