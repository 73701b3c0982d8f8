// RT's searches: TicketSQL and TransactionSQL as far as connectors use them.
const TOKEN = /\s*([()]|>=|<=|!=|=|>|<|'(?:\\.|[^'\\])*'|[\w.]+)/y;
const OPERATORS = {
	'=': (a, b) => a === b,
	'!=': (a, b) => a !== b,
	'>': (a, b) => a > b,
	'<': (a, b) => a < b,
	'>=': (a, b) => a >= b,
	'<=': (a, b) => a <= b,
};

const tokensOf = (text) => {
	const tokens = [];
	TOKEN.lastIndex = 0;
	for (let found = TOKEN.exec(text); found !== null; found = TOKEN.exec(text))
		tokens.push(found[1]);
	return tokens;
};

const unquoted = (token) =>
	token.startsWith("'") ? token.slice(1, -1).replace(/\\(.)/g, '$1') : token;

/** 'YYYY-MM-DD HH:MM:SS' in the zone of the one who asks; an offset in it is ignored. */
const momentOf = (text, offsetMinutes) =>
	Date.parse(`${text.slice(0, 19).replace(' ', 'T')}Z`) - offsetMinutes * 60000;

/**
 * A query as a test of a row. `fields` maps a field to { kind: 'number' | 'text' | 'date', of: (row) → value, among? },
 * where `among(value)` says what a word such as __Inactive__ stands for. Throws with RT's own words.
 */
export const parse = (query, fields, offsetMinutes) => {
	const tokens = tokensOf(query);
	let at = 0;
	const clause = () => {
		if (tokens[at] === '(') {
			at += 1;
			const inner = either();
			if (tokens[at] !== ')') throw new Error(`Incomplete query, 1 unclosed paren in '${query}'`);
			at += 1;
			return inner;
		}
		const [name, operator, told] = tokens.slice(at, at + 3);
		at += 3;
		const field = fields[name];
		if (field === undefined) throw new Error(`Unknown field: ${name}`);
		const [compare, value] = [OPERATORS[operator], unquoted(told)];
		const special = field.among?.(value);
		if (special !== undefined) return (row) => special(row) === (operator === '=');
		if (field.kind === 'date')
			return (row) => compare(field.of(row), momentOf(value, offsetMinutes));
		if (field.kind === 'number') return (row) => compare(field.of(row), Number(value));
		return (row) => compare(field.of(row).toLowerCase(), value.toLowerCase());
	};
	const series = (word, next, join) => {
		const parts = [next()];
		while (tokens[at]?.toUpperCase() === word) {
			at += 1;
			parts.push(next());
		}
		return (row) => parts[join]((part) => part(row));
	};
	const both = () => series('AND', clause, 'every');
	const either = () => series('OR', both, 'some');
	return either();
};
