// Sixty people to pay, by hand-checkable numbers: what payroll sandboxes start with and what must be paid in the end.

/** 4 → 'E004' */
const idOf = (number) => `E${String(number).padStart(3, '0')}`;

/** Cents, half up: a base in cents at a total in hundredths of a point. */
const payOf = (base, total) => (base * total + 5000n) / 10000n;

const money = (cents) => `${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`;

/**
 * The first is paid 3000.00 at 93: 2790.00. Then bases rise by 12.50 and totals go down by 0.37, so that many end on
 * half a cent. `email` is the account, `base`, `total` and `amount` are decimal texts.
 */
export const payees = Array.from({ length: 60 }, (_, index) => {
	const base = 300000n + BigInt(index) * 1250n;
	const total = 9300n - BigInt(index) * 37n;
	return {
		employeeId: idOf(index + 1),
		name: `Person ${index + 1}`,
		email: `${idOf(index + 1).toLowerCase()}@x.example`,
		base: money(base),
		total: money(total),
		amount: money(payOf(base, total)),
	};
});
