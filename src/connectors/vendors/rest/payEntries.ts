import { z } from 'zod';
import { lastDay } from '../../engine/payMonths';
import type { List } from '../../engine/page';
import { textAt } from '../../engine/place';
import { lacking } from '../../engine/problem';
import type { PayEntry, PaySettings } from '../../engine/payrollSystem';
import type { Session } from '../../engine/session';
import { idOf, pagingOf, rowsOf } from './list';
import { filledAddress, namesIn } from './payTemplate';

const about = 'REST payroll entries';

function listOf(session: Session, { own }: PaySettings, period: string): List<unknown, unknown> {
	const fill = { period, from: `${period}-01`, to: lastDay(period) };
	return {
		about: `${about} of ${period}`,
		wire: z.unknown(),
		first: {
			method: 'GET',
			...filledAddress(session.baseUrl, own.text('payListPath') ?? '', fill),
		},
		rows: (body) => rowsOf(body, own.text('listAt')),
		paging: pagingOf(own),
		expected: (body) => {
			const total = Number(textAt(body, own.text('totalAt')));
			return Number.isInteger(total) ? total : undefined;
		},
	};
}

/** Whether the list is of one month; else it holds them all. */
export const isByMonth = ({ own }: PaySettings): boolean =>
	namesIn(own.text('payListPath') ?? '').length > 0;

function stateOf(row: unknown, { own }: PaySettings): PayEntry['state'] {
	const place = own.text('stateAt');
	if (place === undefined) return 'counts';
	const state = textAt(row, place) ?? '';
	if (own.words('paidValues').includes(state)) return 'counts';
	return own.words('cancelledValues').includes(state) ? 'cancelled' : 'disabled';
}

function toEntry(row: unknown, settings: PaySettings, period: string): PayEntry {
	const { own } = settings;
	const remoteId = idOf(row, own);
	const needed = (name: string, label: string): string => {
		const found = textAt(row, own.text(name));
		if (found !== undefined) return found;
		const place = own.text(name) ?? '';
		throw lacking(`${about}, ${remoteId}`, `it has nothing at '${place}'`, `Correct ${label}`);
	};
	const date = textAt(row, own.text('dateAt'));
	const isOfMonth = !isByMonth(settings) || settings.payrollDate.startsWith(period);
	return {
		remoteId,
		key: textAt(row, own.text('keyAt')),
		remoteEmployeeId: needed('employeeAt', 'Employee at'),
		component: textAt(row, own.text('componentAt')) ?? settings.component,
		amount: needed('amountAt', 'Amount at'),
		currency: textAt(row, own.text('currencyAt')) ?? own.text('assumedCurrency') ?? '',
		payrollDate: date?.slice(0, 10) ?? (isOfMonth ? settings.payrollDate : lastDay(period)),
		state: stateOf(row, settings),
	};
}

export const entriesOfMonth = async (
	session: Session,
	settings: PaySettings,
	period: string,
): Promise<readonly PayEntry[]> =>
	(await session.all(listOf(session, settings, period))).map((row) =>
		toEntry(row, settings, period),
	);
