import type { Settings } from './parameters';
import { stepsOf, type Change, type Steps } from './steps';
import type { Unclear } from './stream';
import type { Parameter } from './system';

/** What is known of the stages that a record may have been in. */
export interface Stages {
	readonly isClosed: (stage: string) => boolean;
	/** A stage of the past may be deleted meanwhile. */
	readonly isKnown: (stage: string) => boolean;
}

/** The steps of a record; undefined: nobody knows whether a deleted stage was closed, and it makes a difference. */
export function certainSteps(
	owners: readonly Change[],
	stages: readonly Change[],
	{ isClosed, isKnown }: Stages,
): Steps | undefined {
	const steps = stepsOf(owners, stages, isClosed);
	const otherwise = stepsOf(owners, stages, (told) => isClosed(told) || !isKnown(told));
	return JSON.stringify(steps) === JSON.stringify(otherwise) ? steps : undefined;
}

const former = (name: string, state: string): Parameter => ({
	name,
	label: `Former ${state} Stages`,
	description: `Stages or statuses that were deleted since and were ${state.toLowerCase()}; where it makes a difference, the coverage names them as the history does`,
	kind: 'list',
	default: [],
});
const [wasClosed, wasOpen] = [
	former('formerClosedStages', 'Closed'),
	former('formerOpenStages', 'Open'),
];

/** For systems that tell only of the stages that there are. */
export const formerStages: readonly Parameter[] = [wasClosed, wasOpen];

/** What is known, with what the settings say of stages that are no longer there. */
export function withFormer({ isClosed, isKnown }: Stages, settings: Settings): Stages {
	const [closed, open] = [settings.words(wasClosed.name), settings.words(wasOpen.name)];
	return {
		isClosed: (stage) => isClosed(stage) || (!isKnown(stage) && closed.includes(stage)),
		isKnown: (stage) => isKnown(stage) || closed.includes(stage) || open.includes(stage),
	};
}

/** Tells of the first stage that nobody knows. */
export const inGoneStage = (
	recordId: string,
	stages: readonly Change[],
	{ isKnown }: Stages,
): Unclear => {
	const gone = stages.find(({ value }) => !isKnown(value))?.value ?? '';
	return {
		recordId,
		unclear: `it was in '${gone.slice(0, 60)}', which is no longer there, so nobody can tell whether it was closed then`,
		remedy: `Name it in ${wasClosed.label} or in ${wasOpen.label}`,
	};
};
