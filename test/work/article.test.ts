import { scorePeriod, workEvidence } from '../../src/index';
import { asOf, at, bought, ofMonth, Office, people } from './office';

/** The month of the article: 12 procurements, 10 on time, 2 late because the supplier was out of stock, all qualified. */
function article(isExcused: boolean): Office {
	const office = new Office();
	for (let number = 1; number <= 12; number += 1) {
		const isLate = number === 5 || number === 6;
		const itemId = bought(
			office,
			number,
			isLate ? 26 : 14 + (number % 5),
			isLate ? 'no stock' : undefined,
		);
		if (isLate && isExcused)
			office.do('excuse', at(27), {
				by: 'L1',
				itemId,
				excuseCode: 'supplierOutOfStock',
				excuseEvidence: 'mail of the supplier',
			});
	}
	return office;
}

const rulebook = {
	rulebook: 1,
	id: 'office',
	version: '1',
	timeZone: 'Asia/Shanghai',
	grades: [{ from: 0, id: 'any' }],
	roles: [
		{
			id: 'administration',
			work: [{ activity: 'procurement', source: 'workLog' }],
			indicators: [
				{
					id: 'onTime',
					activity: 'procurement',
					measure: 'onTime',
					curve: { type: 'share' },
					points: 60,
				},
				{
					id: 'quality',
					activity: 'procurement',
					measure: 'errors',
					curve: { type: 'perDefect', allowance: '0%', step: '10%' },
					points: 40,
				},
			],
		},
	],
};

async function attained(office: Office) {
	const { evidence, coverage } = workEvidence({
		period: '2026-10',
		log: ofMonth(office.rows, '2026-10'),
		now: asOf,
		activities: ['procurement'],
	});
	const employees = people.filter(({ employeeId }) => employeeId === 'A1');
	const result = await scorePeriod({
		period: '2026-10',
		asOf,
		rulebook,
		employees,
		evidence,
		coverage,
	});
	expect(result.exceptions).toEqual([]);
	const lines = result.scorecards[0]?.lines ?? [];
	return lines.map(({ indicator, attainment }) => [indicator, attainment]);
}

describe("the article's month of procurement, from the log to the score", () => {
	it('is 100 % on time where both delays are excused', async () => {
		expect(await attained(article(true))).toEqual([
			['onTime', '1'],
			['quality', '1'],
		]);
	});

	it('is 83.3 % on time where they are not: 10 of 12', async () => {
		expect(await attained(article(false))).toEqual([
			['onTime', '5/6'],
			['quality', '1'],
		]);
	});

	it('counts an error only once a second person has confirmed it', async () => {
		const office = article(true);
		const itemId = 'PR-2026-10-0001/buy';
		office.do('confirmError', at(28), {
			by: 'O1',
			itemId,
			decision: 'report',
			comment: 'wrong chairs',
		});
		expect((await attained(office))[1]).toEqual(['quality', '1']);
		office.do('confirmError', at(28, 11), { by: 'L1', itemId, decision: 'confirm' });
		expect((await attained(office))[1]).toEqual(['quality', '9/10']);
	});
});
