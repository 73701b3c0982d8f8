import type { TimeZone } from '../../../domain/kernel/time';
import { lacking } from '../../engine/problem';
import type { Session } from '../../engine/session';
import type { Job, Unclear } from '../../engine/stream';
import { bySubmission } from './bySubmission';
import { byWorkflow } from './byWorkflow';
import type { Claim, Work } from './claim';
import { readTransitions, readVersions, type Transition } from './history';
import { claimDocType, readWorkflow, type Meta, type Workflow } from './site';

export interface Steps {
	/** The field with a claim's state in its workflow; undefined: there is no workflow. */
	readonly stateField?: string;
	/** Reads the history of some claims; then tells each one's work. undefined: it is not the handler's yet. */
	readonly read: (
		names: readonly string[],
	) => Promise<(claim: Claim) => Work | Unclear | undefined>;
}

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
			'Switch on Track Changes for Expense Claim (Customize Form) and read months that begin after that, or give Expense Claim a Workflow',
		);
	return {
		read: async (names) => {
			const versions = await readVersions(session, zone, names);
			return (claim) => bySubmission(claim, versions(claim.name), handlerField) ?? untold(claim);
		},
	};
}

const otherLanguage = ({ name }: Claim, state: string): Unclear => ({
	recordId: name,
	unclear: `its history names a state '${state.slice(0, 60)}' that the workflow does not have`,
	remedy:
		'States are kept in the language of the person who acted: name the states of the Workflow in that language, or remove their translation',
});

const brokenHistory = ({ name, state }: Claim): Unclear => ({
	recordId: name,
	unclear: `its workflow comments do not lead to its present state '${(state ?? 'none').slice(0, 60)}'`,
	remedy:
		'Give the API user a role that may read Comment; where a state was set by hand or import, set Steps to Submission',
});

/** Why a claim's history cannot be used; undefined: it can. */
function historyProblem(
	claim: Claim,
	transitions: readonly Transition[],
	states: readonly string[],
): Unclear | undefined {
	const strange = transitions.find(({ state }) => !states.includes(state));
	if (strange) return otherLanguage(claim, strange.state);
	const last = transitions[transitions.length - 1]?.state ?? states[0];
	return claim.state === undefined || last === claim.state ? undefined : brokenHistory(claim);
}

function byState(session: Session, zone: TimeZone, workflow: Workflow, state: string): Steps {
	const { states, stateField, rejects } = workflow;
	const course = { state, initial: states[0], rejects };
	return {
		stateField,
		read: async (names) => {
			const transitions = await readTransitions(session, zone, names);
			return (claim) => {
				const own = transitions(claim.name);
				return historyProblem(claim, own, states) ?? byWorkflow(claim, own, course);
			};
		},
	};
}

/** The state in which a claim lies with its handler: the one named, else the one where claims are decided. */
function handlersState({ states, deciding }: Workflow, named: string | undefined): string {
	const [only, second] = deciding;
	if (named !== undefined && states.includes(named)) return named;
	if (named === undefined && only !== undefined && second === undefined) return only;
	throw lacking(
		`Frappe workflow of ${claimDocType}`,
		named === undefined
			? `${deciding.length} states lead to submission, so it does not tell which is the handler's`
			: `there is no state '${named}'`,
		`Set Workflow State to one of ${states.join(', ')}`,
	);
}

const noWorkflow = (named: string) =>
	lacking(
		`Frappe workflow of ${claimDocType}`,
		`there is no active workflow with the state '${named}'`,
		'Activate it, or clear Workflow State',
	);

export async function openSteps({ session, settings }: Job, form: Form): Promise<Steps> {
	if (settings.text('steps') === 'submission') return bySubmissions(session, form);
	const named = settings.text('reviewState');
	const workflow = await readWorkflow(session);
	if (workflow) return byState(session, form.zone, workflow, handlersState(workflow, named));
	if (named !== undefined) throw noWorkflow(named);
	return bySubmissions(session, form);
}
