import { marksOf, openOf } from '../../domain/work/openWork';
import { candidates } from '../../domain/work/people';
import type { UnreadableRow } from '../../items/readWorkEvent';
import { toOpenWork, toProcessRecord, toWorkEvent } from '../../items/toWorkRecord';
import type {
	IgnoredRecord,
	OpenWorkRecord,
	ProcessRecord,
	WorkEventRecord,
} from '../../items/workRecord';
import { logOf, officeOf, type WorkInput } from './workOffice';

export interface OpenWorkResult {
	readonly openWork: readonly OpenWorkRecord[];
	/** Of two people at once the second is told here. */
	readonly ignored: readonly IgnoredRecord[];
	/** Rows to append, so that each month can be read by itself. */
	readonly marks: readonly WorkEventRecord[];
}

const toUnreadable = ({
	position,
	eventId,
	instanceId,
	problems,
}: UnreadableRow): IgnoredRecord => ({
	...(eventId === undefined ? {} : { eventId }),
	...(instanceId === undefined ? {} : { instanceId }),
	code: 'work.unreadable',
	message: `Row ${position} of the log cannot be read: ${problems.join('; ')}`,
	remedy: 'Correct that row of the table.',
});

/** What is open, from the rows of the log: every open step has exactly one handler. */
export function openWork(input: Omit<WorkInput, 'now'>): OpenWorkResult {
	const office = officeOf(input);
	const { log, unreadable } = logOf(input.log);
	const instances = [...log.instances()];
	return {
		openWork: instances
			.flatMap((instance) => openOf(instance, office))
			.map((todo) => toOpenWork(todo, office.people.get(todo.who ?? '')?.name)),
		ignored: [
			...instances.flatMap(({ ignored }) =>
				ignored.map(({ event, why }) => ({ ...toWorkEvent(event), ...why })),
			),
			...unreadable.map(toUnreadable),
		],
		marks: instances.flatMap((instance) => marksOf(instance, office)).map(toWorkEvent),
	};
}

/** The processes that there are, each as a form starts it; `by` is who wants to. */
export function listProcesses(
	input: Pick<WorkInput, 'employees' | 'processes'> & { readonly by?: string },
): ProcessRecord[] {
	const { people, processes } = officeOf(input);
	const by = input.by ?? '';
	return [...processes.values()].map(({ process }) => {
		const [first, second] = process.steps;
		const story = {
			starter: by,
			handlerOf: (step: string) => (step === first?.id ? by : undefined),
		};
		const may = first === undefined ? [] : candidates(process, first, story, people);
		const next = second === undefined ? [] : candidates(process, second, story, people);
		return toProcessRecord(process, by === '' ? null : may.some(({ id }) => id === by), next);
	});
}
