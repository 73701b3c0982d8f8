import type { CatalogRole } from '../../catalogRole';
import { attitudeAndCollaboration } from '../../presets/leader';
import { it } from './industry';

/** Licence administration: requests as they come, each within two working days, granted or refused with an answer. */
export const licenceAdministration: CatalogRole = {
	industry: it,
	role: {
		id: 'licenceAdministration',
		label: { en: 'Licence administration', zh: '软件许可内勤' },
		work: [
			{
				activity: 'licenceRequest',
				label: { en: 'Licence requests', zh: '许可申请' },
				source: 'support',
				limit: { workingDays: 2 },
				belongsTo: 'due',
			},
		],
		indicators: [
			{
				id: 'timeliness',
				label: { en: 'Timeliness', zh: '时效' },
				activity: 'licenceRequest',
				measure: 'onTime',
				curve: {
					type: 'bands',
					bands: [
						{ from: '98%', gives: '100%' },
						{ from: '95%', gives: '80%' },
						{ from: '90%', gives: '50%' },
						{ from: '0%', gives: '0%' },
					],
				},
				points: 30,
				examples: [
					{
						says: '49 of 50 on time: exactly 98 %, all of 30 points',
						given: { onTime: 49, due: 50 },
						points: '30',
					},
					{
						says: '48 of 50 on time: 96 % reaches 95 %, 80 % of 30 points',
						given: { onTime: 48, due: 50 },
						points: '24',
					},
					{
						says: '45 of 50 on time: exactly 90 %, 50 % of 30 points',
						given: { onTime: 45, due: 50 },
						points: '15',
					},
					{
						says: '44 of 50 on time: 88 % is under 90 %, no points',
						given: { onTime: 44, due: 50 },
						points: '0',
					},
				],
			},
			{
				id: 'resolution',
				label: { en: 'Resolution', zh: '问题解决率' },
				activity: 'licenceRequest',
				measure: 'resolved',
				curve: { type: 'share' },
				points: 20,
				examples: [
					{
						says: '46 of 50 resolved: 92 % of 20 points',
						given: { good: 46, of: 50 },
						points: '18.4',
					},
				],
			},
			{
				id: 'quality',
				label: { en: 'Quality', zh: '质量' },
				activity: 'licenceRequest',
				measure: 'errors',
				curve: { type: 'passFail', atMost: '2%' },
				points: 20,
				examples: [
					{
						says: '1 error in 50: exactly 2 % passes, all of 20 points',
						given: { errors: 1, done: 50 },
						points: '20',
					},
					{
						says: '2 errors in 50: 4 % does not pass, no points',
						given: { errors: 2, done: 50 },
						points: '0',
					},
				],
			},
		],
		leader: attitudeAndCollaboration(),
	},
};
