// n8n's own editor in a headless Chromium, worked as a person would.
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';
import { OWNER } from '../../demo/n8n/client.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];
const SETTLE_MS = 1500; // the canvas moves until it has drawn everything

/** The Chromium of this machine; undefined where there is none. */
export function chromiumPath() {
	const folders = (process.env.PATH ?? '').split(delimiter);
	return folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find(isProgram);
}

function isProgram(file) {
	try {
		accessSync(file, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}

const byTestId = (id) => `[data-test-id="${id}"]`;

/** Opens the editor of an n8n and signs its owner in. */
export async function openEditor(url, viewport = { width: 1600, height: 900 }) {
	const browser = await chromium.launch({
		executablePath: chromiumPath(),
		args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
	});
	const page = await browser.newPage({ viewport, deviceScaleFactor: 1 });
	await page.goto(`${url}/signin`);
	await page.fill('input[autocomplete=email]', OWNER.email);
	await page.fill('input[type=password]', OWNER.password);
	await page.click(byTestId('form-submit-button'));
	await page.waitForURL(/home|workflow/);

	const settled = async () => {
		await page.waitForSelector(byTestId('canvas-node'));
		await page.waitForTimeout(SETTLE_MS);
	};

	/** Imports a file as *Import from File* does, saves, and gives the id of the stored workflow. */
	async function importFile(file) {
		await page.goto(`${url}/workflow/new`);
		await page.waitForSelector(byTestId('workflow-import-input'), { state: 'attached' });
		await page.setInputFiles(byTestId('workflow-import-input'), file);
		await settled();
		const saved = page.waitForResponse(
			(answer) =>
				/\/rest\/workflows(\/[^/?]+)?(\?|$)/.test(answer.url()) &&
				['POST', 'PATCH'].includes(answer.request().method()),
		);
		await page.keyboard.press('Control+s');
		const { data } = await (await saved).json();
		return data.id;
	}

	/** Shows a workflow's canvas as a whole. */
	async function showCanvas(id) {
		await page.goto(`${url}/workflow/${id}`);
		await settled();
		await page.click(byTestId('zoom-to-fit'));
		await page.waitForTimeout(SETTLE_MS);
	}

	/** Opens a node's panel. */
	async function openNode(name) {
		await page.dblclick(`${byTestId('canvas-node')}[data-node-name="${name}"]`);
		await page.waitForSelector(byTestId('ndv'));
		await page.waitForTimeout(SETTLE_MS);
	}

	return { page, importFile, showCanvas, openNode, close: () => browser.close() };
}
