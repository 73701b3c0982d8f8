import type { CatalogRole } from '../catalogRole';
import { attitudeAndCollaboration } from './leader';

/** Ten minutes of working time; the fraction is long enough to make them 600,000 ms. */
const tenMinutes = 0.1666667;

/**
 * Administration: requests of other departments, answered within 10 minutes, 95 % of them resolved.
 * Three working days only place a request in a month, so that one never answered counts too.
 */
export const administration: CatalogRole = {
	role: {
		id: 'administration',
		label: { en: 'Administration', zh: '行政内勤' },
		work: [
			{
				activity: 'supportTicket',
				label: { en: 'Requests of other departments', zh: '跨部门协作请求' },
				source: 'support',
				limit: { workingDays: 3 },
				belongsTo: 'due',
			},
		],
		indicators: [
			{
				id: 'response',
				label: { en: 'First response', zh: '响应时效' },
				activity: 'supportTicket',
				measure: 'responded',
				limit: { workingHours: tenMinutes },
				curve: { type: 'share' },
				points: 20,
				examples: [
					{
						says: '36 of 40 answered within 10 minutes: 90 % of 20 points',
						given: { good: 36, of: 40 },
						points: '18',
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
						['80%', '0%'],
						['95%', '100%'],
					],
				},
				points: 20,
				examples: [
					{
						says: '38 of 40 resolved: 95 % reaches all of 20 points',
						given: { good: 38, of: 40 },
						points: '20',
					},
					{
						says: '36 of 40 resolved: 90 % lies two thirds of the way from 80 % to 95 %',
						given: { good: 36, of: 40 },
						points: '40/3',
					},
					{
						says: '30 of 40 resolved: 75 % is under 80 %, no points',
						given: { good: 30, of: 40 },
						points: '0',
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
						says: '1 error in 40: 1 % of 40 allows none, 10 % of 30 points are lost',
						given: { errors: 1, done: 40 },
						points: '27',
					},
				],
			},
		],
		leader: attitudeAndCollaboration(),
	},
};
