import { loadRulebook } from '../../src/rulebook/loadRulebook';
import { presetRulebook } from '../../src/rulebook/presetRulebook';

const choice = { id: 'own', version: '1', timeZone: 'Asia/Shanghai', calendar: 'CN' };

/** The role as loaded from a change of a preset, in short. */
function extended(role: { readonly [field: string]: unknown }) {
	const loaded = loadRulebook({ ...presetRulebook({ ...choice, roles: [] }), roles: [role] });
	if (!loaded.ok) throw new Error(loaded.problems.map(({ message }) => message).join('\n'));
	const { id, label, work, indicators, leader } = loaded.value.roles[0] ?? {};
	return {
		id,
		name: label?.en,
		work: work?.map(({ activity, target }) => `${activity} ${target}`),
		indicators: indicators?.map((one) => `${one.id} ${one.measure.kind} ${one.points.n}`),
		leader: leader?.map((one) => `${one.id} ${one.points.n}`),
	};
}

const operations = {
	id: 'operations',
	name: 'Operations',
	work: ['customerRecord 50'],
	indicators: ['quantity completed 20', 'timeliness onTime 20', 'quality errors 30'],
	leader: ['attitude 15', 'collaboration 15'],
};
const contracts = { source: 'crm', target: 30 };
const contractsDone = {
	activity: 'contract',
	measure: 'completed',
	curve: { type: 'attainment' },
	points: 10,
};

describe('a role that extends a preset', () => {
	it.each([
		['changes nothing', {}, {}],
		['takes another id and name', { id: 'hub', label: { en: 'Hub' } }, { id: 'hub', name: 'Hub' }],
		[
			'changes a target by activity',
			{ work: { customerRecord: { target: 80 } } },
			{ work: ['customerRecord 80'] },
		],
		[
			'changes the same in a list',
			{ work: [{ activity: 'customerRecord', target: 80 }] },
			{ work: ['customerRecord 80'] },
		],
		[
			'takes a field out',
			{ work: { customerRecord: { target: null } } },
			{ work: ['customerRecord undefined'] },
		],
		[
			'moves points between indicators',
			{ indicators: { quantity: { points: 30 }, quality: { points: 20 } } },
			{ indicators: ['quantity completed 30', 'timeliness onTime 20', 'quality errors 20'] },
		],
		[
			'removes an indicator',
			{ indicators: { timeliness: null, quality: { points: 50 } } },
			{ indicators: ['quantity completed 20', 'quality errors 50'] },
		],
		[
			'adds work and an indicator after the others',
			{
				work: { contract: contracts },
				indicators: { contracts: contractsDone, quality: { points: 20 } },
			},
			{
				work: ['customerRecord 50', 'contract 30'],
				indicators: [
					'quantity completed 20',
					'timeliness onTime 20',
					'quality errors 20',
					'contracts completed 10',
				],
			},
		],
		[
			'adds one like another in name',
			{
				indicators: {
					qualitys: {
						activity: 'customerRecord',
						measure: 'completed',
						curve: { type: 'attainment' },
						points: 10,
					},
					quality: { points: 20 },
				},
			},
			{
				indicators: [
					'quantity completed 20',
					'timeliness onTime 20',
					'quality errors 20',
					'qualitys completed 10',
				],
			},
		],
		[
			'puts one criterion in the place of two',
			{
				leader: [
					{ id: 'attitude', points: 10 },
					{ id: 'initiative', points: 5 },
				],
			},
			{ leader: ['attitude 10', 'collaboration 15', 'initiative 5'] },
		],
		[
			'does without the leader',
			{ leader: null, indicators: { quality: { points: 60 } } },
			{
				leader: [],
				indicators: ['quantity completed 20', 'timeliness onTime 20', 'quality errors 60'],
			},
		],
	])('%s', (_, change, expected) => {
		expect(extended({ extends: 'operations', ...change })).toEqual({ ...operations, ...expected });
	});

	it('stands whole where extends is empty', () => {
		const [role] = presetRulebook({ ...choice, roles: ['operations'] }).roles;
		expect(extended({ ...role, extends: '' })).toEqual(operations);
	});
});
