import type { CatalogProcess } from '../catalogProcess';

/** A task from the customer system or from business, filed by operations within a day, spot-checked by another. */
export const customerRecords: CatalogProcess = {
	process: 1,
	id: 'customerRecords',
	version: '1',
	prefix: 'KH',
	label: { en: 'Customer records', zh: '客户档案' },
	timeZone: 'Asia/Shanghai',
	calendar: 'CN',
	steps: [
		{
			id: 'task',
			label: { en: 'Task', zh: '任务' },
			by: { anyone: true },
			fields: [
				{ id: 'customer', label: { en: 'Customer', zh: '客户' }, type: 'text', required: true },
				{
					id: 'from',
					label: { en: 'From', zh: '来源' },
					type: 'choice',
					choices: ['crm', 'business'],
				},
			],
		},
		{
			id: 'file',
			label: { en: 'Filing', zh: '建档' },
			by: { role: 'operations' },
			activity: 'customerRecord',
			limit: { hours: 24 },
			fields: [
				{ id: 'recordId', label: { en: 'Record', zh: '档案编号' }, type: 'text', required: true },
			],
		},
		{
			id: 'check',
			label: { en: 'Spot check', zh: '抽查' },
			by: { anyone: true },
			limit: { workingDays: 2 },
			opinion: true,
			returnsTo: 'file',
		},
	],
};
