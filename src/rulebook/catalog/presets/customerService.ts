import type { CatalogRole } from '../catalogRole';
import { attitudeAndCollaboration } from './leader';

/** Customer service: 120 tickets a month, each within 8 working hours, at most 1 % wrong. */
export const customerService: CatalogRole = {
	role: {
		id: 'customerService',
		label: { en: 'Customer service', zh: '客服内勤' },
		work: [
			{
				activity: 'supportTicket',
				label: { en: 'Support tickets', zh: '客服工单' },
				source: 'support',
				target: 120,
				limit: { workingHours: 8 },
				belongsTo: 'due',
			},
		],
		indicators: [
			{
				id: 'quantity',
				label: { en: 'Quantity', zh: '数量' },
				activity: 'supportTicket',
				measure: 'completed',
				curve: { type: 'attainment' },
				points: 20,
				examples: [
					{
						says: '90 of 120 done: 75 % of 20 points',
						given: { done: 90, target: 120 },
						points: '15',
					},
				],
			},
			{
				id: 'timeliness',
				label: { en: 'Timeliness', zh: '时效' },
				activity: 'supportTicket',
				measure: 'onTime',
				curve: { type: 'share' },
				points: 20,
				examples: [
					{
						says: '96 of 120 on time: 80 % of 20 points',
						given: { onTime: 96, due: 120, target: 120 },
						points: '16',
					},
				],
			},
			{
				id: 'quality',
				label: { en: 'Quality', zh: '质量' },
				activity: 'supportTicket',
				measure: 'errors',
				curve: { type: 'perDefect', allowance: '1%', step: '10%' },
				points: 30,
				examples: [
					{
						says: '3 errors: 1 % of 120 allows 1, so twice 10 % of 30 points are lost',
						given: { errors: 3, done: 120, target: 120 },
						points: '24',
					},
				],
			},
		],
		leader: attitudeAndCollaboration(),
	},
};
