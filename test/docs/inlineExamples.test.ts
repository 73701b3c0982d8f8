import { parseMoney, formatMoney } from '../../src/domain/kernel/money';
import { keyText, payAmount } from '../../src/domain/pay/payLine';
import { readEmployee } from '../../src/items/readEmployee';
import { systems } from '../../src/connectors/registry';
import { codeIn, documents, page } from './pages.cjs';

const prose = documents.map((name) => [name, page(name).replace(/^```[^]*?^```/gm, '')] as const);
const accounts = prose.flatMap(([name, text]) =>
	codeIn(text)
		.filter((code) => /^\{"\w+":/.test(code))
		.map((code) => ({ name, code })),
);

it('shows accounts in the README and for admins', () => {
	expect(accounts.map(({ name }) => name)).toEqual(
		expect.arrayContaining(['README.md', 'docs/systems.md']),
	);
});

it.each(accounts)('$name: $code are accounts of an employee', ({ code }) => {
	const row = readEmployee({ employeeId: 'E1', role: 'operations', accounts: code }, 1);
	expect(row.problems).toEqual([]);
	const known = systems.map(({ id }) => id);
	expect(known).toEqual(expect.arrayContaining([...row.accounts.keys()]));
});

describe('docs/payroll.md', () => {
	const text = page('docs/payroll.md');

	it("shows a line's key as it is made", () => {
		const name = { tenant: 'tenant', period: '2026-10', employeeId: 'E007' };
		const key = keyText({ ...name, component: 'Performance Pay', revision: 0 });
		expect(codeIn(text)).toContain(key);
	});

	it('works out amounts as it says', () => {
		const [said = '', base = '', ...rest] =
			/(\d+[.]\d+) at (\d+) is (\d+[.]\d+), at (\d+) is (\d+[.]\d+)/.exec(text) ?? [];
		expect(said).not.toBe('');
		const money = parseMoney(base, 'CNY') ?? { units: 0n, currency: 'CNY' };
		const [total = '', amount, other = '', otherAmount] = rest;
		const paid = [total, other].map((points) => payAmount(money, BigInt(points) * 100n));
		expect(paid.map(formatMoney)).toEqual([amount, otherAmount]);
	});
});
