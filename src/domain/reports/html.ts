const entities: { readonly [character: string]: string } = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};

/** Text of people and systems as HTML shows it. 'A & B' → 'A &amp; B' */
export const escaped = (text: string): string =>
	text.replace(/[&<>"']/g, (character) => entities[character] ?? '');

const row = (cell: 'th' | 'td', texts: readonly string[]): string =>
	`<tr>${texts.map((text) => `<${cell}>${escaped(text)}</${cell}>`).join('')}</tr>`;

/** A table of texts; no rows: nothing. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
	rows.length === 0
		? ''
		: `<table><thead>${row('th', head)}</thead><tbody>${rows.map((texts) => row('td', texts)).join('')}</tbody></table>`;

/** A list of texts; none: nothing. */
export const list = (texts: readonly string[]): string =>
	texts.length === 0 ? '' : `<ul>${texts.map((text) => `<li>${escaped(text)}</li>`).join('')}</ul>`;

/** A heading and what stands under it; nothing under it: nothing. */
export const section = (heading: string, body: string): string =>
	body === '' ? '' : `<h3>${escaped(heading)}</h3>${body}`;
