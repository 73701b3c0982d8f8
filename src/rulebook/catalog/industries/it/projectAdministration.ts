import type { CatalogRole } from '../../catalogRole';
import { attitudeAndCollaboration } from '../../presets/leader';
import { it } from './industry';

/** Project administration: 60 tasks a month, each within three working days, every error counts. */
export const projectAdministration: CatalogRole = {
	industry: it,
	role: {
		id: 'projectAdministration',
		label: { en: 'Project administration', zh: '项目内勤' },
		work: [
			{
				activity: 'projectTask',
				label: { en: 'Project tasks', zh: '项目任务' },
				source: 'workLog',
				target: 60,
				limit: { workingDays: 3 },
				belongsTo: 'due',
			},
		],
		indicators: [
			{
				id: 'quantity',
				label: { en: 'Quantity', zh: '数量' },
				activity: 'projectTask',
				measure: 'completed',
				curve: { type: 'attainment' },
				points: 20,
				examples: [
					{
						says: '45 of 60 done: 75 % of 20 points',
						given: { done: 45, target: 60 },
						points: '15',
					},
				],
			},
			{
				id: 'timeliness',
				label: { en: 'Timeliness', zh: '时效' },
				activity: 'projectTask',
				measure: 'onTime',
				curve: { type: 'share' },
				points: 30,
				examples: [
					{
						says: '57 of 60 on time: 95 % of 30 points',
						given: { onTime: 57, due: 60, target: 60 },
						points: '28.5',
					},
				],
			},
			{
				id: 'quality',
				label: { en: 'Quality', zh: '质量' },
				activity: 'projectTask',
				measure: 'errors',
				curve: { type: 'perDefect', step: '10%' },
				points: 20,
				examples: [
					{
						says: '1 error: none is allowed, 10 % of 20 points are lost',
						given: { errors: 1, done: 60, target: 60 },
						points: '18',
					},
				],
			},
		],
		leader: attitudeAndCollaboration(),
	},
};
