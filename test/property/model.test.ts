import * as fc from 'fast-check';
import { scorePeriod } from '../../src/index';
import { fixedPart, inOrder } from './model/fixedPart';
import { modelPeriod } from './model/model';
import { periods } from './random/periods';

jest.setTimeout(120_000); // many runs, on a busy machine too

describe('a random period', () => {
	it('scores as the model', async () => {
		await fc.assert(
			fc.asyncProperty(periods, async (period) => {
				expect(fixedPart(await scorePeriod(period))).toEqual(inOrder(modelPeriod(period)));
			}),
			{ numRuns: 500 },
		);
	});
});
