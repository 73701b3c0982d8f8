// Takes the pictures of the forms and pages of people anew: node test/browser/formPictures.mjs
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { PROJECT } from '../../demo/setup/project.mjs';
import { PERIOD } from '../workflow/company.mjs';
import { desk } from '../workflow/desk.mjs';
import { linkOf, openForms } from '../workflow/openForms.mjs';
import { chromiumPath } from './editor.mjs';

const PHONE = { width: 390, height: 844 };
const SCREEN = { width: 900, height: 760 };
const BUYER = 'E037';
const folder = join(PROJECT, 'docs/pictures');
mkdirSync(folder, { recursive: true });

const n8n = await openForms(['set-up', 'processes-and-tasks', 'ratings-and-claims']);
const browser = await chromium.launch({
	executablePath: chromiumPath(),
	args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
});
const { url } = n8n.client;

async function shoot(name, viewport, act, fullPage = true) {
	const page = await browser.newPage({ viewport, deviceScaleFactor: 1 });
	await act(page);
	await page.waitForLoadState('networkidle');
	const wide = await page.evaluate(() => document.documentElement.scrollWidth);
	if (wide > viewport.width) throw new Error(`${name} is ${wide} wide, more than the screen.`);
	await page.screenshot({ path: join(folder, `${name}.png`), fullPage });
	await page.close();
}

const submit = async (page) => {
	await page.click('#submit-btn');
	await page.waitForURL(/form-waiting/);
};

/** Work for the pictures: two purchases and a task of the buyer. */
async function fill() {
	for (const [employeeId, name] of [
		['L01', '孙建国'],
		['L03', '吴晓东'],
	])
		await n8n.tables.update('pp_links_v1', { employeeId }, { name });
	const starter = await desk(n8n, 'E001');
	const leader = await desk(n8n, 'L01');
	const [buyer] = (await n8n.tables.rows('pp_people_v1')).filter(
		({ employeeId }) => employeeId === BUYER,
	);
	for (const [title, what] of [
		['A4 纸 20 箱', 'A4 纸'],
		['投影仪', '投影仪'],
	]) {
		await starter.start('Office procurement', {
			...{ 'What it is about': title, What: what, Quantity: '20' },
		});
		await leader.work(title, {
			Opinion: 'Qualified',
			'Next: Purchase': `${BUYER} · ${buyer.name}`,
		});
	}
	const own = await desk(n8n, 'L03');
	await (
		await own.form('pp-assign-task')
	).submit({
		...{ Who: `${BUYER} · ${buyer.name}`, Work: 'Customer records' },
		...{ 'What it is about': '客户资料归档', 'How many': '50', Due: '2199-12-31 18:00' },
	});
	await n8n.tables.insert('pp_evidence_v1', support());
}

const support = () =>
	Array.from({ length: 20 }, (_, index) => ({
		...{ kind: 'evidence', period: PERIOD, source: 'support', system: 'zendesk' },
		...{ activity: 'supportTicket', status: 'done', employeeId: BUYER, errors: 0 },
		...{ recordId: `Z-${index}`, resolved: index > 0, assignedAt: '2026-10-12T02:00:00.000Z' },
		firstResponseAt: '2026-10-12T02:10:00.000Z',
	}));

const language = (employeeId, to) =>
	n8n.tables.update('pp_links_v1', { employeeId }, { language: to });
const pageOf = async (employeeId) =>
	`${url}/webhook/pp-my-work?link=${await linkOf(n8n, employeeId)}`;

try {
	await fill();
	await language(BUYER, 'zh');
	await shoot('my-work-phone', PHONE, async (page) => page.goto(await pageOf(BUYER)));
	await shoot('step-phone', PHONE, async (page) => {
		await page.goto(await pageOf(BUYER));
		await page.click('a.do');
		await submit(page);
	});
	await shoot('leader-page', SCREEN, async (page) => page.goto(await pageOf('L03')));
	await shoot('rating-form', SCREEN, async (page) => {
		await page.goto(`${url}/form/pp-rate?link=${await linkOf(n8n, 'L03')}`);
		await submit(page);
		await page.selectOption('select', { index: 1 });
		await page.click('#submit-btn');
		await page.waitForSelector('text=Attitude');
	});
} finally {
	await browser.close();
	await n8n.stop();
}
