import { CrmEvidence } from '../../nodes/CrmEvidence/CrmEvidence.node';
import { Payroll } from '../../nodes/Payroll/Payroll.node';
import { PerformanceScore } from '../../nodes/PerformanceScore/PerformanceScore.node';
import { shownHints } from './canvas';

describe('what a panel says before the run', () => {
	const [crm, score, payroll] = [new CrmEvidence(), new PerformanceScore(), new Payroll()];
	const role = (...points: number[]) => ({
		role: [
			{
				id: 'a',
				work: { item: [{ activity: 'deal' }] },
				indicators: { item: points.map((each) => ({ activity: 'deal', points: each })) },
			},
		],
	});
	it.each([
		{ node: crm, parameters: { period: '2026-1' }, shown: ['Period'] },
		{ node: crm, parameters: { period: '2026-13', timeZone: ' ' }, shown: ['Period', 'Time'] },
		{ node: crm, parameters: { options: { maxItems: 10 } }, shown: ['Max'] },
		{
			node: crm,
			parameters: { operation: 'preview', options: { maxItems: 5 } },
			shown: ['Preview'],
		},
		{ node: crm, parameters: { timeZone: 'Asia/Peking' }, shown: ['Time'] },
		{ node: crm, parameters: { system: 'rest', stream: 'crmRecords' }, shown: ['Path'] },
		{
			node: crm,
			parameters: { system: 'rest', stream: 'crmRecords', path: '/x', paging: 'page' },
			shown: ['Page'],
		},
		{
			node: crm,
			parameters: { system: 'rows', stream: 'crmRows', naiveZone: 'Asia/Peking', idField: '' },
			shown: ['Time', 'ID'],
		},
		{ node: score, parameters: { period: '' }, shown: ['Period'] },
		{ node: score, parameters: { asOf: '2026-11-01T02:00:00' }, shown: ['Cut-Off'] },
		{ node: score, parameters: { timeZone: '' }, shown: ['Time'] },
		{ node: score, parameters: { roles: [] }, shown: ['Preset'] },
		{ node: score, parameters: { rulebookSource: 'json' }, shown: [] },
		{
			node: score,
			parameters: { rulebookSource: 'json', rulebook: '{ "a": 1, }' },
			shown: ['Rulebook'],
		},
		{ node: score, parameters: { rulebookSource: 'form' }, shown: [] },
		{ node: score, parameters: { rulebookSource: 'form', rolesForm: {} }, shown: ['Roles'] },
		{
			node: score,
			parameters: { rulebookSource: 'form', rolesForm: role(60, 30) },
			shown: ['Points'],
		},
		{ node: score, parameters: { rulebookSource: 'form', rolesForm: role(60, 40) }, shown: [] },
		{
			node: score,
			parameters: {
				rulebookSource: 'form',
				rolesForm: {
					role: [{ indicators: { item: [{ activity: 'deals', points: 100 }] }, work: {} }],
				},
			},
			shown: ['Indicators'],
		},
		{ node: score, parameters: { timeZone: 'Asia/Shangai' }, shown: ['Time'] },
		{ node: payroll, parameters: {}, shown: ['Tenant'] },
		{ node: payroll, parameters: { resource: 'basePay' }, shown: [] },
		{ node: payroll, parameters: { operation: 'sync', tenant: 'xx' }, shown: ['Approved', 'Sync'] },
		{ node: payroll, parameters: { blockedPeople: 'payOthers', tenant: 'xx' }, shown: ['Who'] },
		{ node: payroll, parameters: { operation: 'reverse' }, shown: ['Batch', 'Reverse'] },
		{
			node: payroll,
			parameters: { tenant: 'xx', revision: 1, negativeDifferences: 'deduct' },
			shown: ['Deduction'],
		},
	])('$parameters → $shown', ({ node, parameters, shown }) => {
		expect(shownHints(node, parameters)).toEqual(shown);
	});
});
