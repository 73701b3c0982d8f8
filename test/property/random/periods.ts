import * as fc from 'fast-check';
import type { Period } from '../model/model';
import { claims, coverage } from './coverage';
import { employees, ratings } from './people';
import { evidence } from './records';
import { rulebooks } from './rulebooks';
import { edgesOf, months, written, zones } from './times';

/** Cut-offs in hours after the month's end, in UTC. */
const cuts = fc.constantFrom(26, 26, 300, 2000, 0, -200);

/** Whole periods: wild, but most people in them can be scored. */
export const periods: fc.Arbitrary<Period> = fc
	.tuple(months, zones, cuts)
	.chain(([month, timeZone, cut]) =>
		fc
			.record({
				rulebook: rulebooks.map((rulebook) => ({ ...rulebook, timeZone })),
				employees,
				evidence: evidence(month),
				coverage: coverage(month),
				claims: claims(month),
				ratings: ratings(month),
			})
			.map((parts) => ({
				...parts,
				ratings: parts.ratings(parts.employees),
				period: month,
				asOf: written(edgesOf(month)[1] + cut * 3_600_000, '+08:00'),
			})),
	);
