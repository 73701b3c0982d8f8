import { china } from './calendars/china';
import { weekdays } from './calendars/weekdays';
import type { CatalogCalendar } from './catalogCalendar';

export const catalogCalendars: readonly CatalogCalendar[] = [china, weekdays];

export const calendarById = (id: string): CatalogCalendar | undefined =>
	catalogCalendars.find((calendar) => calendar.id === id);
