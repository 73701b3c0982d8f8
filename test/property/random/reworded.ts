import { readItem } from '../model/item';
import { isObject } from '../model/value';
import { reversedKeys } from './shuffled';
import { written } from './times';

const times = ['assignedAt', 'dueAt', 'completedAt', 'firstResponseAt', 'fetchedAt'] as const;

/** The same facts in other words: offsets, JSON text, numbers as text, absent in another way. */
export function reworded(raw: unknown, absent: '' | null | undefined): unknown {
	const item = readItem(raw);
	if (item === null || !isObject(raw)) return raw;
	const again: Record<string, unknown> = {};
	for (const [name, value] of Object.entries(raw)) again[name] = value ?? absent;
	for (const name of times) {
		const at = item[name];
		again[name] = at === null ? absent : written(at, '-04:00');
	}
	const countAs = (count: number): unknown => (count === 0 ? absent : `${count}`);
	const { errors, errorsOpen, fields, pauses } = item;
	return {
		...again,
		recordId: item.recordId,
		employeeId: item.employeeId ?? absent,
		handler: item.handler ?? absent,
		recordUrl: 'https://elsewhere.example',
		errors: countAs(errors),
		errorsOpen: countAs(errorsOpen),
		fields: JSON.stringify(reversedKeys({ ...fields, nothing: absent })),
		pauses: JSON.stringify(
			pauses.map(({ from, to, reason }) => ({
				reason: reason ?? absent,
				to: to === null ? absent : written(to, '+05:30'),
				from: written(from, 'Z'),
			})),
		),
	};
}
