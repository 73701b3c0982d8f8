import type { CatalogProcess } from '../catalogProcess';

/** An employee hands in expenses, finance reviews them within a day, the leader approves, finance pays. */
export const reimbursement: CatalogProcess = {
	process: 1,
	id: 'reimbursement',
	version: '1',
	prefix: 'RB',
	label: { en: 'Reimbursement', zh: '费用报销' },
	timeZone: 'Asia/Shanghai',
	calendar: 'CN',
	steps: [
		{
			id: 'submit',
			label: { en: 'Submission', zh: '提交报销' },
			by: { anyone: true },
			fields: [
				{ id: 'amount', label: { en: 'Amount', zh: '金额' }, type: 'number', required: true },
				{ id: 'spentOn', label: { en: 'Spent on', zh: '发生日期' }, type: 'date', required: true },
				{
					id: 'category',
					label: { en: 'Category', zh: '类别' },
					type: 'choice',
					required: true,
					choices: ['travel', 'office', 'entertainment', 'other'],
				},
			],
		},
		{
			id: 'review',
			label: { en: 'Review', zh: '财务审核' },
			by: { role: 'finance' },
			activity: 'expenseReview',
			limit: { workingDays: 1 },
			opinion: true,
			returnsTo: 'submit',
		},
		{
			id: 'approve',
			label: { en: 'Approval', zh: '领导审批' },
			by: { leader: true },
			limit: { workingDays: 1 },
			opinion: true,
			returnsTo: 'review',
		},
		{
			id: 'pay',
			label: { en: 'Payment', zh: '付款' },
			by: { role: 'finance' },
			activity: 'expensePayment',
			limit: { workingDays: 1 },
			fields: [
				{ id: 'paidOn', label: { en: 'Paid on', zh: '付款日期' }, type: 'date', required: true },
			],
		},
	],
};
