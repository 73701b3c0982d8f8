// Three people to pay, by hand-checkable numbers, and their scored month.
import { createHash } from 'node:crypto';
import { payees } from '../../demo/company/payees.mjs';

export const people = payees.slice(0, 3);

const scorecardOf = ({ employeeId, total }) => ({
	...{ kind: 'scorecard', employeeId, period: '2026-10', total: Number(total) },
	rulebookHash: 'a'.repeat(64),
});

const sorted = (value) =>
	Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));

/** Their month as the score node gives it; `totals` by employee in place of their own. */
export const scored = (totals) => {
	const scorecards = people.map((one) =>
		scorecardOf({ ...one, total: totals[one.employeeId] ?? one.total }),
	);
	const text = JSON.stringify(scorecards.map(sorted));
	return {
		scorecards,
		exceptions: [],
		summary: [
			{
				...{ period: '2026-10', scored: scorecards.length, blocked: 0 },
				resultHash: createHash('sha256').update(text).digest('hex'),
			},
		],
	};
};
