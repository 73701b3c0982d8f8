import type { IDataObject } from 'n8n-workflow';
import { FinanceEvidence } from '../../nodes/FinanceEvidence/FinanceEvidence.node';
import { runNode, type Outcome, type Run } from './engine';

/** A sheet as Extract from File gives it: three claims of October in Shanghai. */
const sheet: readonly IDataObject[] = [
	{
		No: 'C-1',
		Clerk: 'ann@x.example',
		Given: '2026-10-08 09:00',
		Done: '2026-10-08 17:30',
		Faults: 0,
	},
	{
		No: 'C-2',
		Clerk: 'bob@x.example',
		Given: '2026-10-09 09:00',
		Done: '2026-10-12 10:00',
		Faults: 1,
	},
	{ No: 'C-3', Clerk: 'ann@x.example', Given: '2026-10-30 16:00', Done: '', Faults: '' },
];
const columns = {
	...{ idField: 'No', handlerField: 'Clerk', assignedField: 'Given', completedField: 'Done' },
	...{ errorsField: 'Faults', naiveZone: 'Asia/Shanghai' },
};

const collect = async (
	rows: readonly IDataObject[],
	parameters: IDataObject = {},
	more: Partial<Run> = {},
): Promise<Outcome> =>
	await runNode({
		type: new FinanceEvidence(),
		inputs: [rows],
		parameters: { system: 'rows', period: '2026-10', ...columns, ...parameters },
		...more,
	});
const coverage = ({ outputs }: Outcome): IDataObject => outputs[1]?.[0]?.json ?? {};

describe('rows of the input as evidence', () => {
	it('become records by the columns that the panel names, without a credential', async () => {
		const { outputs, error } = await collect(sheet, { systemName: 'claimSheet' });
		expect(error).toBeUndefined();
		expect(outputs[0]?.map(({ json }) => json)).toMatchObject([
			{
				source: 'finance',
				system: 'claimSheet',
				recordId: 'C-1',
				activity: 'reimbursement',
				handler: 'ann@x.example',
				status: 'done',
				assignedAt: '2026-10-08T01:00:00.000Z',
				completedAt: '2026-10-08T09:30:00.000Z',
				errors: 0,
			},
			{ recordId: 'C-2', errors: 1, completedAt: '2026-10-12T02:00:00.000Z' },
			{ recordId: 'C-3', status: 'open', completedAt: null, errors: null },
		]);
		expect(outputs[1]?.[0]?.json).toMatchObject({
			system: 'claimSheet',
			complete: true,
			received: 3,
		});
	});

	it('are paired with the items that they came from', async () => {
		const { outputs } = await collect(sheet);
		expect(outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual([
			[{ item: 0 }],
			[{ item: 1 }],
			[{ item: 2 }],
		]);
	});

	it('come whole where there are many', async () => {
		const many = Array.from({ length: 2500 }, (_, i) => ({ ...sheet[0], No: `C-${i}` }));
		const { outputs } = await collect(many);
		expect(outputs[0]).toHaveLength(2500);
		expect(outputs[1]?.[0]?.json).toMatchObject({ complete: true, received: 2500, pages: 3 });
	});

	it('keep only the columns that are named, under their names', async () => {
		const { outputs } = await collect(
			sheet.map((row) => ({ ...row, Amount: 12.5, Phone: 'private' })),
			{ fields: 'Amount' },
		);
		expect(outputs[0]?.[0]?.json).toMatchObject({ fields: '{"Amount":12.5}' });
		expect(JSON.stringify(outputs)).not.toMatch(/private/);
	});

	it.each<{ why: string; rows: IDataObject[]; gap: RegExp; kept: number; more?: IDataObject }>([
		{
			why: 'a time that is none',
			rows: [{ ...sheet[0] }, { ...sheet[1], Done: 'yesterday' }],
			gap: /row 2, C-2\): Done is no time/,
			kept: 1,
		},
		{
			why: 'a date that a spreadsheet counts in days',
			rows: [{ ...sheet[0], Given: 46303.375 }],
			gap: /row 1, C-1\): Given is no time/,
			kept: 0,
		},
		{
			why: 'a number of errors that is none',
			rows: [{ ...sheet[0], Faults: 'few' }],
			gap: /row 1, C-1\): Faults is not a whole number/,
			kept: 0,
		},
		{
			why: 'a row without an ID',
			rows: [{ ...sheet[0], No: '' }, { ...sheet[1] }],
			gap: /row 1\): column No is empty/,
			kept: 1,
		},
		{
			why: 'an ID that stands twice',
			rows: [{ ...sheet[0] }, { ...sheet[1], No: 'C-1' }],
			gap: /row 2, C-1\): column No has the ID of row 1/,
			kept: 1,
		},
		{
			why: 'fewer rows than expected',
			rows: [...sheet],
			more: { expectedRows: 4 },
			gap: /3 rows came, but 4 are expected/,
			kept: 3,
		},
		{
			why: 'more rows than expected',
			rows: [...sheet],
			more: { expectedRows: 2 },
			gap: /3 rows came, but 2 are expected/,
			kept: 3,
		},
		{ why: 'no rows', rows: [{}], gap: /there are none.*No Rows Mean No Work/, kept: 0 },
	])('are incomplete with $why, and say where', async ({ rows, gap, kept, more }) => {
		const outcome = await collect(rows, more);
		expect(outcome.error).toBeUndefined();
		expect(outcome.outputs[0]).toHaveLength(kept);
		expect(coverage(outcome)).toMatchObject({ complete: false, gap: expect.stringMatching(gap) });
	});

	it('may be none where the user says so', async () => {
		const outcome = await collect([{}], { emptyIsComplete: true });
		expect(coverage(outcome)).toMatchObject({ complete: true, received: 0 });
	});

	it('hold in their later version where a column tells when they changed', async () => {
		const { outputs } = await collect(
			[
				{ ...sheet[0], Changed: '2026-10-09 08:00', Faults: 2 },
				{ ...sheet[0], Changed: '2026-10-08 18:00', Faults: 0 },
			],
			{ updatedField: 'Changed' },
		);
		expect(outputs[0]).toMatchObject([
			{ json: { recordId: 'C-1', errors: 2 }, pairedItem: [{ item: 0 }, { item: 1 }] },
		]);
		expect(outputs[1]?.[0]?.json).toMatchObject({ complete: true });
	});

	it('are not read from the error of the node before', async () => {
		const { error } = await collect([{ error: 'no connection' }]);
		expect(error?.message).toMatch(/error of a node before/);
	});
});
