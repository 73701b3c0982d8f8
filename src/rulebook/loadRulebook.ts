import { ok } from '../domain/kernel/result';
import type { Result } from '../domain/kernel/result';
import type { Rulebook } from '../domain/scores/rulebook';
import { toRulebook } from './build/toRulebook';
import { rulebookShape } from './rulebookShape';

/** A customer's rules, from an object or JSON text, with every check of docs/formats. */
export function loadRulebook(json: unknown): Result<Rulebook> {
	const given: unknown = typeof json === 'string' ? JSON.parse(json) : json;
	const shape = rulebookShape.safeParse(given);
	if (shape.success) return ok(toRulebook(shape.data));
	return {
		ok: false,
		problems: shape.error.issues.map((issue) => ({
			code: 'rulebook.shape',
			path: issue.path.join('.'),
			message: issue.message,
			remedy: `Expected ${issue.message}.`,
		})),
	};
}
