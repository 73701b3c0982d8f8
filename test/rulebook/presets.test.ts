import { fractionText, ratio, sumOf } from '../../src/domain/kernel/ratio';
import type { Role } from '../../src/domain/scores/rulebook';
import { catalogRoles } from '../../src/rulebook/catalog';
import { loadRulebook } from '../../src/rulebook/loadRulebook';
import { calendars, presetRulebook, presets } from '../../src/rulebook/presetRulebook';

const choice = { id: 'back-office', version: '2026-10', timeZone: 'Asia/Shanghai', calendar: 'CN' };

function roleOf(id: string): Role {
	const loaded = loadRulebook(presetRulebook({ ...choice, roles: [id] }));
	const role = loaded.ok ? loaded.value.roles[0] : undefined;
	if (role === undefined) throw new Error(`the preset ${id} does not load`);
	return role;
}

describe.each(catalogRoles.map((preset) => [preset.role.id, preset] as const))(
	'%s',
	(id, preset) => {
		const role = roleOf(id);

		it.each(preset.role.indicators)('has examples of $id that differ', ({ examples = [] }) => {
			expect(examples.length).toBeGreaterThan(0);
			expect(new Set(examples.map(({ says }) => says)).size).toBe(examples.length);
		});

		it('has targets in its examples that are its own', () => {
			const targets = preset.role.indicators.flatMap(({ examples = [] }) =>
				examples.flatMap(({ given }) => given.target ?? []),
			);
			expect(new Set(targets.map(BigInt))).toEqual(
				new Set(role.work.flatMap(({ target }) => target ?? [])),
			);
		});

		it('gives 70 points by data and 15 and 15 by the leader', () => {
			expect(fractionText(sumOf(role.indicators.map(({ points }) => points)))).toBe('70');
			expect(role.leader.map((one) => [one.id, fractionText(one.points)])).toEqual([
				['attitude', '15'],
				['collaboration', '15'],
			]);
		});

		it('is named in English and in Chinese', () => {
			for (const { label } of [role, ...role.indicators, ...role.leader]) {
				expect(label.en).toMatch(/^[A-Z][A-Za-z -]+$/);
				expect(label.zh).toMatch(/^[\u4e00-\u9fff]+$/);
			}
		});
	},
);

it('operations and finance have the numbers of the article', () => {
	const [operations, finance] = [roleOf('operations'), roleOf('finance')];
	expect(operations.work).toEqual([
		{
			activity: 'customerRecord',
			source: 'crm',
			target: 50n,
			limit: { kind: 'hours', ms: 86_400_000 },
			belongsTo: 'due',
		},
	]);
	expect(finance.work).toEqual([
		{
			activity: 'reimbursement',
			source: 'finance',
			target: 200n,
			limit: { kind: 'workingDays', days: 1 },
			belongsTo: 'due',
		},
	]);
	expect([operations, finance].map((role) => role.indicators[2]?.curve)).toMatchObject([
		{ allowance: ratio(1n, 100n), step: ratio(1n, 10n) },
		{ allowance: ratio(1n, 200n), step: ratio(1n, 10n) },
	]);
});

it('administration answers within ten minutes of working time', () => {
	expect(roleOf('administration').indicators[0]?.measure).toEqual({
		kind: 'responded',
		limit: { kind: 'workingHours', ms: 600_000 },
	});
});

describe('a rulebook from presets', () => {
	it('is offered by id and name', () => {
		expect(presets.map(({ id, label }) => [id, label.en, label.zh])).toEqual([
			['operations', 'Operations', '运营内勤'],
			['finance', 'Finance', '财务内勤'],
			['administration', 'Administration', '行政内勤'],
			['customerService', 'Customer service', '客服内勤'],
			['productionPlanning', 'Manufacturing: Production planning', '制造业：生产计划内勤'],
			['purchasing', 'Manufacturing: Purchasing', '制造业：采购内勤'],
			['qualityRecords', 'Manufacturing: Quality records', '制造业：质量记录内勤'],
			['storeBackOffice', 'Retail: Store back office', '零售业：门店内勤'],
			['ecommerceService', 'Retail: E-commerce customer service', '零售业：电商客服内勤'],
			['merchandisingData', 'Retail: Merchandising data', '零售业：商品资料内勤'],
			['serviceDesk', 'IT: Service desk', '信息技术：服务台内勤'],
			['projectAdministration', 'IT: Project administration', '信息技术：项目内勤'],
			['licenceAdministration', 'IT: Licence administration', '信息技术：软件许可内勤'],
		]);
		expect(calendars.map(({ id }) => id)).toEqual(['CN', 'weekdays']);
	});

	it('has no two roles of one id, and each extends alone', () => {
		const ids = presets.map(({ id }) => id);
		expect(new Set(ids).size).toBe(ids.length);
		for (const id of ids) {
			const roles = [{ extends: id, id: 'mine' }];
			expect(loadRulebook({ ...presetRulebook({ ...choice, roles: [] }), roles })).toMatchObject({
				value: { roles: [{ ...roleOf(id), id: 'mine' }] },
			});
		}
	});

	it.each(calendars.map(({ id }) => id))('loads with all roles and the calendar %s', (calendar) => {
		const roles = presets.map(({ id }) => id);
		const loaded = loadRulebook(JSON.stringify(presetRulebook({ ...choice, calendar, roles })));
		expect(loaded).toMatchObject({ ok: true, value: { roles: roles.map((id) => ({ id })) } });
	});

	it('tells the nearest preset of a misspelt one', () => {
		expect(loadRulebook(presetRulebook({ ...choice, roles: ['finanse'] }))).toMatchObject({
			problems: [
				{ path: 'roles[0].extends', remedy: 'Write "finance", the nearest right spelling.' },
			],
		});
	});

	it('may be changed without changing the preset', () => {
		const mine = presetRulebook({ ...choice, roles: ['operations'] });
		Object.assign(mine.roles[0] ?? {}, { id: 'mine' });
		expect(presetRulebook({ ...choice, roles: ['operations'] }).roles[0]).toMatchObject({
			id: 'operations',
		});
	});
});
