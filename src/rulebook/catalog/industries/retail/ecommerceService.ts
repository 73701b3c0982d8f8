import type { CatalogRole } from '../../catalogRole';
import { attitudeAndCollaboration } from '../../presets/leader';
import { retail } from './industry';

/** E-commerce customer service: 400 tickets a month, answered within half an hour around the clock, done within 24 hours. */
export const ecommerceService: CatalogRole = {
	industry: retail,
	role: {
		id: 'ecommerceService',
		label: { en: 'E-commerce customer service', zh: '电商客服内勤' },
		work: [
			{
				activity: 'supportTicket',
				label: { en: 'Support tickets', zh: '客服工单' },
				source: 'support',
				target: 400,
				limit: { hours: 24 },
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
				points: 15,
				examples: [
					{
						says: '300 of 400 done: 75 % of 15 points',
						given: { done: 300, target: 400 },
						points: '11.25',
					},
				],
			},
			{
				id: 'response',
				label: { en: 'First response', zh: '响应时效' },
				activity: 'supportTicket',
				measure: 'responded',
				limit: { hours: 0.5 },
				curve: {
					type: 'interpolate',
					points: [
						['80%', '0%'],
						['95%', '100%'],
					],
				},
				points: 25,
				examples: [
					{
						says: '380 of 400 answered within half an hour: 95 % reaches all of 25 points',
						given: { good: 380, of: 400 },
						points: '25',
					},
					{
						says: '368 of 400 answered within half an hour: 92 % lies four fifths of the way from 80 % to 95 %',
						given: { good: 368, of: 400 },
						points: '20',
					},
				],
			},
			{
				id: 'resolution',
				label: { en: 'Resolution', zh: '问题解决率' },
				activity: 'supportTicket',
				measure: 'resolved',
				curve: { type: 'share' },
				points: 15,
				examples: [
					{
						says: '360 of 400 resolved: 90 % of 15 points',
						given: { good: 360, of: 400 },
						points: '13.5',
					},
				],
			},
			{
				id: 'quality',
				label: { en: 'Quality', zh: '质量' },
				activity: 'supportTicket',
				measure: 'errors',
				curve: { type: 'rateExcess', target: '1%', perPoint: '20%' },
				points: 15,
				examples: [
					{
						says: '4 errors in 400: exactly 1 %, all of 15 points',
						given: { errors: 4, done: 400, target: 400 },
						points: '15',
					},
					{
						says: '12 errors in 400: 3 % is two percentage points over, so twice 20 % of 15 points are lost',
						given: { errors: 12, done: 400, target: 400 },
						points: '9',
					},
				],
			},
		],
		leader: attitudeAndCollaboration(),
	},
};
