import type { CatalogProcess } from '../catalogProcess';

/** Business submits a contract, operations review it, legal confirms, operations archive it. */
export const contractReview: CatalogProcess = {
	process: 1,
	id: 'contractReview',
	version: '1',
	prefix: 'CR',
	label: { en: 'Contract review', zh: '合同审核' },
	timeZone: 'Asia/Shanghai',
	calendar: 'CN',
	steps: [
		{
			id: 'submit',
			label: { en: 'Submission', zh: '业务提交' },
			by: { anyone: true },
			fields: [
				{ id: 'contract', label: { en: 'Contract', zh: '合同' }, type: 'text', required: true },
				{ id: 'customer', label: { en: 'Customer', zh: '客户' }, type: 'text', required: true },
				{ id: 'amount', label: { en: 'Amount', zh: '金额' }, type: 'number' },
			],
		},
		{
			id: 'review',
			label: { en: 'Review', zh: '内勤审核' },
			by: { role: 'operations' },
			activity: 'contractReview',
			limit: { workingHours: 8 },
			opinion: true,
			returnsTo: 'submit',
		},
		{
			id: 'confirm',
			label: { en: 'Legal confirmation', zh: '法务确认' },
			by: { role: 'legal' },
			limit: { workingDays: 1 },
			opinion: true,
			returnsTo: 'review',
		},
		{
			id: 'archive',
			label: { en: 'Archive', zh: '归档' },
			by: { role: 'operations' },
			activity: 'contractArchive',
			limit: { workingDays: 1 },
			fields: [
				{
					id: 'fileNumber',
					label: { en: 'File number', zh: '档案编号' },
					type: 'text',
					required: true,
				},
			],
		},
	],
};
