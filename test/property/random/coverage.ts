import * as fc from 'fast-check';
import { anyId } from './people';
import { systems } from './records';
import { activities, sources } from './rulebooks';

/** Whole coverage of everything; in some periods rows that are missing, late, partial or doubled. */
export function coverage(month: string): fc.Arbitrary<unknown[]> {
	const grid = sources.flatMap((source) =>
		activities.flatMap((activity) =>
			systems.map((system) => ({
				...{ kind: 'coverage', source, activity, system, period: month, complete: true },
				asOf: '2027-02-01T00:00:00Z',
			})),
		),
	);
	const odd = fc.record({
		kind: fc.constantFrom('coverage', 'coverage'),
		source: fc.constantFrom(...sources),
		system: fc.constantFrom('s1', 's2', 's3'),
		activity: fc.constantFrom(...activities),
		period: fc.constantFrom(month, month, month, '2020-01'),
		complete: fc.constantFrom<unknown>(true, true, false, 'true', null),
		asOf: fc.constantFrom(undefined, '2027-02-01T08:00:00+08:00', '2027-02-02T00:00:00Z', ''),
	});
	return fc
		.tuple(
			fc.oneof(
				{ weight: 4, arbitrary: fc.constant(grid) },
				{ weight: 1, arbitrary: fc.subarray(grid, { minLength: grid.length - 4 }) },
			),
			fc.oneof(
				{ weight: 4, arbitrary: fc.constant([]) },
				{ weight: 1, arbitrary: fc.array(odd, { maxLength: 4 }) },
			),
		)
		.map(([all, added]): unknown[] => [...all, ...added]);
}

export const claims = (month: string): fc.Arbitrary<unknown[]> =>
	fc.array(
		fc
			.record({
				employeeId: anyId,
				activity: fc.constantFrom(...activities),
				period: fc.constantFrom(month, undefined, '', '2020-01'),
				count: fc.constantFrom<unknown>(0, 1, 2, '3', 100, 'many', null, true),
			})
			.map((claim) => ({ kind: 'claim', ...claim })),
		{ maxLength: 3 },
	);
