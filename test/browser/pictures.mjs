// Takes the documents' pictures anew from a real n8n after a closed month: node test/browser/pictures.mjs
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from '../../demo/setup/project.mjs';
import { openCompany, PERIOD } from '../workflow/company.mjs';
import { openEditor } from './editor.mjs';

const CANVASES = ['monthly-ingestion', 'monthly-scoring', 'month-close'];
const SETTLE_MS = 2500;

const folder = join(PROJECT, 'docs/pictures');
mkdirSync(folder, { recursive: true });
const picture = (name) => ({ path: join(folder, `${name}.png`) });

const company = await openCompany({ timeZone: 'Asia/Shanghai' });
const editor = await openEditor(company.own.server.url, { width: 1680, height: 760 });
const { page } = editor;

/** The node Score of the last scoring, with the first person's scorecard beside it. */
async function scorecard() {
	const id = company.ids.get('monthly-scoring');
	const [run] = await company.executions.latest(id);
	await page.goto(`${company.own.server.url}/workflow/${id}/executions/${run.id}`);
	await page.waitForTimeout(SETTLE_MS);
	await page.keyboard.press('Escape'); // n8n's own checklist
	await editor.openNode('Score');
	await page.click('[data-test-id="output-panel"] [data-test-id="radio-button-json"]');
	await page.waitForTimeout(SETTLE_MS);
	await page.screenshot(picture('scorecard'));
}

try {
	await company.call('pp-close', { period: PERIOD });
	for (const name of CANVASES) {
		await editor.showCanvas(company.ids.get(name));
		await page.screenshot(picture(name));
	}
	await scorecard();
} finally {
	await editor.close();
	await company.stop();
}
