import { demandDoneValues, mappedItem, naiveZone } from '../../engine/mappedItem';
import { momentOf } from '../../engine/moment';
import { textAt } from '../../engine/place';
import { lacking } from '../../engine/problem';
import { defineStream, type Job, type Opened, type Stream } from '../../engine/stream';
import type { Area } from '../../engine/system';
import { idOf, restList } from './list';
import { parameters } from './parameters';

async function open(job: Job): Promise<Opened<unknown, unknown>> {
	const { settings } = job;
	const zone = naiveZone('REST list', job);
	demandDoneValues('REST list', settings);
	const cap = settings.count('cap');
	const splits = /\{to(Unix|Date)?\}/.test(`${settings.text('path')} ${settings.text('query')}`);
	if (cap > 0 && !splits)
		throw lacking(
			'REST list',
			'a cap is set, but the query has no {to}',
			'Add {to} to the query, or set Cap to 0',
		);
	return await Promise.resolve({
		list: (window) => restList(job, window, zone),
		cap: cap > 0 ? cap : undefined,
		id: (row) => idOf(row, settings),
		updated: (row) => momentOf(textAt(row, settings.text('updatedField')), zone),
		batch: 500,
		items: async (rows) =>
			await Promise.resolve(
				rows.map((row) => mappedItem(row, idOf(row, settings), { settings, zone })),
			),
	});
}

export const restStream = (area: Area, activity: string, noun: string): Stream =>
	defineStream({
		id: `${area}Records`,
		label: 'Records',
		description: `${noun} of any system with a JSON API`,
		area,
		activity,
		parameters,
		notice:
			'Only the fields that you name are read. What the system does not tell (often the time of assignment, errors or pauses) stays unknown: it is not guessed.',
		open,
	});
