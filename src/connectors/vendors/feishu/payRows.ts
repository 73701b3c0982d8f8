import { z } from 'zod';
import { formatMoney, parseMoney } from '../../../domain/kernel/money';
import { lastDay } from '../../engine/payMonths';
import type { PayEntry, PaySettings } from '../../engine/payrollSystem';
import type { Session } from '../../engine/session';
import { paymentsIn, sumOf, type Payment } from './payLedger';
import { wherePaid, type Place } from './payPlace';
import { post, tokenList } from './payRequests';

const record = z.object({
	active_status: z.number(),
	field_values: z.array(z.object({ field_code: z.string(), value: z.string() })),
});
export const recordsWire = z.object({
	data: z.object({
		page_token: z.string().nullish(),
		has_more: z.boolean(),
		records: z.array(record),
	}),
});
type Wire = z.infer<typeof recordsWire>;

/** A row of the source: one a person and payroll month. */
export interface Row {
	readonly employmentId: string;
	/** YYYY-MM */
	readonly period: string;
	readonly active: boolean;
	/** '' where nothing is in it. */
	readonly amount: string;
	readonly keyText: string;
}

const pageSize = '100';

interface Asked {
	readonly periods: readonly string[];
	/** Absent: everybody. */
	readonly employmentIds?: readonly string[];
	readonly size?: string;
}

export const queryBody = (place: Place, { periods, employmentIds }: Asked) => ({
	source_code: place.source,
	selected_fields: [place.amountField, place.keyField],
	field_filters: [
		{ field_code: 'payroll_period', field_values: [...periods] },
		...(employmentIds === undefined
			? []
			: [{ field_code: 'employment_id', field_values: [...employmentIds] }]),
	],
});

/** Docs: open.feishu.cn → Payroll → External data → Query */
export const rowsList = (session: Pick<Session, 'baseUrl'>, place: Place, asked: Asked) =>
	tokenList({
		about: `Feishu rows of the data source ${place.source}`,
		wire: recordsWire,
		first: post(
			session,
			'/payroll/v1/datasource_records/query',
			{ page_size: asked.size ?? pageSize },
			queryBody(place, asked),
		),
		rows: ({ data }: Wire) => data.records,
	});

const toRow =
	({ amountField, keyField }: Place) =>
	({ active_status, field_values }: z.infer<typeof record>): Row => {
		const valueOf = (code: string): string =>
			field_values.find((it) => it.field_code === code)?.value.trim() ?? '';
		return {
			employmentId: valueOf('employment_id'),
			period: valueOf('payroll_period'),
			active: active_status === 1,
			amount: valueOf(amountField),
			keyText: valueOf(keyField),
		};
	};

export const readRows = async (
	session: Session,
	place: Place,
	asked: Asked,
): Promise<readonly Row[]> =>
	(await session.all(rowsList(session, place, asked))).map(toRow(place));

/** What a row holds beside its payments, as decimal text; undefined: nothing. */
export function byHand(
	{ amount, active }: Row,
	payments: readonly Payment[],
	currency: string,
): string | undefined {
	const total = parseMoney(amount === '' ? '0' : amount, currency);
	const sum = sumOf(payments, currency);
	if (total === undefined || sum === undefined) return active ? amount : undefined;
	const difference = total.units - sum;
	return difference === 0n || !active ? undefined : formatMoney({ units: difference, currency });
}

/** What was changed by hand is told of the last payment, or of none where none counts. */
function paymentsOf(row: Row, currency: string): readonly (Partial<Payment> & HeldAmount)[] {
	const payments = paymentsIn(row.keyText);
	if (payments === undefined) return [{ key: row.keyText, amount: row.amount, counts: row.active }];
	const more = byHand(row, payments, currency);
	if (more === undefined) return payments;
	const last = payments.filter(({ counts }) => counts).at(-1);
	if (last === undefined) return [...payments, { amount: more, counts: true }];
	const others = sumOf(
		payments.filter((it) => it !== last),
		currency,
	);
	const total = parseMoney(row.amount === '' ? '0' : row.amount, currency);
	const amount =
		total === undefined || others === undefined
			? row.amount
			: formatMoney({ units: total.units - others, currency });
	return payments.map((it) => (it === last ? { ...it, amount } : it));
}

interface HeldAmount {
	readonly amount: string;
	readonly counts: boolean;
}

/** The payments of a row, each as an entry; a stopped row is not paid. */
export function entriesIn(row: Row, settings: PaySettings): readonly PayEntry[] {
	const { currency } = wherePaid(settings);
	const stateOf = (counts: boolean): PayEntry['state'] => {
		if (!counts) return 'cancelled';
		return row.active ? 'counts' : 'disabled';
	};
	return paymentsOf(row, currency).map(({ key, amount, counts }) => ({
		remoteId: `${row.employmentId} of ${row.period}`,
		key,
		remoteEmployeeId: row.employmentId,
		component: settings.component,
		amount,
		currency,
		payrollDate: settings.payrollDate.startsWith(row.period)
			? settings.payrollDate
			: lastDay(row.period),
		state: stateOf(counts),
	}));
}
