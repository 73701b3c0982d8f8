import { z } from 'zod';
import type { Settings } from '../../engine/parameters';
import type { Instance, Task } from './instances';

const widgets = z.array(
	z.object({
		id: z.string(),
		custom_id: z.string().nullish(),
		value: z.union([z.string(), z.number(), z.boolean()]).nullish().catch(null),
	}),
);
type Widgets = z.infer<typeof widgets>;

/** The form comes as JSON in a text; one that cannot be read has no fields. */
function widgetsOf(form: string | null | undefined): Widgets {
	try {
		return widgets.catch([]).parse(JSON.parse(form ?? '[]'));
	} catch {
		return [];
	}
}

/** Fields of the form by their id or custom id, and a few of the approval's own; only those asked for. */
export function fieldsOf(instance: Instance, task: Task, settings: Settings) {
	const wanted = settings.fields('fields');
	if (wanted.length === 0) return {};
	const { approval_name, serial_number } = instance;
	const known = new Map<string, string | number | boolean | null | undefined>([
		...widgetsOf(instance.form).flatMap((widget): [string, Widgets[number]['value']][] => [
			[widget.id, widget.value],
			[widget.custom_id || widget.id, widget.value],
		]),
		['approval_name', approval_name],
		['serial_number', serial_number],
		['node_name', task.node_name],
	]);
	return Object.fromEntries(wanted.map(({ from, as }) => [as, known.get(from) ?? null]));
}
