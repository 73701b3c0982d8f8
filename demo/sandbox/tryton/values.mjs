// How Tryton writes what JSON has no type for, and how it compares.
const DAY = ['year', 'month', 'day'];
const CLOCK = ['hour', 'minute', 'second', 'microsecond'];

export const datetime = (ms) => {
	const at = new Date(ms);
	return {
		...date(ms),
		__class__: 'datetime',
		...{ hour: at.getUTCHours(), minute: at.getUTCMinutes(), second: at.getUTCSeconds() },
		microsecond: at.getUTCMilliseconds() * 1000,
	};
};

export const date = (ms) => {
	const at = new Date(ms);
	return {
		...{ __class__: 'date', year: at.getUTCFullYear() },
		...{ month: at.getUTCMonth() + 1, day: at.getUTCDate() },
	};
};

export const decimal = (text) => ({ __class__: 'Decimal', decimal: text });
export const timedelta = (seconds) => ({ __class__: 'timedelta', seconds });

/** A value that can be compared; null stays what it is. */
const plain = (value) =>
	value?.__class__ === undefined
		? (value ?? null)
		: [...DAY, ...CLOCK].map((part) => String(value[part] ?? 0).padStart(6, '0')).join();

const COMPARE = {
	'=': (a, b) => a === b,
	'!=': (a, b) => a !== b,
	'>': (a, b) => a > b,
	'<': (a, b) => a < b,
	'>=': (a, b) => a >= b,
	'<=': (a, b) => a <= b,
};

const isClause = (part) => typeof part[0] === 'string' && part[1] in COMPARE;

/** Tryton's domains: clauses in a list, all of them unless it begins with OR; what is null is neither more nor less. */
export const matches = (domain, row) => {
	if (isClause(domain)) {
		const [field, operator, wanted] = domain;
		const [value, other] = [plain(row[field]), plain(wanted)];
		const isOrdered = operator.includes('>') || operator.includes('<');
		return isOrdered && value === null ? false : COMPARE[operator](value, other);
	}
	const isOr = domain[0] === 'OR';
	const parts = domain.filter((part) => part !== 'OR' && part !== 'AND');
	if (parts.length === 0) return true;
	return isOr
		? parts.some((part) => matches(part, row))
		: parts.every((part) => matches(part, row));
};
