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
	readonly limitKind: 'hours' | 'workingDays' | 'none';
	readonly within?: number;
	readonly belongsTo: string;
}

interface IndicatorRow {
	readonly id: string;
	readonly activity: string;
	readonly measure: 'completed' | 'onTime' | 'errors';
	readonly allowance?: string;
	readonly step?: string;
	readonly points: number;
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
	...(row.limitKind === 'none' ? {} : { limit: { [row.limitKind]: row.within } }),
	belongsTo: row.belongsTo,
});

const curves: { readonly [M in IndicatorRow['measure']]: (row: IndicatorRow) => object } = {
	completed: () => ({ type: 'attainment' }),
	onTime: () => ({ type: 'share' }),
	errors: ({ allowance, step }) => ({ type: 'perDefect', allowance, step }),
};

const toIndicator = (row: IndicatorRow): object => ({
	id: row.id,
	activity: row.activity,
	measure: row.measure,
	curve: curves[row.measure](row),
	points: row.points,
});

const parts: { readonly [segment: string]: string } = {
	roles: 'Role',
	grades: 'Grade',
	work: 'Work',
	indicators: 'Indicator',
	leader: "Leader's Criterion",
	id: 'ID',
	'label.en': 'English Name',
	'label.zh': 'Chinese Name',
	from: 'From',
	activity: 'Activity',
	source: 'Source',
	target: 'Target',
	limit: 'Limit',
	'limit.hours': 'Hours or Days',
	'limit.workingDays': 'Hours or Days',
	belongsTo: 'Belongs To',
	measure: 'Measure',
	'curve.allowance': 'Allowance',
	'curve.step': 'Step',
	points: 'Points',
	timeZone: 'Time Zone',
	calendar: 'Calendar',
	minPresentDays: 'Min Present Days',
	version: 'Rulebook Version',
	period: 'Period',
	asOf: 'Cut-Off',
};

/** `roles[0].indicators[2].points` → `Role 1 › Indicator 3 › Points`, as the panel names it. */
export function panelField(path: string): string {
	const fields: string[] = [];
	let rest = path;
	for (let step = 0; rest !== '' && step < 9; step += 1) {
		const row = /^(\w+)\[(\d+)\]\.?/.exec(rest);
		if (row === null) return [...fields, parts[rest] ?? rest].join(' › ');
		const [whole, list = '', index = '0'] = row;
		fields.push(`${parts[list] ?? list} ${Number(index) + 1}`);
		rest = rest.slice(whole.length);
	}
	return fields.join(' › ');
}
