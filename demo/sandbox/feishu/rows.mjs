// The rows of external data sources: one a person and payroll month, saved all or none, as Feishu checks them.
import { code, ok } from './problems.mjs';

const MOST = 50;
const preset = ['employment_id', 'payroll_period'];
const isText = ({ field_type: type }) => type === 3;

const formats = {
	1: /^-?\d+(\.\d+)?$/,
	2: /^-?\d+(\.\d+)?$/,
	3: /^[^]*$/,
	4: /^\d{4}-\d{2}-\d{2}$/,
	5: /^-?\d+(\.\d+)?$/,
};

/** Half up, as Feishu rounds what has more decimals than the field keeps. */
function kept(value, places) {
	const [, sign, whole, fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value);
	if (fraction.length <= places) return value;
	const digits = BigInt(whole + fraction.slice(0, places)) + (fraction[places] >= '5' ? 1n : 0n);
	const text = String(digits).padStart(places + 1, '0');
	const cut = text.length - places;
	return `${sign}${text.slice(0, cut)}${places === 0 ? '' : `.${text.slice(cut)}`}`;
}

const invalid = () => code(2500002, 'param invalid', 400);

/**
 * `sources` as the list of sources shows them; `employments` is { id: { mayWrite } }; `lockedSaves` is how many saves
 * find somebody else writing.
 */
export const createRows = ({ sources, employments, lockedSaves = 0 }) => {
	const rows = new Map();
	let locked = lockedSaves;

	const fieldOf = (source, name) =>
		preset.includes(name)
			? { code: name, field_type: 3, active_status: 1 }
			: source.fields.find((field) => field.code === name);

	/** Why a value cannot be taken; undefined: it can. */
	const refusedValue = (source, { field_code: name, value }) => {
		const field = fieldOf(source, name);
		if (field === undefined) return code(2500005, `field_code:${name} not exist`);
		if (field.active_status !== 1) return code(2500009, `field_code:${name} not active`);
		if (typeof value !== 'string' || value === '') return invalid();
		if (
			name === 'payroll_period'
				? !/^\d{4}-(0[1-9]|1[0-2])$/.test(value)
				: !formats[field.field_type].test(value)
		)
			return code(2500010, `${name} format not valid`);
		if (isText(field) && value.length > 500)
			return code(2500011, `${name} text length more than 500`);
		return undefined;
	};

	const refusedRecord = (source, { active_status: status, field_values: values }, at) => {
		if (![1, 2].includes(status) || !Array.isArray(values)) return invalid();
		const names = values.map(({ field_code: name }) => name);
		const missing = preset.filter((name) => !names.includes(name));
		if (missing.length > 0)
			return code(2500013, `records[${at}] lack required field: ${missing.join()}`);
		if (new Set(names).size < names.length)
			return code(2500018, `record field_code:${names.join()} duplicated`);
		const wrong = values.map((one) => refusedValue(source, one)).find(Boolean);
		if (wrong !== undefined) return wrong;
		const person = employments[values.find((it) => it.field_code === 'employment_id').value];
		if (person === undefined)
			return code(2500015, `records[${at}] data entity ${values[0].value} not exists`);
		return person.mayWrite === false ? code(2500014, `records[${at}] lark data auth`) : undefined;
	};

	const keyOf = (source, values) =>
		[source, ...preset.map((name) => values.find((it) => it.field_code === name).value)].join('/');

	const write = (source, { active_status: status, field_values: values }) => {
		const key = keyOf(source.code, values);
		const before = rows.get(key);
		const next = { status, values: { ...before?.values } };
		for (const { field_code: name, value } of values) {
			const { field_type: type, decimal_places: places = 2 } = fieldOf(source, name);
			next.values[name] = type <= 2 ? kept(value, places) : value;
		}
		rows.set(key, { ...next, source: source.code });
		return (
			JSON.stringify(before && [before.status, before.values]) !==
			JSON.stringify([status, next.values])
		);
	};

	const save = ({ source_code: name, records } = {}) => {
		if (!Array.isArray(records) || records.length < 1 || records.length > MOST) return invalid();
		const source = sources.find((one) => one.code === name);
		if (source === undefined) return code(2500004, `datasource_code:${name} not exist`);
		if (source.active_status !== 1) return code(2500008, `datasource_code:${name} not active`);
		const wrong = records.map((one, at) => refusedRecord(source, one, at)).find(Boolean);
		if (wrong !== undefined) return wrong;
		const keys = records.map(({ field_values: values }) => keyOf(name, values));
		const double = keys.findIndex((key, at) => keys.indexOf(key) < at);
		if (double >= 0) return code(2500017, `records[${double}] duplicated`);
		if (locked > 0) {
			locked -= 1;
			return code(2500021, 'The data source is writing data, acquiring lock failed');
		}
		return ok({ affect_counts: String(records.filter((one) => write(source, one)).length) });
	};

	const shown = ({ status, values }, source, selected) => ({
		active_status: status,
		field_values: Object.entries(values)
			.filter(([name]) => preset.includes(name) || !selected || selected.includes(name))
			.map(([name, value]) => ({
				field_code: name,
				value,
				field_type: fieldOf(source, name).field_type,
			})),
	});

	const query = (search, body) => {
		const size = Number(search.get('page_size'));
		if (!(size >= 1 && size <= 100)) return invalid();
		const {
			source_code: name,
			selected_fields: selected,
			field_filters: filters = [],
		} = body ?? {};
		const source = sources.find((one) => one.code === name);
		if (source === undefined) return code(2500004, `datasource_code:${name} not exist`);
		const unknown = selected?.find((field) => fieldOf(source, field) === undefined);
		if (unknown !== undefined) return code(2500005, `field_code:${unknown} not exist`);
		const [people, periods] = preset.map(
			(field) => filters.find((it) => it.field_code === field)?.field_values,
		);
		if (periods === undefined) return code(2500006, 'lack required field_filter : payroll_period');
		if (periods.length > 2 || (people?.length ?? 0) > 100)
			return code(2500007, 'field_filter: values size is not valid');
		const found = [...rows.values()]
			.filter((row) => row.source === name && periods.includes(row.values.payroll_period))
			.filter(({ values }) => !people || people.includes(values.employment_id))
			.filter(({ values }) => employments[values.employment_id]?.mayWrite !== false);
		const at = Number(/^after-(\d+)$/.exec(search.get('page_token') ?? '')?.[1] ?? 0);
		const more = found.length > at + size;
		return ok({
			records: found.slice(at, at + size).map((row) => shown(row, source, selected)),
			has_more: more,
			...(more && { page_token: `after-${at + size}` }),
		});
	};

	return { rows, save, query };
};
