import type { CatalogRole } from '../../catalogRole';
import { attitudeAndCollaboration } from '../../presets/leader';
import { manufacturing } from './industry';

/** Purchasing: 80 purchase orders a month, each placed within two working days, at most 1 % wrong. */
export const purchasing: CatalogRole = {
	industry: manufacturing,
	role: {
		id: 'purchasing',
		label: { en: 'Purchasing', zh: '采购内勤' },
		work: [
			{
				activity: 'purchaseOrder',
				label: { en: 'Purchase orders', zh: '采购订单' },
				source: 'erp',
				target: 80,
				limit: { workingDays: 2 },
				belongsTo: 'due',
			},
		],
		indicators: [
			{
				id: 'quantity',
				label: { en: 'Quantity', zh: '数量' },
				activity: 'purchaseOrder',
				measure: 'completed',
				curve: { type: 'attainment' },
				points: 20,
				examples: [
					{
						says: '60 of 80 done: 75 % of 20 points',
						given: { done: 60, target: 80 },
						points: '15',
					},
				],
			},
			{
				id: 'timeliness',
				label: { en: 'Timeliness', zh: '时效' },
				activity: 'purchaseOrder',
				measure: 'onTime',
				curve: {
					type: 'interpolate',
					points: [
						['70%', '0%'],
						['95%', '100%'],
					],
				},
				points: 25,
				examples: [
					{
						says: '76 of 80 on time: 95 % reaches all of 25 points',
						given: { onTime: 76, due: 80, target: 80 },
						points: '25',
					},
					{
						says: '72 of 80 on time: 90 % lies four fifths of the way from 70 % to 95 %',
						given: { onTime: 72, due: 80, target: 80 },
						points: '20',
					},
					{
						says: '52 of 80 on time: 65 % is under 70 %, no points',
						given: { onTime: 52, due: 80, target: 80 },
						points: '0',
					},
				],
			},
			{
				id: 'quality',
				label: { en: 'Quality', zh: '质量' },
				activity: 'purchaseOrder',
				measure: 'errors',
				curve: { type: 'perDefect', allowance: '1%', step: '10%' },
				points: 25,
				examples: [
					{
						says: '2 errors: 1 % of 80 allows none, so twice 10 % of 25 points are lost',
						given: { errors: 2, done: 80, target: 80 },
						points: '20',
					},
				],
			},
		],
		leader: attitudeAndCollaboration(),
	},
};
