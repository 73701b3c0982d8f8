import { scorePeriod } from '../../src/index';
import { cases } from '../golden/cases.cjs';
import { fixedPart, inOrder } from './model/fixedPart';
import { modelPeriod, type Period } from './model/model';

// The model is itself held to the cases, so that it cannot drift together with the rules.
describe.each(cases.map((one) => [one.name, one] as const))('%s', (_, { input }) => {
	it('scores as the model', async () => {
		const period: Period = {
			...input,
			employees: [...input.employees],
			evidence: [...(input.evidence as Iterable<unknown>)],
			coverage: [...(input.coverage ?? [])],
			claims: [...(input.claims ?? [])],
			ratings: [...(input.ratings ?? [])],
		};
		expect(fixedPart(await scorePeriod(input))).toEqual(inOrder(modelPeriod(period)));
	});
});
