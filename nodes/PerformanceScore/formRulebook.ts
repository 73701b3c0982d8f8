import type { IndicatorRow, LimitKind } from './indicatorJson';
import { toIndicator, toLimit } from './indicatorJson';

/** What the form of the panel holds, as n8n gives it. */
export interface RulebookForm {
	readonly id: string;
	readonly version: string;
	readonly timeZone: string;
	readonly calendar: string;
	readonly minPresentDays: number;
	readonly grades: { readonly grade?: readonly GradeRow[] };
	readonly roles: { readonly role?: readonly RoleRow[] };
}

interface Named {
	readonly id: string;
	readonly labelEn?: string;
	readonly labelZh?: string;
}

interface List<Row> {
	readonly item?: readonly Row[];
}

type GradeRow = Named & { readonly from: number };

type RoleRow = Named & {
	readonly work?: List<WorkRow>;
	readonly indicators?: List<IndicatorRow>;
	readonly leader?: List<CriterionRow>;
};

interface WorkRow {
	readonly activity: string;
	readonly source: string;
	readonly target: number;
	readonly limitKind: LimitKind;
	readonly within?: number;
	readonly belongsTo: string;
}

interface CriterionRow {
	readonly id: string;
	readonly points: number;
}

/** The rulebook as JSON that the form stands for; whether it can be used, the rulebook's own checks say. */
export function formRulebook(form: RulebookForm): object {
	return {
		rulebook: 1,
		id: form.id,
		version: form.version,
		timeZone: form.timeZone,
		...(form.calendar === '' ? {} : { calendar: form.calendar }),
		minPresentDays: form.minPresentDays,
		grades: (form.grades.grade ?? []).map((grade) => ({ from: grade.from, ...named(grade) })),
		roles: (form.roles.role ?? []).map((role) => ({
			...named(role),
			work: (role.work?.item ?? []).map(toWork),
			indicators: (role.indicators?.item ?? []).map(toIndicator),
			leader: (role.leader?.item ?? []).map(({ id, points }) => ({ id, points })),
		})),
	};
}

/** A text that was left empty is absent. */
function named({ id, labelEn, labelZh }: Named): object {
	const label = { ...(labelEn ? { en: labelEn } : {}), ...(labelZh ? { zh: labelZh } : {}) };
	return { id, ...(labelEn || labelZh ? { label } : {}) };
}

const toWork = (row: WorkRow): object => ({
	activity: row.activity,
	source: row.source,
	// The panel has no empty number: 0 is "no target".
	...(row.target === 0 ? {} : { target: row.target }),
	...toLimit(row.limitKind, row.within),
	belongsTo: row.belongsTo,
});
