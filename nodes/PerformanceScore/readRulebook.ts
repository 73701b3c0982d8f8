import type { IExecuteFunctions } from 'n8n-workflow';
import { presetRulebook } from '../../src/index';
import { refusal } from '../_shared/problems';
import type { RulebookForm } from './formRulebook';
import { formRulebook } from './formRulebook';
import type { PresetChanges } from './presetChanges';
import { toChanges } from './presetChanges';

/** The rulebook as JSON, from wherever the panel takes it. */
export function readRulebook(context: IExecuteFunctions): unknown {
	const source = String(context.getNodeParameter('rulebookSource', 0, 'preset'));
	return (sources[source] ?? unknownSource(source))(context);
}

const sources: { readonly [source: string]: (context: IExecuteFunctions) => unknown } = {
	preset: (context) =>
		presetRulebook({
			...common(context),
			roles: chosenRoles(context),
			changes: toChanges(context.getNodeParameter('presetChanges', 0, {}) as PresetChanges),
		}),
	form: (context) => formRulebook({ ...common(context), ...formOf(context) }),
	json: (context) => parsed(context.getNodeParameter('rulebook', 0)),
};

const unknownSource = (source: string) => () => {
	throw refusal(
		'rulebook.source',
		'rulebookSource',
		`"${source}" is no source of a rulebook`,
		'Choose Preset, Build in This Panel or JSON: preset, form or json.',
	);
};

function common(context: IExecuteFunctions) {
	const text = (name: string): string => String(context.getNodeParameter(name, 0, '') ?? '').trim();
	return {
		id: text('rulebookId'),
		version: text('rulebookVersion') || text('period'),
		timeZone: text('timeZone'),
		calendar: text('calendar'),
	};
}

function chosenRoles(context: IExecuteFunctions): string[] {
	const roles = context.getNodeParameter('roles', 0, []) as string[];
	if (roles.length > 0) return roles;
	throw refusal(
		'rulebook.roles',
		'Preset Roles',
		'No role is chosen',
		'Choose the roles that your employees have in the field role.',
	);
}

const formOf = (context: IExecuteFunctions) => ({
	minPresentDays: context.getNodeParameter('minPresentDays', 0, 5) as number,
	grades: context.getNodeParameter('grades', 0, {}) as RulebookForm['grades'],
	roles: context.getNodeParameter('rolesForm', 0, {}) as RulebookForm['roles'],
});

function parsed(given: unknown): unknown {
	if (typeof given !== 'string') return given;
	try {
		return JSON.parse(given);
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		return unreadable(given, reason);
	}
}

function unreadable(given: string, reason: string): never {
	const found = given.trim() === '' ? 'it is empty' : `it is not JSON (${reason})`;
	throw refusal(
		'rulebook.json',
		'Rulebook (JSON)',
		`The rulebook cannot be read: ${found}`,
		'Give a JSON object with rulebook, id, version, timeZone, grades and roles; the preset is an example.',
	);
}
