import { demandDoneValues, mappedItem, naiveZone } from '../../engine/mappedItem';
import { mapping, systemName } from '../../engine/mappingParameters';
import { momentOf } from '../../engine/moment';
import { textAt } from '../../engine/place';
import { lacking } from '../../engine/problem';
import { defineStream, type Job, type Opened, type Stream } from '../../engine/stream';
import type { Area, Parameter } from '../../engine/system';
import { about, rowsList, type Body, type Given } from './list';

const counted: readonly Parameter[] = [
	{
		name: 'expectedRows',
		label: 'Expected Rows',
		description:
			'How many rows there must be, where the source tells; with another number the evidence is not complete. 0: not known',
		kind: 'number',
		default: 0,
	},
	{
		name: 'emptyIsComplete',
		label: 'No Rows Mean No Work',
		description:
			'Whether an input without rows is a month without work; else it is taken for a source that failed',
		kind: 'boolean',
		default: false,
	},
];

/** The name of a row in messages: counted from 1, as a person counts below the header. */
const shown = ({ row }: Given, id: string | undefined): string =>
	id === undefined ? `row ${row}` : `row ${row}, ${id}`;

async function open(job: Job): Promise<Opened<Body, Given>> {
	const { settings } = job;
	const zone = naiveZone(about, job);
	demandDoneValues(about, settings);
	const expected = settings.count('expectedRows');
	const idField = settings.text('idField');
	const updatedField = settings.text('updatedField');
	const rowOf = new Map<string, number>();
	let total = 0;

	/** Without a time of change nobody can say which of two rows with one ID holds. */
	const isSecond = ({ row }: Given, id: string): boolean => {
		const first = rowOf.get(id) ?? row;
		rowOf.set(id, first);
		return first !== row && updatedField === undefined;
	};
	const idOf = (given: Given): string | undefined => {
		const id = textAt(given.json, idField);
		return id === undefined || isSecond(given, id) ? undefined : id;
	};
	const item = (given: Given) => {
		const id = textAt(given.json, idField);
		const column = idField ?? '';
		const unclear = (found: string, remedy: string) => ({
			recordId: shown(given, id),
			unclear: found,
			remedy,
		});
		if (id === undefined)
			return unclear(`column ${column} is empty`, 'Fill it, or correct ID Field');
		if (isSecond(given, id))
			return unclear(
				`column ${column} has the ID of row ${rowOf.get(id) ?? 0}`,
				'Remove one of the two rows, or set Updated Field so that the later one holds',
			);
		return mappedItem(given.json, id, { settings, zone }, shown(given, id));
	};

	return await Promise.resolve({
		list: () => rowsList(job, (count) => (total = count)),
		id: (given) => idOf(given) ?? `row ${given.row}`,
		updated: ({ json }) => momentOf(textAt(json, updatedField), zone),
		batch: 1000,
		items: async (rows) => await Promise.resolve(rows.map(item)),
		check: async () => {
			if (expected === 0 || total === expected) return await Promise.resolve();
			const remedy = 'Read the source again, or correct Expected Rows';
			throw lacking(about, `${total} rows came, but ${expected} are expected`, remedy);
		},
	});
}

export const rowsStream = (area: Area, activity: string, noun: string): Stream =>
	defineStream({
		id: `${area}Rows`,
		label: 'Rows',
		description: `${noun} of a spreadsheet, a database or any node before this one`,
		area,
		activity,
		parameters: [systemName('rows'), ...mapping, ...counted],
		notice:
			'Each input item is one row, and its columns are named below. Whether all rows came only the node before knows: give Expected Rows where the source tells. Pauses are not read from rows.',
		open,
	});
