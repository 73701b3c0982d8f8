import type { CatalogRole } from '../catalogRole';
import { attitudeAndCollaboration } from './leader';

/** Operations: 50 customer records a month, each within 24 hours, at most 1 % wrong. */
export const operations: CatalogRole = {
	role: {
		id: 'operations',
		label: { en: 'Operations', zh: '运营内勤' },
		work: [
			{
				activity: 'customerRecord',
				label: { en: 'Customer records', zh: '客户资料整理' },
				source: 'crm',
				target: 50,
				limit: { hours: 24 },
				belongsTo: 'due',
			},
		],
		indicators: [
			{
				id: 'quantity',
				label: { en: 'Quantity', zh: '数量' },
				activity: 'customerRecord',
				measure: 'completed',
				curve: { type: 'attainment' },
				points: 20,
				examples: [
					{
						says: '50 of 50 done: all of 20 points',
						given: { done: 50, target: 50 },
						points: '20',
					},
					{
						says: '40 of 50 done: 80 % of 20 points',
						given: { done: 40, target: 50 },
						points: '16',
					},
					{
						says: '80 of 50 done: no more than all of 20 points',
						given: { done: 80, target: 50 },
						points: '20',
					},
				],
			},
			{
				id: 'timeliness',
				label: { en: 'Timeliness', zh: '时效' },
				activity: 'customerRecord',
				measure: 'onTime',
				curve: { type: 'share' },
				points: 20,
				examples: [
					{
						says: '45 of 50 on time: 90 % of 20 points',
						given: { onTime: 45, due: 50, target: 50 },
						points: '18',
					},
					{
						says: '35 on time where 50 were due: 70 % of 20 points',
						given: { onTime: 35, due: 50, target: 50 },
						points: '14',
					},
					{
						says: '50 of 80 on time: more work does not hide lateness, 62.5 % of 20 points',
						given: { onTime: 50, due: 80, target: 50 },
						points: '12.5',
					},
				],
			},
			{
				id: 'quality',
				label: { en: 'Quality', zh: '质量' },
				activity: 'customerRecord',
				measure: 'errors',
				curve: { type: 'perDefect', allowance: '1%', step: '10%' },
				points: 30,
				examples: [
					{
						says: 'no error: all of 30 points',
						given: { errors: 0, done: 50, target: 50 },
						points: '30',
					},
					{
						says: '1 error: 1 % of 50 allows none, so 10 % of 30 points are lost',
						given: { errors: 1, done: 40, target: 50 },
						points: '27',
					},
				],
			},
		],
		leader: attitudeAndCollaboration(),
	},
};
