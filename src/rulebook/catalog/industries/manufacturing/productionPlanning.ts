import type { CatalogRole } from '../../catalogRole';
import { attitudeAndCollaboration } from '../../presets/leader';
import { manufacturing } from './industry';

/** Production planning: 120 work orders a month, each released within 8 working hours, at most 1 % wrong. */
export const productionPlanning: CatalogRole = {
	industry: manufacturing,
	role: {
		id: 'productionPlanning',
		label: { en: 'Production planning', zh: '生产计划内勤' },
		work: [
			{
				activity: 'workOrder',
				label: { en: 'Work orders', zh: '生产工单' },
				source: 'erp',
				target: 120,
				limit: { workingHours: 8 },
				belongsTo: 'due',
			},
		],
		indicators: [
			{
				id: 'quantity',
				label: { en: 'Quantity', zh: '数量' },
				activity: 'workOrder',
				measure: 'completed',
				curve: { type: 'attainment' },
				points: 15,
				examples: [
					{
						says: '96 of 120 done: 80 % of 15 points',
						given: { done: 96, target: 120 },
						points: '12',
					},
				],
			},
			{
				id: 'timeliness',
				label: { en: 'Timeliness', zh: '时效' },
				activity: 'workOrder',
				measure: 'onTime',
				curve: { type: 'share' },
				points: 30,
				examples: [
					{
						says: '108 of 120 on time: 90 % of 30 points',
						given: { onTime: 108, due: 120, target: 120 },
						points: '27',
					},
					{
						says: '96 on time where 120 were due: 80 % of 30 points',
						given: { onTime: 96, due: 120, target: 120 },
						points: '24',
					},
				],
			},
			{
				id: 'quality',
				label: { en: 'Quality', zh: '质量' },
				activity: 'workOrder',
				measure: 'errors',
				curve: { type: 'perDefect', allowance: '1%', step: '10%' },
				points: 25,
				examples: [
					{
						says: '1 error: 1 % of 120 allows it, all of 25 points',
						given: { errors: 1, done: 120, target: 120 },
						points: '25',
					},
					{
						says: '3 errors: two more than allowed, so twice 10 % of 25 points are lost',
						given: { errors: 3, done: 120, target: 120 },
						points: '20',
					},
				],
			},
		],
		leader: attitudeAndCollaboration(),
	},
};
