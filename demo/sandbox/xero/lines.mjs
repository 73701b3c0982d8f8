// What Xero takes as the lines of a payslip, and what it makes of them.
const KINDS = [
	...['EarningsLines', 'LeaveEarningsLines', 'TimesheetEarningsLines', 'DeductionLines'],
	...['LeaveAccrualLines', 'ReimbursementLines', 'SuperannuationLines', 'TaxLines'],
];
const FIELDS = {
	EarningsRateID: 'string',
	CalculationType: 'string',
	AnnualSalary: 'number',
	NumberOfUnitsPerWeek: 'number',
	RatePerUnit: 'number',
	NormalNumberOfUnits: 'number',
	Amount: 'number',
	NumberOfUnits: 'number',
	FixedAmount: 'number',
};

const wrongField = (line) =>
	Object.entries(line).find(([name, value]) => value !== null && typeof value !== FIELDS[name]);

const hasTwoDecimals = (value) => Math.abs(Math.round(value * 100) - value * 100) < 1e-6;

/** Why a line is not one; undefined: it is. */
function wrongLine(line, rates) {
	const field = wrongField(line);
	if (field !== undefined)
		return { status: 400, why: `${field[0]} is not a field, or of its type` };
	const rate = rates.find(({ EarningsRateID: id }) => id === line.EarningsRateID);
	if (rate === undefined) return { status: 400, why: 'EarningsRateID is not known' };
	if (rate.CurrentRecord === false) return { status: 200, why: `${rate.Name} is archived` };
	const isFixed = rate.RateType === 'FIXEDAMOUNT';
	if (isFixed && typeof (line.FixedAmount ?? line.Amount) !== 'number')
		return { status: 200, why: `${rate.Name} needs an amount` };
	if (isFixed && !hasTwoDecimals(line.FixedAmount ?? line.Amount))
		return { status: 200, why: `${rate.Name} has too many decimals` };
	if (!isFixed && typeof line.NumberOfUnits !== 'number')
		return { status: 200, why: `${rate.Name} needs a number of units` };
	return undefined;
}

/** Why the body of a change is not one: with 400, or with 200 and the reason inside. */
export function wrongChange(body, rates) {
	if (!Array.isArray(body) || body.length !== 1)
		return { status: 400, why: 'The body must be an array with one payslip' };
	const [change] = body;
	const unknown = Object.keys(change).find((kind) => !KINDS.includes(kind));
	if (unknown !== undefined) return { status: 400, why: `${unknown} cannot be changed` };
	if (Object.values(change).some((lines) => !Array.isArray(lines)))
		return { status: 400, why: 'Lines must be a list' };
	for (const line of change.EarningsLines ?? []) {
		const wrong = wrongLine(line, rates);
		if (wrong !== undefined) return wrong;
	}
	return undefined;
}

const cents = (line, rates) => {
	const fixed = line.FixedAmount ?? line.Amount;
	const { RatePerUnit: rate } =
		rates.find(({ EarningsRateID: id }) => id === line.EarningsRateID) ?? {};
	const amount = fixed ?? Number(line.RatePerUnit ?? rate ?? 0) * (line.NumberOfUnits ?? 0);
	return Math.round(amount * 100);
};

/** The sum of the earnings, as pay runs show it. */
export const wagesOf = ({ EarningsLines: lines }, rates) =>
	lines.reduce((sum, line) => sum + cents(line, rates), 0) / 100;
