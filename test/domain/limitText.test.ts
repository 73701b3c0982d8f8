import { limitText } from '../../src/domain/scores/wording';

const minute = 60_000;

describe('a limit in words', () => {
	it.each([
		{ limit: { kind: 'hours', ms: 24 * 60 * minute }, en: '24 h', zh: '24 小时' },
		{ limit: { kind: 'hours', ms: 10 * minute }, en: '10 min', zh: '10 分钟' },
		{ limit: { kind: 'workingHours', ms: 60 * minute }, en: '1 working hour', zh: '1 个工作小时' },
		{
			limit: { kind: 'workingHours', ms: 90 * minute },
			en: '1.5 working hours',
			zh: '1.5 个工作小时',
		},
		{
			limit: { kind: 'workingHours', ms: 10 * minute },
			en: '10 working minutes',
			zh: '10 个工作分钟',
		},
		{ limit: { kind: 'workingDays', days: 1 }, en: '1 working day', zh: '1 个工作日' },
	] as const)('$en', ({ limit, en, zh }) => expect(limitText(limit)).toEqual({ en, zh }));
});
