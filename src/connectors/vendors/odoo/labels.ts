import { z } from 'zod';
import type { Session } from '../../engine/session';
import { standOf, type Flow, type Stand } from './flow';
import { english, readFields, readRecords } from './rpc';

/** How the history names fields and states. */
export interface Labels {
	/** In English: the history is read in English too. */
	readonly state: string;
	readonly manager: string;
	/** undefined: no installed language has this label, or two use it for different stands. */
	readonly standOf: (label: string) => Stand | undefined;
}

const language = z.object({ id: z.number(), code: z.string() });

const readLanguages = async (session: Session): Promise<readonly string[]> =>
	(
		await readRecords(session, {
			about: 'languages',
			model: 'res.lang',
			domain: [['active', '=', true]],
			fields: ['code'],
			wire: language,
		})
	).map(({ code }) => code);

/** A change of state is kept as a label, in the language of the person who acted: those of all languages are read. */
export async function readLabels(session: Session, { model, manager }: Flow): Promise<Labels> {
	const byLabel = new Map<string, Stand | undefined>();
	const note = (label: string, stand: Stand | undefined): void =>
		void byLabel.set(
			label,
			!byLabel.has(label) || byLabel.get(label) === stand ? stand : undefined,
		);
	const read = async (lang: string) => {
		const fields = await readFields(session, model, ['state', manager], { lang });
		for (const [state, label] of fields.get('state')?.selection ?? []) note(label, standOf(state));
		return (name: string): string => fields.get(name)?.string ?? '';
	};
	const nameOf = await read(english.lang);
	const others = (await readLanguages(session)).filter((code) => code !== english.lang);
	for (const code of others) await read(code);
	return {
		state: nameOf('state'),
		manager: nameOf(manager),
		standOf: (label) => byLabel.get(label),
	};
}
