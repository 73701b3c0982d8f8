import { lacking } from '../../engine/problem';
import type { Job } from '../../engine/stream';
import type { Parameter } from '../../engine/system';

/** A setting that names some records of Odoo, chosen from the lookup of its name. */
export const several = (name: string, label: string, description: string): Parameter => ({
	name,
	label,
	description,
	kind: 'list',
	default: [],
	lookup: name,
});

/** The numbers that a setting names, as its list gives them. */
export function numbers({ settings }: Job, name: string, label: string): readonly number[] {
	return settings.words(name).map((word) => {
		if (/^\d+$/.test(word)) return Number(word);
		const found = `'${word.slice(0, 60)}' is not the number of one`;
		throw lacking(`Odoo ${name}`, found, `Choose in ${label} from the list`);
	});
}
