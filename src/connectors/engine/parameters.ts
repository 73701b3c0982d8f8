import { failed, ok, type Problem, type Result } from '../../domain/kernel/result';
import type { FieldNames, Parameter, ParameterValue } from './system';

/** A stream's settings, checked against its panel, with defaults filled in. */
export interface Settings {
	/** Trimmed; undefined: empty. */
	text(name: string): string | undefined;
	/** A list, or a comma-separated text, without blanks; empty: none. */
	words(name: string): readonly string[];
	/** Fields to keep: where each is read from, and its name in the evidence. */
	fields(name: string): readonly FieldName[];
	flag(name: string): boolean;
	count(name: string): number;
}

export interface FieldName {
	readonly from: string;
	readonly as: string;
}

export type Parameters = { readonly [name: string]: ParameterValue | null | undefined };

function wrong(parameter: Parameter, found: string): Problem {
	return {
		code: 'source.parameter',
		path: parameter.name,
		message: `${parameter.label}: ${found}`,
		remedy: parameter.choices
			? `Choose one of ${parameter.choices.map((choice) => choice.value).join(', ')}`
			: `Set it: ${parameter.description}`,
	};
}

const fits: {
	readonly [K in Parameter['kind']]: (value: ParameterValue, of: Parameter) => boolean;
} = {
	text: (value) => typeof value === 'string' || typeof value === 'number',
	list: (value) => typeof value === 'string' || Array.isArray(value),
	fields: (value) => typeof value === 'string' || typeof value === 'object',
	number: (value) => Number.isFinite(Number(value)) && Number(value) >= 0 && value !== '',
	boolean: (value) => typeof value === 'boolean',
	choice: (value, of) => of.choices?.some((choice) => choice.value === value) ?? false,
};

const applies = (parameter: Parameter, value: (name: string) => ParameterValue): boolean =>
	parameter.showFor === undefined ||
	parameter.showFor.values.includes(String(value(parameter.showFor.parameter)));

const shown = (value: ParameterValue): string =>
	typeof value === 'object' ? wordsOf(value).join(', ') : String(value);

const isNames = (value: ParameterValue): value is FieldNames =>
	typeof value === 'object' && !Array.isArray(value);

function wordsOf(value: ParameterValue): readonly string[] {
	const words = isNames(value) ? Object.keys(value) : [value].flat().join(',').split(',');
	return words.map((word) => word.trim()).filter((word) => word !== '');
}

const fieldsOf = (value: ParameterValue): readonly FieldName[] =>
	wordsOf(value).map((from) => ({
		from,
		as: (isNames(value) && value[from]?.trim()) || from,
	}));

export function readParameters(panel: readonly Parameter[], given: Parameters): Result<Settings> {
	const values = new Map(panel.map((p) => [p.name, given[p.name] ?? p.default]));
	const value = (name: string): ParameterValue => values.get(name) ?? '';
	const problems = panel
		.filter((parameter) => applies(parameter, value))
		.flatMap((parameter): Problem[] => {
			const found = value(parameter.name);
			if (!fits[parameter.kind](found, parameter))
				return [wrong(parameter, `${shown(found)} is not possible`)];
			const missing = parameter.required === true && shown(found).trim() === '';
			return missing ? [wrong(parameter, 'it is empty')] : [];
		});
	if (problems.length > 0) return failed(...problems);
	const text = (name: string): string | undefined => shown(value(name)).trim() || undefined;
	return ok({
		text,
		words: (name) => wordsOf(value(name)),
		fields: (name) => fieldsOf(value(name)),
		flag: (name) => value(name) === true,
		count: (name) => Number(value(name)),
	});
}
