import type { Session } from '../../engine/session';
import type { Item, Unclear } from '../../engine/stream';
import { recordLink } from './link';
import { opportunities, type Opportunity } from './opportunity';
import { stateNow, type Course, type Lack, type Meaning } from './opportunityState';

const recordDates = 'or set History to Dates of the Record';
const lacks: { readonly [L in Lack]: Omit<Unclear, 'recordId'> } = {
	changes: {
		unclear: 'its tracked changes do not lead to what it is now',
		remedy: `Read it again; where it was imported or its messages were deleted, look at it in Odoo, ${recordDates}`,
	},
	stage: {
		unclear: 'it was in a stage that is no longer there, so nobody can tell whether it was won',
		remedy: `Look at it in Odoo, ${recordDates}`,
	},
};

/** Of the record alone nobody can tell how often it was opened again. */
type Told = Omit<Course, 'reopened' | 'isClosed'> & { readonly reopened?: number };

/** What the record itself keeps: the salesperson of now, the last assignment and the last closing. */
export function courseNow(one: Opportunity, { stages, ends }: Meaning): Told {
	const { user_id: user, date_open: assigned, date_conversion: converted = -Infinity } = one;
	const state = stateNow(one, stages);
	return {
		owner: user === undefined ? undefined : String(user),
		state,
		assignedAt: assigned === undefined ? undefined : Math.max(assigned, converted),
		closedAt: ends.includes(state) ? one.date_closed : undefined,
	};
}

/** The numbers of the users whose accounts are needed. */
export const ownersIn = (course: Told | Lack): readonly number[] =>
	typeof course === 'object' && course.owner ? [Number(course.owner)] : [];

/** What the settings and the system say, for every opportunity alike. */
interface Reading {
	readonly session: Session;
	readonly ends: readonly string[];
	readonly fieldsOf: (one: Opportunity) => NonNullable<Item['fields']>;
	readonly accountOf: ReadonlyMap<number, string>;
}

function statusOf(state: string, ends: readonly string[]): Item['status'] {
	if (state === 'open') return 'open';
	return ends.includes(state) ? 'done' : 'cancelled';
}

export function opportunityItem(
	one: Opportunity,
	course: Told | Lack,
	{ session, ends, fieldsOf, accountOf }: Reading,
): Item | Unclear {
	const recordId = String(one.id);
	if (typeof course === 'string') return { recordId, ...lacks[course] };
	const { owner, state, assignedAt, closedAt, reopened } = course;
	return {
		recordId,
		recordUrl: recordLink(session, opportunities, one.id),
		handler: accountOf.get(Number(owner)) ?? null,
		status: statusOf(state, ends),
		assignedAt,
		completedAt: closedAt,
		...(reopened === undefined ? {} : { errors: reopened }),
		fields: fieldsOf(one),
	};
}
