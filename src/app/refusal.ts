import type { Problem } from '../domain/kernel/result';

/** The message, with the path where it does not say it itself. */
const named = ({ path, message }: Problem): string =>
	message.includes(path) ? message : `${path}: ${message}`;

/** What a use case rejects with where its settings cannot be used: all problems, each with its remedy. */
export class Refusal extends Error {
	override readonly name = 'Refusal';

	constructor(readonly problems: readonly Problem[]) {
		super(problems.map(named).join('\n'));
	}
}
