import type { CatalogRole } from '../../catalogRole';
import { attitudeAndCollaboration } from '../../presets/leader';
import { manufacturing } from './industry';

/** Quality records: 300 inspection records a month, each filed within one working day, the error rate in bands. */
export const qualityRecords: CatalogRole = {
	industry: manufacturing,
	role: {
		id: 'qualityRecords',
		label: { en: 'Quality records', zh: '质量记录内勤' },
		work: [
			{
				activity: 'inspectionRecord',
				label: { en: 'Inspection records', zh: '检验记录' },
				source: 'quality',
				target: 300,
				limit: { workingDays: 1 },
				belongsTo: 'due',
			},
		],
		indicators: [
			{
				id: 'quantity',
				label: { en: 'Quantity', zh: '数量' },
				activity: 'inspectionRecord',
				measure: 'completed',
				curve: { type: 'attainment' },
				points: 15,
				examples: [
					{
						says: '240 of 300 done: 80 % of 15 points',
						given: { done: 240, target: 300 },
						points: '12',
					},
				],
			},
			{
				id: 'timeliness',
				label: { en: 'Timeliness', zh: '时效' },
				activity: 'inspectionRecord',
				measure: 'onTime',
				curve: { type: 'share' },
				points: 20,
				examples: [
					{
						says: '285 of 300 on time: 95 % of 20 points',
						given: { onTime: 285, due: 300, target: 300 },
						points: '19',
					},
				],
			},
			{
				id: 'accuracy',
				label: { en: 'Accuracy', zh: '准确率' },
				activity: 'inspectionRecord',
				measure: 'errors',
				curve: {
					type: 'bands',
					bands: [
						{ atMost: '0.5%', gives: '100%' },
						{ atMost: '1%', gives: '80%' },
						{ atMost: '2%', gives: '40%' },
						{ atMost: '100%', gives: '0%' },
					],
				},
				points: 35,
				examples: [
					{
						says: '1 error in 300: under 0.5 %, all of 35 points',
						given: { errors: 1, done: 300, target: 300 },
						points: '35',
					},
					{
						says: '3 errors in 300: exactly 1 %, 80 % of 35 points',
						given: { errors: 3, done: 300, target: 300 },
						points: '28',
					},
					{
						says: '6 errors in 300: exactly 2 %, 40 % of 35 points',
						given: { errors: 6, done: 300, target: 300 },
						points: '14',
					},
					{
						says: '7 errors in 300: over 2 %, no points',
						given: { errors: 7, done: 300, target: 300 },
						points: '0',
					},
				],
			},
		],
		leader: attitudeAndCollaboration(),
	},
};
