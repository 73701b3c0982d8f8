// Odoo's search domains: terms [field, operator, value], joined by '&' (also unsaid), '|' and '!' before them.
import { valueError } from './problems.mjs';

const list = (value) => (Array.isArray(value) ? value : [value]);

/** SQL's LIKE: % is any text, _ any character. */
const pattern = (text, flags) =>
	new RegExp(
		`^${text
			.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
			.replaceAll('%', '.*')
			.replaceAll('_', '.')}$`,
		flags,
	);

const operators = {
	'=': (held, wanted) => held === wanted,
	'!=': (held, wanted) => held !== wanted,
	in: (held, wanted) => list(wanted).includes(held),
	'not in': (held, wanted) => !list(wanted).includes(held),
	'>': (held, wanted) => held !== false && held > wanted,
	'>=': (held, wanted) => held !== false && held >= wanted,
	'<': (held, wanted) => held !== false && held < wanted,
	'<=': (held, wanted) => held !== false && held <= wanted,
	like: (held, wanted) => pattern(`%${wanted}%`, 's').test(held || ''),
	'=like': (held, wanted) => pattern(wanted, 's').test(held || ''),
	'=ilike': (held, wanted) => pattern(wanted, 'si').test(held || ''),
};

const termOf = ([field, operator, value], valueOf) => {
	const compare = operators[operator];
	if (compare === undefined) throw valueError(`Invalid operator in term ${operator}`);
	return (row) => compare(valueOf(row, field), value);
};

/** Reads one operand from `at` on; gives the test and where the next begins. */
const operand = (domain, at, valueOf) => {
	const one = domain[at];
	if (one === undefined) throw valueError(`Domain ${JSON.stringify(domain)} is invalid`);
	if (Array.isArray(one)) return { test: termOf(one, valueOf), next: at + 1 };
	const left = operand(domain, at + 1, valueOf);
	if (one === '!') return { test: (row) => !left.test(row), next: left.next };
	const right = operand(domain, left.next, valueOf);
	const test =
		one === '|'
			? (row) => left.test(row) || right.test(row)
			: (row) => left.test(row) && right.test(row);
	return { test, next: right.next };
};

/** `valueOf(row, field)` refuses fields that the model does not have. */
export const testOf = (domain, valueOf) => {
	const tests = [];
	for (let at = 0; at < domain.length; ) {
		const { test, next } = operand(domain, at, valueOf);
		tests.push(test);
		at = next;
	}
	return (row) => tests.every((test) => test(row));
};
