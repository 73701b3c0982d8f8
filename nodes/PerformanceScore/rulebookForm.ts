import type { INodeProperties } from 'n8n-workflow';
import { id, labels } from './rows';
import { roles } from './roleForm';

const inForm = { show: { rulebookSource: ['form'] } };

const grades: INodeProperties = {
	displayName: 'Grades',
	name: 'grades',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Grade', sortable: true },
	placeholder: 'Add Grade',
	displayOptions: inForm,
	default: {
		grade: [
			{ from: 90, id: 'excellent', labelEn: 'Excellent', labelZh: '优秀' },
			{ from: 80, id: 'good', labelEn: 'Good', labelZh: '良好' },
			{ from: 60, id: 'improve', labelEn: 'To improve', labelZh: '待改进' },
			{ from: 0, id: 'unsatisfactory', labelEn: 'Unsatisfactory', labelZh: '不合格' },
		],
	},
	description: 'From high to low, the last from 0. Grades are names: pay follows the total.',
	options: [
		{
			displayName: 'Grade',
			name: 'grade',
			values: [
				{
					displayName: 'From',
					name: 'from',
					type: 'number',
					typeOptions: { minValue: 0, numberPrecision: 2 },
					default: 0,
					description: 'The lowest total that has this grade',
				},
				id('grade', 'excellent'),
				...labels,
			],
		},
	],
};

const minPresentDays: INodeProperties = {
	displayName: 'Min Present Days',
	name: 'minPresentDays',
	type: 'number',
	typeOptions: { minValue: 0 },
	displayOptions: inForm,
	default: 5,
	description: 'Somebody who was present on fewer days has no score for the month',
};

/** The panel in which a rulebook is built without writing JSON. */
export const rulebookForm: INodeProperties[] = [roles, grades, minPresentDays];
