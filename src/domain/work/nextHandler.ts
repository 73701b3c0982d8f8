import type { Doing } from './doing';
import { candidates, doerText, stranger, type Employee } from './people';
import type { Step } from './process';
import type { Office } from './recording';
import { refuse, type Refusal } from './refusal';
import type { StepRequest } from './request';

const SHOWN = 10;

const idsOf = (may: readonly Employee[]): string => {
	const ids = may.slice(0, SHOWN).map(({ id }) => id);
	return ids.join(', ') + (may.length > SHOWN ? ', …' : '');
};

function nobodyNamed(itemId: string, step: Step, may: readonly Employee[]): Refusal {
	if (may.length === 0)
		return refuse(
			'nextHandler',
			`${itemId}: nobody may do it, it is for ${doerText(step)}, and nobody judges their own work or gives it to themselves`,
			'Let another begin it, or correct the roles and leaders in the list of employees.',
		);
	return refuse(
		'nextHandler',
		`${itemId}: ${may.length} people may do it, and nobody is named`,
		`Name as nextHandler one of ${idsOf(may)}.`,
	);
}

const soleOf = (may: readonly Employee[]): string | undefined =>
	may.length === 1 ? may[0]?.id : undefined;

/** Why what is given back cannot go to who is named: it goes to who had it. */
const badReturn = (itemId: string, had: string | undefined, named: string): Refusal | undefined =>
	had === undefined || named === had
		? undefined
		: refuse(
				'nextHandler',
				`${itemId}: it goes back to ${had}, who had it, not to ${named}`,
				'Leave nextHandler out; who cannot do it again has it reassigned afterwards.',
			);

/** Who gets a step: the one who is named, who had it before, or the only one who may; given back it is of who had it. */
export function handlerOf(
	step: Step,
	{ instance, timed, story, item }: Doing,
	{ nextHandler: named, returnTo }: Pick<StepRequest, 'nextHandler' | 'returnTo'>,
	{ people }: Office,
): { readonly handler: string } | Refusal {
	const itemId = `${item.instanceId}/${step.id}`;
	const may = candidates(timed.process, step, story, people);
	const had = may.find(({ id }) => id === instance.items.get(itemId)?.handler)?.id;
	const handler = named ?? had ?? soleOf(may);
	if (handler === undefined) return nobodyNamed(itemId, step, may);
	const bad =
		stranger(people, handler, `${itemId}: nextHandler`) ??
		(step.id === returnTo ? badReturn(itemId, had, handler) : undefined);
	if (bad !== undefined) return bad;
	if (may.some(({ id }) => id === handler)) return { handler };
	return refuse(
		'nextHandler',
		`${itemId}: ${handler} may not do it, it is for ${doerText(step)}, and nobody judges their own work or gives it to themselves`,
		may.length === 0 ? 'Correct the list of employees.' : `Name one of ${idsOf(may)}.`,
	);
}
