import { daysOf, monthBeside } from '../../domain/kernel/period';
import type { PaySettings } from './payrollSystem';

/** The month of the payroll date, YYYY-MM. */
export const payrollMonth = ({ month }: Pick<PaySettings, 'month'>): string =>
	month.from.slice(0, 7);

/** A payment whose payroll date was moved is found in these: two months before and three after. */
export const monthsAround = (period: string): readonly string[] =>
	[-2, -1, 0, 1, 2, 3].map((by) => monthBeside(period, by));

/** '2026-10' → '2026-10-31' */
export const lastDay = (period: string): string => daysOf(period)?.to ?? `${period}-28`;
