import type { z } from 'zod';
import { at } from './draft';
import { finding, notOneOf, pathText, shown } from './finding';
import type { Finding, Path } from './finding';
import { nearest } from './nearest';
import { fieldSeparator } from './rulebookShape';

/** A field that is not known here, and the one that its name most likely means. */
function unknownField(path: Path, allowed: readonly string[], present: unknown) {
	const near = nearest(String(path.at(-1)), allowed);
	const there = near !== undefined && at(present, [near]) !== undefined;
	const says = `is not a field that is known here, expected ${allowed.join(', ')}`;
	const rename = `Rename it to "${near}", the nearest right spelling.`;
	const remove = there ? `Remove it: "${near}" is there already.` : 'Remove it.';
	const meant = there ? undefined : near;
	return { meant, found: finding('unknownField', path, says, meant ? rename : remove) };
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
	const short = Array.isArray(value) && value.length === 0;
	const remedy = `${short ? 'Add' : 'Set it to'} ${issue.message}.`;
	return finding('value', issue.path, says, remedy);
}

/** What the shape finds wrong, and all places that have been told of by it. */
export interface ShapeFindings {
	readonly findings: readonly Finding[];
	readonly told: readonly Path[];
}

/** A field that is missing because its name is misspelt is told once. */
export function shapeFindings(issues: readonly z.ZodIssue[], given: unknown): ShapeFindings {
	const misspelt = issues.flatMap((issue) => {
		if (issue.code !== 'unrecognized_keys') return [];
		const allowed = issue.message.split(fieldSeparator);
		const present = at(given, issue.path);
		return issue.keys.map((key) => unknownField([...issue.path, key], allowed, present));
	});
	const meant = misspelt.flatMap(({ meant: right, found }) =>
		right === undefined ? [] : [[...found.path.slice(0, -1), right]],
	);
	const renamed = new Set(meant.map(pathText));
	const wrong = issues
		.filter((issue) => issue.code !== 'unrecognized_keys')
		.map((issue) => wrongValue(issue, given))
		.filter((one) => one.code !== 'missing' || !renamed.has(pathText(one.path)));
	const findings = [...wrong, ...misspelt.map(({ found }) => found)];
	return { findings, told: [...findings.map(({ path }) => path), ...meant] };
}
