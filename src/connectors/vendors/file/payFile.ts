import { baseAsItems } from '../../engine/baseAsItems';
import { z } from 'zod';
import { readJson } from '../../engine/call';
import type { Ports } from '../../engine/http';
import { textAt } from '../../engine/place';
import type { PayAnswer, PayEntry, PayrollSystem, PaySettings } from '../../engine/payrollSystem';
import type { HttpProblem } from '../../engine/problem';
import { parameters } from './parameters';

const about = 'Rows of payroll';

const wire = z.object({
	next: z.string().nullable(),
	rows: z.array(z.object({ row: z.number(), json: z.unknown() })),
});
type Given = z.infer<typeof wire>['rows'][number];

const unusable = (found: string, remedy: string): PayAnswer<never> => {
	const problem: HttpProblem = {
		...{ kind: 'unreadable', retry: 'never', status: undefined, waitMs: undefined },
		...{ about, found, remedy },
	};
	return { ok: false, problem };
};

/** A day with or without a time behind it. */
const dayOf = (text: string | undefined): string | undefined => text?.replace(/[T ].*$/, '');

/** A heading is a name, not a path: it may have a point in it. */
const cellAt = (json: unknown, heading: string | undefined): string | undefined =>
	heading === undefined ? undefined : textAt([own(json, heading)], '0');

const own = (json: unknown, name: string): unknown =>
	json !== null && typeof json === 'object'
		? Object.getOwnPropertyDescriptor(json, name)?.value
		: undefined;

/** One row as an entry; what it does not say beside person and amount is taken as the batch has it. */
function toEntry({ row, json }: Given, settings: PaySettings): PayEntry | string {
	const at = (column: string) => cellAt(json, settings.own.text(column));
	const remoteEmployeeId = at('payrollIdColumn');
	const amount = at('amountColumn');
	if (remoteEmployeeId === undefined) return `row ${row} names nobody in Payroll ID Column`;
	if (amount === undefined) return `row ${row} has nothing in Amount Column`;
	return {
		remoteId: `row ${row}`,
		key: at('keyColumn'),
		remoteEmployeeId,
		component: at('componentColumn') ?? settings.component,
		amount,
		currency: at('currencyColumn') ?? '',
		payrollDate: dayOf(at('dateColumn')) ?? settings.payrollDate,
		state: 'counts',
	};
}

const isTotal = ({ json }: Given, settings: PaySettings): boolean =>
	cellAt(json, settings.own.text('payrollIdColumn')) === totalMark;

/** In place of a payroll id: the row is a sum. */
const totalMark = 'TOTAL';

async function allRows(settings: PaySettings, ports: Ports): Promise<PayAnswer<readonly Given[]>> {
	const all: Given[] = [];
	for (let from: string | null = '0'; from !== null; ) {
		const answer = await readPage(from, settings, ports);
		if (!answer.ok) return answer;
		all.push(...answer.value.rows);
		from = answer.value.next;
	}
	return { ok: true, value: all };
}

const readPage = async (
	from: string,
	{ baseUrl, timeoutMs }: PaySettings,
	ports: Ports,
): Promise<PayAnswer<z.infer<typeof wire>>> =>
	await readJson(
		{ about, wire, request: { method: 'GET', url: `${baseUrl}/rows`, query: { from }, timeoutMs } },
		ports,
	);

async function entries(
	_keys: readonly string[],
	settings: PaySettings,
	ports: Ports,
): Promise<PayAnswer<readonly PayEntry[]>> {
	const rows = await allRows(settings, ports);
	if (!rows.ok) return rows;
	const read = rows.value
		.filter((row) => !isTotal(row, settings))
		.map((row) => toEntry(row, settings));
	const bad = read.filter((it) => typeof it === 'string');
	if (bad.length > 0)
		return unusable(
			`${bad.slice(0, 3).join(', ')}${bad.length > 3 ? ` and ${bad.length - 3} more` : ''}`,
			'Set Payroll ID Column and Amount Column to the headings of what payroll exported, and give whole rows',
		);
	return { ok: true, value: read.filter((it) => typeof it !== 'string') };
}

const never = async (): Promise<PayAnswer<never>> =>
	await Promise.resolve(
		unusable('nothing can be written to a file that payroll holds', 'Use Export to File'),
	);

/** A bank, or a payroll system that only takes files: what it exports comes back as items. */
export const payFile: PayrollSystem = {
	id: 'file',
	label: 'File for a Bank or a Payroll System',
	byFile: true,
	component: 'Performance Pay',
	keyField: '',
	...baseAsItems,
	uses: ['payrollDate'],
	parameters,
	probes: [],
	deducts: false,
	refusesDoubleKey: false,
	ready: async () => await Promise.resolve({ ok: true, value: [] }),
	prepare: async (orders) => await Promise.resolve({ ok: true, value: { orders, hindrances: [] } }),
	entries,
	entriesOf: async ({ key }, settings, ports) => {
		const all = await entries([key], settings, ports);
		return all.ok ? { ok: true, value: all.value.filter((it) => it.key === key) } : all;
	},
	write: never,
	takeBack: never,
};
