import { failed, ok, type Problem, type Result } from '../../domain/kernel/result';
import type { Parameter, ParameterValue } from './system';

/** A stream's settings, checked against its panel, with defaults filled in. */
export interface Settings {
	/** Trimmed; undefined: empty. */
	text(name: string): string | undefined;
	/** A comma-separated list without blanks; empty: none. */
	words(name: string): readonly string[];
	flag(name: string): boolean;
	count(name: string): number;
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
	number: (value) => Number.isFinite(Number(value)) && Number(value) >= 0 && value !== '',
	boolean: (value) => typeof value === 'boolean',
	choice: (value, of) => of.choices?.some((choice) => choice.value === value) ?? false,
};

const applies = (parameter: Parameter, value: (name: string) => ParameterValue): boolean =>
	parameter.showFor === undefined ||
	parameter.showFor.values.includes(String(value(parameter.showFor.parameter)));

export function readParameters(panel: readonly Parameter[], given: Parameters): Result<Settings> {
	const values = new Map(panel.map((p) => [p.name, given[p.name] ?? p.default]));
	const value = (name: string): ParameterValue => values.get(name) ?? '';
	const problems = panel
		.filter((parameter) => applies(parameter, value))
		.flatMap((parameter): Problem[] => {
			const found = value(parameter.name);
			if (!fits[parameter.kind](found, parameter))
				return [wrong(parameter, `${found} is not possible`)];
			const missing = parameter.required === true && String(found).trim() === '';
			return missing ? [wrong(parameter, 'it is empty')] : [];
		});
	if (problems.length > 0) return failed(...problems);
	const text = (name: string): string | undefined => String(value(name)).trim() || undefined;
	return ok({
		text,
		words: (name) =>
			(text(name) ?? '')
				.split(',')
				.map((word) => word.trim())
				.filter((word) => word !== ''),
		flag: (name) => value(name) === true,
		count: (name) => Number(value(name)),
	});
}
