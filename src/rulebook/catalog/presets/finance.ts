import type { CatalogRole } from '../catalogRole';
import { attitudeAndCollaboration } from './leader';

/** Finance: 200 reimbursements a month, each within one working day, at most 0.5 % wrong. */
export const finance: CatalogRole = {
	role: {
		id: 'finance',
		label: { en: 'Finance', zh: '财务内勤' },
		work: [
			{
				activity: 'reimbursement',
				label: { en: 'Reimbursements', zh: '报销处理' },
				source: 'finance',
				target: 200,
				limit: { workingDays: 1 },
				belongsTo: 'due',
			},
		],
		indicators: [
			{
				id: 'quantity',
				label: { en: 'Quantity', zh: '数量' },
				activity: 'reimbursement',
				measure: 'completed',
				curve: { type: 'attainment' },
				points: 20,
				examples: [
					{
						says: '150 of 200 done: 75 % of 20 points',
						given: { done: 150, target: 200 },
						points: '15',
					},
				],
			},
			{
				id: 'timeliness',
				label: { en: 'Timeliness', zh: '时效' },
				activity: 'reimbursement',
				measure: 'onTime',
				curve: { type: 'share' },
				points: 20,
				examples: [
					{
						says: '190 of 200 on time: 95 % of 20 points',
						given: { onTime: 190, due: 200, target: 200 },
						points: '19',
					},
				],
			},
			{
				id: 'quality',
				label: { en: 'Quality', zh: '质量' },
				activity: 'reimbursement',
				measure: 'errors',
				curve: { type: 'perDefect', allowance: '0.5%', step: '10%' },
				points: 30,
				examples: [
					{
						says: '1 error: 0.5 % of 200 allows it, all of 30 points',
						given: { errors: 1, done: 200, target: 200 },
						points: '30',
					},
					{
						says: '2 errors: one more than allowed, 10 % of 30 points are lost',
						given: { errors: 2, done: 200, target: 200 },
						points: '27',
					},
				],
			},
		],
		leader: attitudeAndCollaboration(),
	},
};
