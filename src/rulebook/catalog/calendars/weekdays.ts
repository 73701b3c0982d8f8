import type { CatalogCalendar } from '../catalogCalendar';

const first = 2000;
const last = 2100;
const noHolidays = Array.from({ length: last - first + 1 }, (_, index) => [
	String(first + index),
	{ holidays: [], workdays: [] },
]);

/** Monday to Friday. It has no holidays to wait for, so it covers all years that anyone will score. */
export const weekdays: CatalogCalendar = {
	id: 'weekdays',
	label: {
		en: 'Monday to Friday without holidays, 09:00–17:00',
		zh: '周一至周五(不含节假日),09:00–17:00',
	},
	weekend: [6, 7],
	years: Object.fromEntries(noHolidays),
	hours: [['09:00', '17:00']],
};
