import type { z } from 'zod';
import { at } from './draft';
import { finding, notOneOf, pathText, shown } from './finding';
import type { Finding, Path } from './finding';
import { nearest } from './nearest';
import { fieldSeparator } from './rulebookShape';

/** A field that is not known here, and the absent one that its name most likely means. */
function unknownField(path: Path, allowed: readonly string[], present: unknown) {
	const absent = allowed.filter((one) => at(present, [one]) === undefined);
	const meant = nearest(String(path.at(-1)), absent);
	const says = `is not a field that is known here, expected ${allowed.join(', ')}`;
	const remedy =
		meant === undefined ? 'Remove it.' : `Rename it to "${meant}", the nearest right spelling.`;
	return { meant, found: finding('unknownField', path, says, remedy) };
}

function wrongValue(issue: z.ZodIssue, given: unknown): Finding {
	const value = at(given, issue.path);
	if (value === undefined) {
		const name = issue.path.at(-1);
		return finding(
			'missing',
			issue.path,
			`is missing, expected ${issue.message}`,
			typeof name === 'string' ? `Add "${name}".` : `Add ${issue.message}.`,
		);
	}
	if ('options' in issue && typeof value === 'string') {
		return notOneOf(issue.path, value, issue.options.map(String));
	}
	const says = `is ${shown(value)}, expected ${issue.message}`;
	return finding('value', issue.path, says, `Set it to ${issue.message}.`);
}

/** What the shape finds wrong. A field that is missing because its name is misspelt is told once. */
export function shapeFindings(issues: readonly z.ZodIssue[], given: unknown): readonly Finding[] {
	const misspelt = issues.flatMap((issue) => {
		if (issue.code !== 'unrecognized_keys') return [];
		const allowed = issue.message.split(fieldSeparator);
		const present = at(given, issue.path);
		return issue.keys.map((key) => unknownField([...issue.path, key], allowed, present));
	});
	const meant = new Set(
		misspelt.map(({ meant: right = '', found }) => pathText([...found.path.slice(0, -1), right])),
	);
	const wrong = issues
		.filter((issue) => issue.code !== 'unrecognized_keys')
		.map((issue) => wrongValue(issue, given))
		.filter((one) => one.code !== 'missing' || !meant.has(pathText(one.path)));
	return [...wrong, ...misspelt.map(({ found }) => found)];
}
