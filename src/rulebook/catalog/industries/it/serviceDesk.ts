import type { CatalogRole } from '../../catalogRole';
import { attitudeAndCollaboration } from '../../presets/leader';
import { it } from './industry';

/** Service desk: tickets as they come, answered within half an hour of working time, done within 8 working hours. */
export const serviceDesk: CatalogRole = {
	industry: it,
	role: {
		id: 'serviceDesk',
		label: { en: 'Service desk', zh: '服务台内勤' },
		work: [
			{
				activity: 'supportTicket',
				label: { en: 'Support tickets', zh: '服务工单' },
				source: 'support',
				limit: { workingHours: 8 },
				belongsTo: 'due',
			},
		],
		indicators: [
			{
				id: 'response',
				label: { en: 'First response', zh: '响应时效' },
				activity: 'supportTicket',
				measure: 'responded',
				limit: { workingHours: 0.5 },
				curve: { type: 'share' },
				points: 20,
				examples: [
					{
						says: '150 of 160 answered within half an hour: 93.75 % of 20 points',
						given: { good: 150, of: 160 },
						points: '18.75',
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
						says: '152 of 160 on time: 95 % of 20 points',
						given: { onTime: 152, due: 160 },
						points: '19',
					},
				],
			},
			{
				id: 'resolution',
				label: { en: 'Resolution', zh: '问题解决率' },
				activity: 'supportTicket',
				measure: 'resolved',
				curve: {
					type: 'interpolate',
					points: [
						['70%', '0%'],
						['90%', '100%'],
					],
				},
				points: 20,
				examples: [
					{
						says: '136 of 160 resolved: 85 % lies three quarters of the way from 70 % to 90 %',
						given: { good: 136, of: 160 },
						points: '15',
					},
					{
						says: '144 of 160 resolved: 90 % reaches all of 20 points',
						given: { good: 144, of: 160 },
						points: '20',
					},
				],
			},
			{
				id: 'quality',
				label: { en: 'Quality', zh: '质量' },
				activity: 'supportTicket',
				measure: 'errors',
				curve: { type: 'perDefect', allowance: '1%', step: '10%' },
				points: 10,
				examples: [
					{
						says: '3 errors in 160: 1 % allows 1, so twice 10 % of 10 points are lost',
						given: { errors: 3, done: 160 },
						points: '8',
					},
				],
			},
		],
		leader: attitudeAndCollaboration(),
	},
};
