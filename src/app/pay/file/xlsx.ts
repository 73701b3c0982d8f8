import type { Cell, Table } from './table';
import { zip } from './zip';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** A spreadsheet keeps 15 digits of a number: a longer one stays text. */
const mostDigits = 15;

const entities: { readonly [character: string]: string } = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	'\r': '&#13;',
};

/** Text as XML has it; what XML cannot hold is written as Office does. ECMA-376, ST_Xstring */
const xml = (value: string): string =>
	value
		.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
		// eslint-disable-next-line no-control-regex
		.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, hexEscape)
		.replace(/[&<>"\r]/g, (character) => entities[character] ?? '');

const hexEscape = (character: string): string =>
	`_x${character.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}_`;

/** 0 → A, 25 → Z, 26 → AA */
function column(at: number): string {
	const last = String.fromCharCode(65 + (at % 26));
	return at < 26 ? last : column(Math.floor(at / 26) - 1) + last;
}

/** Styles by decimals: 0 → 1, 2 → 2, 3 → 3. */
const styleOf = (number: string): number => Math.max(1, number.split('.')[1]?.length ?? 0);

function cellXml(cell: Cell, place: string): string {
	const digits = 'number' in cell ? cell.number.replace(/\D/g, '').length : Infinity;
	if ('number' in cell && digits <= mostDigits)
		return `<c r="${place}" s="${styleOf(cell.number)}"><v>${cell.number}</v></c>`;
	const value = 'text' in cell ? cell.text : cell.number;
	return `<c r="${place}" t="inlineStr" s="4"><is><t xml:space="preserve">${xml(value)}</t></is></c>`;
}

function sheet({ rows }: Table): string {
	const lines = rows.map((row, at) => {
		const cells = row.map((cell, place) => cellXml(cell, `${column(place)}${at + 1}`));
		return `<row r="${at + 1}">${cells.join('')}</row>`;
	});
	return `${head}<worksheet xmlns="${main}"><sheetData>${lines.join('')}</sheetData></worksheet>`;
}

/** Number forms with 0, 2 and 3 decimals, and text that is never taken for anything else. */
const styles = `${head}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="0.000"/></numFmts><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5">${[0, 1, 2, 164, 49].map((form) => `<xf numFmtId="${form}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"${form === 49 ? ' quotePrefix="1"' : ''}/>`).join('')}</cellXfs></styleSheet>`;

const relation = (id: number, type: string, target: string): string =>
	`<Relationship Id="rId${id}" Type="${office}/${type}" Target="${target}"/>`;
const relations = (all: readonly string[]): string =>
	`${head}<Relationships xmlns="${packaged}/relationships">${all.join('')}</Relationships>`;
const override = (path: string, type: string): string =>
	`<Override PartName="/xl/${path}.xml" ContentType="${kind}.${type}+xml"/>`;

/** A workbook of one sheet a table; the same tables give the same bytes. */
export function xlsx(tables: readonly Table[]): Uint8Array {
	const sheets = tables.map(
		({ name }, at) => `<sheet name="${xml(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
	);
	const types = [
		'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
		override('workbook', 'sheet.main'),
		override('styles', 'styles'),
		...tables.map((_, at) => override(`worksheets/sheet${at + 1}`, 'worksheet')),
	];
	return zip([
		{
			name: '[Content_Types].xml',
			text: `${head}<Types xmlns="${packaged}/content-types">${types.join('')}</Types>`,
		},
		{ name: '_rels/.rels', text: relations([relation(1, 'officeDocument', 'xl/workbook.xml')]) },
		{
			name: 'xl/workbook.xml',
			text: `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${sheets.join('')}</sheets></workbook>`,
		},
		{
			name: 'xl/_rels/workbook.xml.rels',
			text: relations([
				...tables.map((_, at) => relation(at + 1, 'worksheet', `worksheets/sheet${at + 1}.xml`)),
				relation(tables.length + 1, 'styles', 'styles.xml'),
			]),
		},
		{ name: 'xl/styles.xml', text: styles },
		...tables.map((table, at) => ({
			name: `xl/worksheets/sheet${at + 1}.xml`,
			text: sheet(table),
		})),
	]);
}
