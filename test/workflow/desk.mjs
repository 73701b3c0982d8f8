// Somebody at work with their personal page: what it shows, and the forms that it leads to.
import { parse } from 'node-html-parser';
import { visitor } from '../../demo/n8n/forms.mjs';
import { linkOf } from './openForms.mjs';

const clean = (text) => text.replace(/\s+/g, ' ').trim();

/** `page()`: the cards and links of one's page; `work(card, …values)`: a card's form, sent; `form(path, query)`. */
export async function desk(n8n, employeeId) {
	const link = await linkOf(n8n, employeeId);

	async function page() {
		const answer = await fetch(`${n8n.client.url}/webhook/pp-my-work?link=${link}`);
		const root = parse(await answer.text());
		for (const one of root.querySelectorAll('style')) one.remove();
		return {
			type: answer.headers.get('content-type'),
			text: clean(root.structuredText),
			cards: root.querySelectorAll('.card').map((card) => ({
				text: clean(card.structuredText),
				address: card.querySelector('a')?.getAttribute('href')?.replaceAll('&#38;', '&'),
			})),
			links: root.querySelectorAll('a.more').map((one) => clean(one.text)),
		};
	}

	const form = async (path, query = {}) =>
		await (await visitor(n8n.client).open(path, { link, ...query })).submit();

	/** The form of the first card that has this text. */
	async function open(text) {
		const { cards, text: all } = await page();
		const card = cards.find((one) => one.address && one.text.includes(text));
		if (!card) throw new Error(`${employeeId} has no "${text}" to do: ${all}`);
		const { pathname, searchParams } = new URL(card.address);
		const first = await visitor(n8n.client).open(
			pathname.replace('/form/', ''),
			Object.fromEntries(searchParams),
		);
		return await first.submit();
	}

	const work = async (text, values) => await (await open(text)).submit(values);

	/** Starts a process and gives the end of its form. */
	async function start(process, values, label = 'Process') {
		const choice = await form('pp-start');
		return await (await choice.submit({ [label]: process })).submit(values);
	}

	return { link, page, form, open, work, start };
}
