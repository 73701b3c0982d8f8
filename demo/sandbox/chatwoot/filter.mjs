// The filter of conversations: conditions on whole days and on values, in the order of the last activity.
import { invalid } from './problems.mjs';

const dayOf = (seconds) => new Date(seconds * 1000).toISOString().slice(0, 10);
const among = { equal_to: (value, values) => values.map(String).includes(String(value)) };
const byDay = {
	is_greater_than: (value, [day]) => dayOf(value) > day,
	is_less_than: (value, [day]) => dayOf(value) < day,
};

/** Attribute → how it is compared. */
const known = {
	status: among,
	inbox_id: among,
	display_id: among,
	created_at: byDay,
	last_activity_at: byDay,
};

/** The rows that the conditions hold for, all joined by AND; or the refusal. */
export const filtered = (rows, conditions) => {
	if (!Array.isArray(conditions)) return { refused: invalid('param is missing: payload') };
	for (const { attribute_key: key, filter_operator: operator, values } of conditions) {
		if (known[key] === undefined) return { refused: invalid(`Invalid attribute key - [${key}].`) };
		if (known[key][operator] === undefined)
			return { refused: invalid(`Invalid operator. The allowed operators for ${key} are [...].`) };
		if (!Array.isArray(values) || values.length === 0)
			return { refused: invalid(`Invalid value. The values provided for ${key} are invalid`) };
	}
	const holds = (row) =>
		conditions.every(({ attribute_key: key, filter_operator: operator, values }) =>
			known[key][operator](key === 'display_id' ? row.id : row[key], values),
		);
	return { rows: rows.filter(holds) };
};
