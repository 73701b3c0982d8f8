import type { CatalogRole } from '../../catalogRole';
import { attitudeAndCollaboration } from '../../presets/leader';
import { retail } from './industry';

/** Store back office: 150 goods receipts a month, each booked within 24 hours, at most 2 % wrong. */
export const storeBackOffice: CatalogRole = {
	industry: retail,
	role: {
		id: 'storeBackOffice',
		label: { en: 'Store back office', zh: '门店内勤' },
		work: [
			{
				activity: 'goodsReceipt',
				label: { en: 'Goods receipts', zh: '收货单' },
				source: 'inventory',
				target: 150,
				limit: { hours: 24 },
				belongsTo: 'due',
			},
		],
		indicators: [
			{
				id: 'quantity',
				label: { en: 'Quantity', zh: '数量' },
				activity: 'goodsReceipt',
				measure: 'completed',
				curve: { type: 'attainment' },
				points: 20,
				examples: [
					{
						says: '120 of 150 done: 80 % of 20 points',
						given: { done: 120, target: 150 },
						points: '16',
					},
				],
			},
			{
				id: 'timeliness',
				label: { en: 'Timeliness', zh: '时效' },
				activity: 'goodsReceipt',
				measure: 'onTime',
				curve: { type: 'share' },
				points: 20,
				examples: [
					{
						says: '135 of 150 on time: 90 % of 20 points',
						given: { onTime: 135, due: 150, target: 150 },
						points: '18',
					},
				],
			},
			{
				id: 'quality',
				label: { en: 'Quality', zh: '质量' },
				activity: 'goodsReceipt',
				measure: 'errors',
				curve: { type: 'perDefect', allowance: '2%', step: '10%' },
				points: 30,
				examples: [
					{
						says: '3 errors: 2 % of 150 allows them, all of 30 points',
						given: { errors: 3, done: 150, target: 150 },
						points: '30',
					},
					{
						says: '5 errors: two more than allowed, so twice 10 % of 30 points are lost',
						given: { errors: 5, done: 150, target: 150 },
						points: '24',
					},
				],
			},
		],
		leader: attitudeAndCollaboration(),
	},
};
