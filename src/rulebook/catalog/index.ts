import { china } from './calendars/china';
import { weekdays } from './calendars/weekdays';
import type { CatalogCalendar } from './catalogCalendar';
import type { CatalogProcess } from './catalogProcess';
import type { CatalogRole } from './catalogRole';
import { licenceAdministration } from './industries/it/licenceAdministration';
import { projectAdministration } from './industries/it/projectAdministration';
import { serviceDesk } from './industries/it/serviceDesk';
import { productionPlanning } from './industries/manufacturing/productionPlanning';
import { purchasing } from './industries/manufacturing/purchasing';
import { qualityRecords } from './industries/manufacturing/qualityRecords';
import { ecommerceService } from './industries/retail/ecommerceService';
import { merchandisingData } from './industries/retail/merchandisingData';
import { storeBackOffice } from './industries/retail/storeBackOffice';
import { administration } from './presets/administration';
import { customerService } from './presets/customerService';
import { finance } from './presets/finance';
import { operations } from './presets/operations';
import { contractReview } from './processes/contractReview';
import { customerRecords } from './processes/customerRecords';
import { procurement } from './processes/procurement';
import { reimbursement } from './processes/reimbursement';

/** What is shipped. A new role, calendar or process is one file and one line here. */
export const catalogRoles: readonly CatalogRole[] = [
	operations,
	finance,
	administration,
	customerService,
	productionPlanning,
	purchasing,
	qualityRecords,
	storeBackOffice,
	ecommerceService,
	merchandisingData,
	serviceDesk,
	projectAdministration,
	licenceAdministration,
];
export const catalogCalendars: readonly CatalogCalendar[] = [china, weekdays];
export const catalogProcesses: readonly CatalogProcess[] = [
	contractReview,
	reimbursement,
	customerRecords,
	procurement,
];

export const roleById = (id: string): CatalogRole['role'] | undefined =>
	catalogRoles.find(({ role }) => role.id === id)?.role;

export const calendarById = (id: string): CatalogCalendar | undefined =>
	catalogCalendars.find((calendar) => calendar.id === id);
