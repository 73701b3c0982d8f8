import type { CatalogRole } from '../../catalogRole';
import { attitudeAndCollaboration } from '../../presets/leader';
import { retail } from './industry';

/** Merchandising data: 250 product records a month, each within two working days, at most 1 % wrong. */
export const merchandisingData: CatalogRole = {
	industry: retail,
	role: {
		id: 'merchandisingData',
		label: { en: 'Merchandising data', zh: '商品资料内勤' },
		work: [
			{
				activity: 'productRecord',
				label: { en: 'Product records', zh: '商品资料' },
				source: 'catalog',
				target: 250,
				limit: { workingDays: 2 },
				belongsTo: 'due',
			},
		],
		indicators: [
			{
				id: 'quantity',
				label: { en: 'Quantity', zh: '数量' },
				activity: 'productRecord',
				measure: 'completed',
				curve: { type: 'attainment' },
				points: 25,
				examples: [
					{
						says: '200 of 250 done: 80 % of 25 points',
						given: { done: 200, target: 250 },
						points: '20',
					},
				],
			},
			{
				id: 'timeliness',
				label: { en: 'Timeliness', zh: '时效' },
				activity: 'productRecord',
				measure: 'onTime',
				curve: { type: 'share' },
				points: 15,
				examples: [
					{
						says: '225 of 250 on time: 90 % of 15 points',
						given: { onTime: 225, due: 250, target: 250 },
						points: '13.5',
					},
				],
			},
			{
				id: 'accuracy',
				label: { en: 'Accuracy', zh: '准确率' },
				activity: 'productRecord',
				measure: 'errors',
				curve: { type: 'rateExcess', target: '1%', perPoint: '25%' },
				points: 30,
				examples: [
					{
						says: '2 errors in 250: 0.8 % is under 1 %, all of 30 points',
						given: { errors: 2, done: 250, target: 250 },
						points: '30',
					},
					{
						says: '5 errors in 250: 2 % is one percentage point over, 25 % of 30 points are lost',
						given: { errors: 5, done: 250, target: 250 },
						points: '22.5',
					},
				],
			},
		],
		leader: attitudeAndCollaboration(),
	},
};
