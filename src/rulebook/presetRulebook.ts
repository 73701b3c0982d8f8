import type { Label } from '../domain/kernel/label';
import { catalogCalendars, catalogRoles, roleById } from './catalog';

/** A choice as panels show it. */
export interface Choice {
	readonly id: string;
	readonly label: Label;
	/** Of a preset: absent for a role of any company. */
	readonly industry?: Label;
}

/** 'Manufacturing: Purchasing'; a role of any company has no prefix. */
const inIndustry = (industry: Label | undefined, { en, zh }: Label): Label =>
	industry === undefined
		? { en, zh }
		: { en: `${industry.en}: ${en}`, zh: `${industry.zh}：${zh}` };

/** A preset, and what of it can be changed by name. */
export interface Preset extends Choice {
	readonly activities: readonly string[];
	readonly indicators: readonly string[];
	readonly criteria: readonly string[];
}

export const presets: readonly Preset[] = catalogRoles.map(({ industry, role }) => ({
	id: role.id,
	label: inIndustry(industry, role.label),
	...(industry && { industry }),
	activities: role.work.map(({ activity }) => activity),
	indicators: role.indicators.map(({ id }) => id),
	criteria: (role.leader ?? []).map(({ id }) => id),
}));

export const calendars: readonly Choice[] = catalogCalendars.map(({ id, label }) => ({
	id,
	label,
}));

export interface PresetChoice {
	readonly id: string;
	readonly version: string;
	readonly timeZone: string;
	readonly calendar: string;
	/** Ids of presets. */
	readonly roles: readonly string[];
	/** By preset: what of it is changed, as a role that extends it says. */
	readonly changes?: { readonly [role: string]: object };
}

const grades = [
	{ from: 90, id: 'excellent', label: { en: 'Excellent', zh: '优秀' } },
	{ from: 80, id: 'good', label: { en: 'Good', zh: '良好' } },
	{ from: 60, id: 'improve', label: { en: 'To improve', zh: '待改进' } },
	{ from: 0, id: 'unsatisfactory', label: { en: 'Unsatisfactory', zh: '不合格' } },
];

/**
 * A rulebook as JSON, to show, change and score with. A role that is changed stays a reference to its preset,
 * and so does one that is no preset: loading it tells the nearest right spelling.
 */
export function presetRulebook(choice: PresetChoice) {
	const { id, version, timeZone, calendar, roles, changes = {} } = choice;
	return structuredClone({
		rulebook: 1,
		id,
		version,
		timeZone,
		calendar,
		minPresentDays: 5,
		grades,
		roles: roles.map((role) =>
			role in changes ? { extends: role, ...changes[role] } : (roleById(role) ?? { extends: role }),
		),
	});
}
