import { previewPay, scorePeriod } from '../../src/index';
import { cases } from '../golden/cases.cjs';
import { openLedger } from './ledger';
import { basePayOf, month, portsOf } from './month';

/** As items travel through nodes and tables. */
const travelled = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

const asRows = (records: readonly object[], column: string) =>
	records.map((record) => ({ period: '2026-10', [column]: JSON.stringify(record) }));

// Whatever a period comes to, payroll takes it as it is: hash, blocked people and all.
describe('what the scoring gives, payroll takes', () => {
	it.each(cases.filter(({ input }) => input.period === '2026-10'))('$name', async ({ input }) => {
		const { scorecards, exceptions, summary } = travelled(await scorePeriod(input));
		const who = scorecards.map(({ employeeId, total }) => ({ id: employeeId, total }));
		const ledger = openLedger(who.map(({ id }) => `HR-${id}`));
		const preview = async (request: Parameters<typeof month>[0]) =>
			await previewPay(
				month({ basePay: who.map(basePayOf), exceptions, blockedPeople: 'payOthers', ...request }),
				portsOf(ledger.http).ports,
			);
		const direct = await preview({ scorecards, summary: [summary] });
		const stored = await preview({
			scorecards: asRows(scorecards, 'scorecard'),
			summary: asRows([summary], 'summary'),
		});
		expect(stored).toEqual(direct);
		expect(direct.lines.map((it) => it.total)).toEqual(who.map(({ total }) => total));
		const blocking = direct.problems.filter((it) => it.blocks).map((it) => it.code);
		expect(blocking).toEqual(who.length > 0 ? [] : ['pay.nothingToPay']);
	});

	it('and the article is paid 2790.00 and 2250.00 of 3000.00', async () => {
		const amounts = [];
		for (const name of ['article-example-a', 'article-example-b']) {
			const input = cases.find((one) => one.name === name)?.input;
			if (input === undefined) continue;
			const { scorecards, exceptions, summary } = await scorePeriod(input);
			const who = scorecards.map(({ employeeId, total }) => ({ id: employeeId, total }));
			const basePay = who.map(basePayOf);
			const ledger = openLedger(who.map(({ id }) => `HR-${id}`));
			const request = month({ scorecards, exceptions, summary: [summary], basePay });
			const { lines } = await previewPay(request, portsOf(ledger.http).ports);
			amounts.push(...lines.map((it) => it.amount));
		}
		expect(amounts).toEqual(['2790.00', '2250.00']);
	});
});
