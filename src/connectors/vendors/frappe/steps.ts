import type { TimeZone } from '../../../domain/kernel/time';
import { lacking } from '../../engine/problem';
import type { Session } from '../../engine/session';
import type { Job, Unclear } from '../../engine/stream';
import { bySubmission } from './bySubmission';
import { byWorkflow } from './byWorkflow';
import type { Claim, Work } from './claim';
import { readTransitions, readVersions } from './history';
import { claimDocType, readWorkflow, type Meta } from './site';

/** Reads the history of some claims; then tells each one's work. undefined: it is not the handler's yet. */
export type Steps = (
	names: readonly string[],
) => Promise<(claim: Claim) => Work | Unclear | undefined>;

interface Form {
	readonly zone: TimeZone;
	readonly meta: Meta;
	readonly handlerField: string;
}

const untold = ({ name }: Claim): Unclear => ({
	recordId: name,
	unclear: 'it was submitted, but no version of it says when',
	remedy:
		'Track Changes must have been on since before the period, and the API user must be able to read Version; a claim from before that can be left out by a smaller Look Back',
});

function bySubmissions(session: Session, { zone, meta, handlerField }: Form): Steps {
	if (!meta.tracksChanges)
		throw lacking(
			`Frappe ${claimDocType}`,
			'Track Changes is off, so nothing tells when a claim was assigned or submitted',
			'Switch on Track Changes for Expense Claim (Customize Form) and read months that begin after that, or set Steps to Workflow State',
		);
	return async (names) => {
		const versions = await readVersions(session, zone, names);
		return (claim) => bySubmission(claim, versions(claim.name), handlerField) ?? untold(claim);
	};
}

const otherLanguage = ({ name }: Claim, state: string): Unclear => ({
	recordId: name,
	unclear: `its history names a state '${state.slice(0, 60)}' that the workflow does not have`,
	remedy:
		'States are kept in the language of the person who acted: name the states of the Workflow in that language, or remove their translation',
});

async function byState(session: Session, zone: TimeZone, state: string): Promise<Steps> {
	const { states } = await readWorkflow(session);
	if (!states.includes(state))
		throw lacking(
			`Frappe workflow of ${claimDocType}`,
			`there is no state '${state}'`,
			`Set Workflow State to one of ${states.join(', ')}`,
		);
	return async (names) => {
		const transitions = await readTransitions(session, zone, names);
		return (claim) => {
			const own = transitions(claim.name);
			const strange = own.find((one) => !states.includes(one.state));
			return strange
				? otherLanguage(claim, strange.state)
				: byWorkflow(claim, own, state, states[0]);
		};
	};
}

export async function openSteps({ session, settings }: Job, form: Form): Promise<Steps> {
	if (settings.text('steps') === 'workflow')
		return await byState(session, form.zone, settings.text('reviewState') ?? '');
	return bySubmissions(session, form);
}
