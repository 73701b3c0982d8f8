import { exportPay, previewPay, type ExportResult, type PayRequest } from '../../src/index';
import { rowsPort } from '../../nodes/_shared/rowsPort';
import { approved, basePayOf, month, people, portsOf, type Person } from './month';

export type Json = { readonly [column: string]: string | number };

export const payrollWith = (rows: readonly Json[]) =>
	portsOf(rowsPort(rows.map((json, item) => ({ json, item })))).ports;

/** A name that a spreadsheet would calculate, and an account that begins with zeros. */
export const fileMonth = (
	change: Partial<PayRequest> = {},
	who: readonly Person[] = people,
): PayRequest =>
	month(
		{
			system: 'file',
			baseUrl: 'https://rows.invalid',
			parameters: { fileFormat: 'csv', fileColumns: 'name, account' },
			basePay: who.map((person) => ({
				...basePayOf(person),
				system: '',
				remoteEmployeeId: `00${person.id.slice(1)}`,
				name: person.id === 'E002' ? '=HYPERLINK("http://x","E2")' : `Name ${person.id}`,
				account: `0012${person.id.slice(1)}`,
				salary: 'never in the file',
			})),
			...change,
		},
		who,
	);

export async function exported(
	request: PayRequest = fileMonth(),
	rows: readonly Json[] = [],
): Promise<ExportResult> {
	const { batch } = await previewPay(request, payrollWith([]));
	return await exportPay(approved(request, batch.hash), payrollWith(rows));
}

export const textOf = ({ file }: ExportResult): string => new TextDecoder().decode(file?.bytes);
export const codes = ({ problems }: Pick<ExportResult, 'problems'>) =>
	problems.map((it) => `${it.code} ${it.employeeId}`);
