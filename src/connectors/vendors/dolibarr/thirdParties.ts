import { z } from 'zod';
import type { Session } from '../../engine/session';
import { defineStream, type Item, type Job, type Opened } from '../../engine/stream';
import { apiUrl, changedSince, keptFields, recordsList, webUrl, withKept } from './records';
import { emptyList, explain } from './refusal';
import { kindsOf, parameters, records, shape, type ThirdParty } from './thirdParty';
import { checkScope } from './scope';
import { userBook } from './users';
import { id } from './values';

const representatives = async (session: Session, thirdParty: string) =>
	(
		await session.ask({
			about: `Dolibarr sales representatives of third party ${thirdParty}`,
			wire: z.array(z.object({ id })),
			...{ explain, errorAs: emptyList },
			request: {
				method: 'GET',
				url: apiUrl(session, `thirdparties/${thirdParty}/representatives`),
			},
		})
	).map((user) => user.id);

/** One list, or one for each category among customers, and among prospects: without a kind Dolibarr gives them many times. */
async function listsOf({ session, settings, since }: Job) {
	const kept = withKept(shape, settings.fields('fields'));
	const common = { ...records, filters: [changedSince(since)], ...kept };
	const lists = [];
	for (const category of settings.words('categories'))
		for (const mode of ['1', '2'])
			lists.push(await recordsList(session, { ...common, query: { mode, category } }));
	return lists.length > 0 ? lists : [await recordsList(session, common)];
}

async function openThirdParties(job: Job): Promise<Opened<readonly ThirdParty[], ThirdParty>> {
	const { session, settings } = job;
	await checkScope(session, ['customers']);
	const lists = await listsOf(job);
	const kinds = settings.words('kinds');
	const kept = settings.fields('fields');
	const represents = settings.text('handlerFrom') === 'represents';
	const users = userBook(session, settings.text('handlerAs'));

	const itemsOf = async (row: ThirdParty): Promise<readonly Item[]> => {
		if (row.date_creation === undefined) return []; // an import may leave it out
		const accountOf = await users.accounts();
		const common = {
			recordUrl: `${webUrl(session)}/societe/card.php?socid=${row.id}`,
			status: 'done' as const,
			completedAt: row.date_creation,
			fields: keptFields(row, kept),
		};
		const entered = row.user_creation_id ?? row.user_creation;
		if (!represents) return [{ ...common, recordId: row.id, handler: accountOf(entered) }];
		return (await representatives(session, row.id)).map((user) => ({
			...{ ...common, recordId: `${row.id}/${user}`, handler: accountOf(user) },
		}));
	};

	return {
		list: () => lists,
		id: (row) => row.id,
		updated: (row) => row.date_modification,
		batch: 100,
		items: async (rows) => {
			const found: Item[] = [];
			for (const row of rows) {
				if (kinds.length > 0 && !kindsOf(row).some((kind) => kinds.includes(kind))) continue;
				found.push(...(await itemsOf(row)));
			}
			return found;
		},
	};
}

export const thirdParties = defineStream({
	id: 'thirdParties',
	label: 'Third Parties',
	description: 'Customers, prospects and suppliers that were entered, by who entered them',
	area: 'crm',
	activity: 'customerRecord',
	parameters,
	notice:
		'A third party is done when it was entered: Dolibarr keeps no task of entering it, so that times of assignment and errors are not known and only how many can be scored. One that was deleted or merged into another is gone, one without a date of creation, as an import may leave it, is left out.',
	open: openThirdParties,
});
