// sqlfilters as Dolibarr reads them: (column:operator:value), joined by and, or by or. Its answers to wrong ones differ by version.
const CRITERION = /\(([a-zA-Z0-9_.]+):([<>!=a-z]+):([^()]*)\)/g;

const numeric = (value) => value !== '' && !Number.isNaN(Number(value));
const compare = (a, b) =>
	numeric(a) && numeric(b) ? Number(a) - Number(b) : a < b ? -1 : a > b ? 1 : 0;

const operators = {
	'=': (a, b) => compare(a, b) === 0,
	'!=': (a, b) => compare(a, b) !== 0,
	'<': (a, b) => compare(a, b) < 0,
	'<=': (a, b) => compare(a, b) <= 0,
	'>': (a, b) => compare(a, b) > 0,
	'>=': (a, b) => compare(a, b) >= 0,
	in: (a, b) => b.split(',').includes(a),
	/** As MySQL compares: % is any text, and case does not count. */
	like: (a, b) =>
		new RegExp(
			`^${b
				.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
				.replaceAll('%', '.*')
				.replaceAll('_', '.')}$`,
			'is',
		).test(a),
};

const unquoted = (value) => value.replace(/^'(.*)'$/, '$1');

/**
 * { test } of a row's columns, or { wrong }: a reason with its status. `columns` are those that the table has; `version` 16
 * hands wrong syntax to the database, which wants the blanks about `and`; before 12 a value may hold no colon.
 */
export const readFilters = (text, { columns, version, what }) => {
	const sql = (reason) => ({ status: 503, reason: `Error when retrieve ${what} list : ${reason}` });
	const parts = [...text.matchAll(CRITERION)];
	const rest = text.replace(CRITERION, '');
	const isEither = / or /i.test(rest);
	if (parts.length === 0 || rest.replace(isEither ? /or| /gi : /and| /gi, '') !== '')
		return {
			wrong:
				version < 17
					? sql('You have an error in your SQL syntax')
					: {
							status: 400,
							reason:
								'Error when validating parameter sqlfilters -> Bad syntax of the search string',
						},
		};
	if (version < 17 && rest !== (isEither ? ' or ' : ' and ').repeat(parts.length - 1))
		return { wrong: sql('You have an error in your SQL syntax') };
	const unknown = parts.find(([, column]) => !columns.includes(column.replace(/^t\./, '')));
	if (unknown) return { wrong: sql(`Unknown column '${unknown[1]}' in 'WHERE'`) };
	const tests = parts.map(([, column, operator, value]) => ({
		column: column.replace(/^t\./, ''),
		holds: operators[operator],
		value: unquoted(value),
	}));
	return {
		test: (valueOf) =>
			tests[isEither ? 'some' : 'every'](({ column, holds, value }) =>
				holds(String(valueOf(column) ?? ''), value),
			),
	};
};
