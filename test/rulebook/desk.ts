/** A good rulebook with every measure and every curve, small enough to break one thing at a time. */
export const desk = {
	rulebook: 1,
	id: 'desk',
	version: '2026-10',
	timeZone: 'Asia/Shanghai',
	calendar: 'CN',
	minPresentDays: 5,
	grades: [
		{ from: 90, id: 'excellent', label: { en: 'Excellent', zh: '优秀' } },
		{ from: 60, id: 'passed', label: { en: 'Passed', zh: '合格' } },
		{ from: 0, id: 'failed', label: { en: 'Failed', zh: '不合格' } },
	],
	roles: [
		{
			id: 'operations',
			label: { en: 'Operations', zh: '运营内勤' },
			work: [{ activity: 'record', source: 'crm', target: 50, limit: { hours: 24 } }],
			indicators: [
				{
					id: 'quantity',
					activity: 'record',
					measure: 'completed',
					curve: { type: 'attainment' },
					points: 20,
				},
				{
					id: 'timeliness',
					activity: 'record',
					measure: 'onTime',
					curve: { type: 'share' },
					points: 20,
				},
				{
					id: 'quality',
					activity: 'record',
					measure: 'errors',
					curve: { type: 'perDefect', allowance: '1%', step: '10%' },
					points: 30,
				},
			],
			leader: [
				{ id: 'attitude', points: 15 },
				{ id: 'collaboration', points: 15 },
			],
		},
		{
			id: 'service',
			work: [{ activity: 'ticket', source: 'support', limit: { workingHours: 8 } }],
			indicators: [
				{
					id: 'response',
					activity: 'ticket',
					measure: 'responded',
					limit: { workingHours: 1 },
					curve: {
						type: 'bands',
						bands: [
							{ from: '95%', gives: '100%' },
							{ from: '90%', gives: '80%' },
							{ from: '0%', gives: '0%' },
						],
					},
					points: 20,
				},
				{
					id: 'resolution',
					activity: 'ticket',
					measure: 'resolved',
					curve: {
						type: 'interpolate',
						points: [
							['80%', '0%'],
							['95%', '100%'],
						],
					},
					points: 20,
				},
				{
					id: 'rating',
					activity: 'ticket',
					measure: 'value',
					field: 'stars',
					aggregate: 'mean',
					curve: { type: 'passFail', atLeast: '80%', target: 5 },
					points: 20,
				},
				{
					id: 'quality',
					activity: 'ticket',
					measure: 'errors',
					curve: { type: 'rateExcess', target: '1%', perPoint: '10%' },
					points: 20,
				},
			],
			leader: [{ id: 'attitude', points: 20 }],
		},
	],
	policy: { title: 'Performance pay', adoptedOn: '2026-09-01' },
};
