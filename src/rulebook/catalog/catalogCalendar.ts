/** A shipped calendar: the data that a rulebook may also carry itself, with an id and a name. */
export interface CatalogCalendar {
	readonly id: string;
	readonly label: { readonly en: string; readonly zh: string };
	weekend: number[];
	years: { [year: string]: { holidays: string[]; workdays: string[] } };
	hours: [from: string, to: string][];
}
