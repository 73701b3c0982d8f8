import type { CatalogProcess } from '../catalogProcess';

/** An employee asks, the leader agrees, administration buys within three working days and hands out. */
export const procurement: CatalogProcess = {
	process: 1,
	id: 'procurement',
	version: '1',
	prefix: 'PR',
	label: { en: 'Office procurement', zh: '办公采购' },
	timeZone: 'Asia/Shanghai',
	calendar: 'CN',
	steps: [
		{
			id: 'request',
			label: { en: 'Request', zh: '采购申请' },
			by: { anyone: true },
			fields: [
				{ id: 'what', label: { en: 'What', zh: '物品' }, type: 'text', required: true },
				{ id: 'quantity', label: { en: 'Quantity', zh: '数量' }, type: 'number', required: true },
				{ id: 'reason', label: { en: 'What for', zh: '用途' }, type: 'text' },
			],
		},
		{
			id: 'agree',
			label: { en: "Leader's agreement", zh: '主管审批' },
			by: { leader: true },
			limit: { workingDays: 1 },
			opinion: true,
			returnsTo: 'request',
		},
		{
			id: 'buy',
			label: { en: 'Purchase', zh: '采购' },
			by: { role: 'administration' },
			activity: 'procurement',
			limit: { workingDays: 3 },
			fields: [
				{ id: 'supplier', label: { en: 'Supplier', zh: '供应商' }, type: 'text', required: true },
				{ id: 'price', label: { en: 'Price', zh: '金额' }, type: 'number' },
			],
		},
		{
			id: 'handOut',
			label: { en: 'Hand out', zh: '领用发放' },
			by: { role: 'administration' },
			activity: 'handOut',
			limit: { workingDays: 1 },
		},
	],
};
