import { choices, nearest } from './nearest';

export type Path = readonly (string | number)[];

/** What is wrong at a place of the JSON; `says` goes on after the name of the field. */
export interface Finding {
	/** What kind: `points`, `unknownField`, … */
	readonly code: string;
	readonly path: Path;
	readonly says: string;
	readonly remedy: string;
}

export const finding = (code: string, path: Path, says: string, remedy: string): Finding => ({
	code,
	path,
	says,
	remedy,
});

/** A value as a reader knows it: "20" in quotes, 20, a list, an object. */
export function shown(value: unknown): string {
	if (typeof value === 'string') return `"${value.length > 60 ? `${value.slice(0, 60)}…` : value}"`;
	if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
	return typeof value === 'object' && value !== null ? 'an object' : String(value);
}

/** A word that is none of the possible ones, with the nearest right spelling. */
export function notOneOf(path: Path, word: string, right: readonly string[]): Finding {
	const near = nearest(word, right);
	const expected = right.length === 0 ? 'none is there' : `expected ${choices(right)}`;
	return finding(
		'unknown',
		path,
		`is ${shown(word)}, ${expected}`,
		near === undefined
			? `Set it to ${choices(right)}.`
			: `Write "${near}", the nearest right spelling.`,
	);
}

/** Whether a place is the other one or lies in it. */
export const within = (inner: Path, outer: Path): boolean =>
	outer.every((step, index) => step === inner[index]);

export function pathText(path: Path): string {
	return path.reduce<string>((text, step) => {
		if (typeof step === 'number') return `${text}[${step}]`;
		return text === '' ? step : `${text}.${step}`;
	}, '');
}

/** Without what only seems to be missing because what is there is wrong. */
export const withoutEchoes = (all: readonly Finding[], told: readonly Path[]): readonly Finding[] =>
	all.filter(({ code, path }) => code !== 'missing' || !told.some((place) => within(place, path)));
