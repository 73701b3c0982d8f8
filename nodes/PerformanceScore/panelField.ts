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
	'limit.workingHours': 'Hours or Days',
	of: 'Share Of',
	field: 'Field',
	aggregate: 'Aggregate',
	curve: 'Curve',
	'curve.target': 'Target Value',
	'curve.perPoint': 'Per Point',
	'curve.cap': 'Cap',
	'curve.atLeast': 'Pass Mark',
	'curve.atMost': 'Pass Mark',
	'curve.bands': 'Band',
	'curve.points': 'Line Point',
	gives: 'Gives',
	atMost: 'From',
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
		const row = /^([\w.]+?)\[(\d+)\]\.?/.exec(rest);
		if (row === null) return [...fields, parts[rest] ?? rest].join(' › ');
		const [whole, list = '', index = '0'] = row;
		fields.push(`${parts[list] ?? list} ${Number(index) + 1}`);
		rest = rest.slice(whole.length);
	}
	return fields.join(' › ');
}
