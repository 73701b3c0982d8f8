import type { Problem } from '../domain/kernel/result';

/** What a use case rejects with where its settings cannot be used: all problems, each with its remedy. */
export class Refusal extends Error {
	override readonly name = 'Refusal';

	constructor(readonly problems: readonly Problem[]) {
		super(
			problems.map((one) => `${one.path === '' ? '' : `${one.path}: `}${one.message}`).join('\n'),
		);
	}
}
