import type { Named } from './item';
import type { Work } from './rules';
import { attempt, instant, isObject, wordOrNull } from './value';

/** What keeps a person with that work from being scored. */
export function coverageProblems(
	work: Work,
	rows: readonly unknown[],
	evidence: readonly Named[],
	period: string,
): ('coverageMissing' | 'coverageIncomplete')[] {
	const own = rows
		.filter(isObject)
		.filter((row) => wordOrNull(row.source) === work.source)
		.filter((row) => wordOrNull(row.activity) === work.activity)
		.filter((row) => wordOrNull(row.period) === period);
	const covered = new Set(own.map((row) => wordOrNull(row.system)));
	const seen = evidence
		.filter(({ source, activity }) => source === work.source && activity === work.activity)
		.flatMap(({ system }) => (system === null ? [] : [system]));
	const complete = (system: string | null): boolean => {
		const runs = own.filter((row) => wordOrNull(row.system) === system);
		const at = (row: (typeof runs)[number]): number =>
			attempt(() => instant(row.asOf)) ?? -Infinity;
		const latest = Math.max(...runs.map(at));
		return runs.filter((row) => at(row) === latest).every((row) => row.complete === true);
	};
	const missing = covered.size === 0 || seen.some((system) => !covered.has(system));
	const incomplete = [...covered].some((system) => !complete(system));
	return [
		...(missing ? (['coverageMissing'] as const) : []),
		...(incomplete ? (['coverageIncomplete'] as const) : []),
	];
}
