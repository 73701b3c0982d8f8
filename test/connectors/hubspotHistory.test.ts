import { hour, readDeal, told } from './hubspotDeal';

/** So many stages, one an hour from `first` on, the last of them won; newest first, as HubSpot gives them. */
const stages = (count: number, first: number) =>
	Array.from({ length: count }, (_, index) =>
		told(index === count - 1 ? 'won' : 'new', first + index),
	).reverse();

describe('a history of which HubSpot gives only the last twenty values', () => {
	it.each([
		{ why: 'ends there', dealstage: stages(20, 3), gap: /as many values of dealstage as HubSpot/ },
		{ why: 'is whole', dealstage: stages(20, 0), gap: null },
		{ why: 'is shorter', dealstage: stages(19, 3), gap: null },
		{ why: 'is longer', dealstage: stages(21, 3), gap: null },
	])('$why', async ({ dealstage, gap }) => {
		const { coverage } = await readDeal({ dealstage });
		expect(coverage.gap).toEqual(gap === null ? null : expect.stringMatching(gap));
	});

	it('is so for the owner too', async () => {
		const owners = Array.from({ length: 20 }, (_, index) => told(String(index % 2), 20 - index));
		const history = { dealstage: [told('won', 9), told('new', 0)], hubspot_owner_id: owners };
		const { coverage } = await readDeal(history);
		expect(coverage.gap).toMatch(/as many values of hubspot_owner_id.+by a pipeline of its own\.$/);
		expect((await readDeal(history, {}, hour(1))).coverage.gap).toBeNull();
	});
});
