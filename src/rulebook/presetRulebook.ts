import type { Label } from '../domain/scores/rulebook';
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

export const presets: readonly Choice[] = catalogRoles.map(({ industry, role: { id, label } }) => ({
	id,
	label: inIndustry(industry, label),
	...(industry && { industry }),
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
}

const grades = [
	{ from: 90, id: 'excellent', label: { en: 'Excellent', zh: '优秀' } },
	{ from: 80, id: 'good', label: { en: 'Good', zh: '良好' } },
	{ from: 60, id: 'improve', label: { en: 'To improve', zh: '待改进' } },
	{ from: 0, id: 'unsatisfactory', label: { en: 'Unsatisfactory', zh: '不合格' } },
];

/**
 * A rulebook as JSON, to show, change and score with. A role that is no preset stays a reference,
 * so that loading it tells the nearest right spelling.
 */
export function presetRulebook({ id, version, timeZone, calendar, roles }: PresetChoice) {
	return structuredClone({
		rulebook: 1,
		id,
		version,
		timeZone,
		calendar,
		minPresentDays: 5,
		grades,
		roles: roles.map((role) => roleById(role) ?? { extends: role }),
	});
}
