import type { IDataObject } from 'n8n-workflow';

/** The smallest month that shows everything: Ann has done 2 of 2 on time, Bob 1 of 2, each rated 12 + 13. */

export const rulebook: IDataObject = {
	rulebook: 1,
	id: 'small',
	version: '2026-10',
	timeZone: 'Asia/Shanghai',
	grades: [
		{ from: 80, id: 'good' },
		{ from: 0, id: 'improve' },
	],
	roles: [
		{
			id: 'operations',
			work: [{ activity: 'record', source: 'crm', target: 2, limit: { hours: 24 } }],
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
					curve: { type: 'perDefect', allowance: '0%', step: '10%' },
					points: 30,
				},
			],
			leader: [
				{ id: 'attitude', points: 15 },
				{ id: 'collaboration', points: 15 },
			],
		},
	],
};

const done = (recordId: string, handler: string): IDataObject => ({
	kind: 'evidence',
	source: 'crm',
	system: 'hubspot',
	recordId,
	activity: 'record',
	handler,
	status: 'done',
	assignedAt: '2026-10-08T09:00:00+08:00',
	completedAt: '2026-10-08T17:00:00+08:00',
	pauses: '[]',
	fields: '{}',
});

export const evidence: IDataObject[] = [
	done('1', 'ann@x.example'),
	done('2', 'ann@x.example'),
	done('3', 'bob@x.example'),
];

export const coverage: IDataObject = {
	kind: 'coverage',
	source: 'crm',
	system: 'hubspot',
	activity: 'record',
	period: '2026-10',
	complete: true,
	received: 3,
	expected: 3,
	pages: 1,
	asOf: '2026-11-01T01:00:00+08:00',
	gap: null,
};

export const employees: IDataObject[] = [
	{
		employeeId: 'E1',
		name: 'Ann',
		role: 'operations',
		branch: 'HQ',
		leaderId: 'L1',
		accounts: '{"hubspot":["ann@x.example"]}',
	},
	{
		employeeId: 'E2',
		name: 'Bob',
		role: 'operations',
		branch: 'HQ',
		leaderId: 'L1',
		accounts: { hubspot: ['bob@x.example'] },
	},
];

const rating = (employeeId: string, criterion: string, points: number): IDataObject => ({
	period: '2026-10',
	employeeId,
	raterId: 'L1',
	criterion,
	points,
	ratedAt: '2026-11-01T00:00:00+08:00',
});

export const ratings: IDataObject[] = ['E1', 'E2'].flatMap((id) => [
	rating(id, 'attitude', 12),
	rating(id, 'collaboration', 13),
]);

export const parameters: IDataObject = {
	period: '2026-10',
	asOf: '2026-11-01T02:00:00+08:00',
	rulebookSource: 'json',
	rulebook: JSON.stringify(rulebook),
};
