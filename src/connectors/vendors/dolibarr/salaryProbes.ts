import type { Probe } from '../../engine/stream';
import { readUsers } from './payUsers';
import { readByKeys } from './salaries';
import { checkScope } from './scope';

/** What paying reads; whether it may write shows only in writing. */
export const salaryProbes: readonly Probe[] = [
	{
		reads: 'the rights of the user',
		run: async (session) => await checkScope(session, ['salaries']),
	},
	{
		reads: 'salaries',
		run: async (session) => await readByKeys(session, ['0'.repeat(64)]),
	},
	{ reads: 'users', run: readUsers },
];
