import type { INode } from 'n8n-workflow';
import { asNodeError } from '../../nodes/_shared/problems';
import { catalogRoles } from '../../src/rulebook/catalog';
import { scorePeriod } from '../../src/app/scores/scorePeriod';
import { loadRulebook } from '../../src/rulebook/loadRulebook';
import { presetRulebook, presets } from '../../src/rulebook/presetRulebook';
import { blocksOf, codeIn, page, tableOf, type Row } from './pages.cjs';
import { isOnTime, pointsOf } from './workedExample';

const text = page('docs/rulebook.md');
const blocks = blocksOf(text);
const block = (info: string): string => blocks.find((one) => one.info === info)?.text ?? '';
const wholes = blocks
	.filter(({ info }) => info === 'json')
	.map(({ line, text }) => ({ line, text }));

const choice = { id: 'back-office', version: '2026-10', timeZone: 'Asia/Shanghai', calendar: 'CN' };

describe('the rulebooks of docs/rulebook.md', () => {
	it.each(wholes)('line $line loads', ({ text }) => {
		expect(loadRulebook(text)).toMatchObject({ ok: true });
	});

	it('shows the preset operations whole', () => {
		const shown = loadRulebook(wholes[0]?.text);
		const preset = loadRulebook(presetRulebook({ ...choice, roles: ['operations'] }));
		expect(withoutLabels(shown)).toEqual(withoutLabels(preset));
	});

	it('extends as it says', () => {
		const loaded = loadRulebook(wholes[1]?.text);
		expect(loaded).toMatchObject({
			value: {
				roles: [
					{ id: 'operations', work: [{ target: 80n }] },
					{ id: 'cashier', indicators: [{ id: 'quantity' }, { id: 'quality' }] },
				],
			},
		});
	});

	it('has an example that fails as it says', () => {
		const loaded = loadRulebook(wholes[2]?.text.replace('"12.5"', '"20"'));
		const problems = loaded.ok ? [] : loaded.problems;
		const told = problems.map(({ path, message, remedy }) => `${path}: ${message} ${remedy}`);
		expect(told.join('\n')).toBe(block('text examples'));
	});

	it('has a calendar that loads', () => {
		const rulebook = presetRulebook({ ...choice, roles: ['customerService'] });
		const own = { ...rulebook, calendar: JSON.parse(block('json calendar')) as object };
		expect(loadRulebook(own)).toMatchObject({ ok: true });
	});

	it('has a broken one with the problems that it shows', () => {
		const loaded = loadRulebook(block('json broken'));
		const problems = loaded.ok ? [] : loaded.problems;
		const { description } = asNodeError({ name: 'Performance Score' } as INode, { problems });
		expect(description?.replaceAll('<br>', '')).toBe(block('text'));
	});
});

const withoutLabels = (loaded: unknown): unknown =>
	JSON.parse(
		JSON.stringify(loaded, (name, value: unknown) => {
			if (name === 'label') return undefined;
			return typeof value === 'bigint' ? value.toString() : value;
		}),
	);

/** An indicator as a row shows it, with the row's measure or that of the row before ("the same"). */
function indicatorOf(rows: readonly Row[], index: number): { readonly [name: string]: unknown } {
	const { indicator = '', measure = '' } = rows[index] ?? {};
	if (indicator === 'the same') return indicatorOf(rows, index - 1);
	const [named] = codeIn(measure);
	return {
		...(named === undefined ? {} : { measure: named }),
		...(JSON.parse(`{${codeIn(indicator)[0]}}`) as object),
	};
}

describe.each(['Measures', 'Curves', 'Part months, excuses, no tasks'])(
	'the table of %s',
	(title) => {
		const rows = tableOf(text, title);
		const examples = rows.map(({ example = '', points = '' }, index) => ({
			example,
			points: Number(points),
			indicator: indicatorOf(rows, index),
		}));

		it.each(examples)('$example: $points', async ({ indicator, example, points }) => {
			expect(await pointsOf(indicator, example)).toBe(points);
		});
	},
);

it('has an example of each measure and each curve', () => {
	const shown = ['Measures', 'Curves'].flatMap((title) => {
		const rows = tableOf(text, title);
		return rows.map((_, index) => indicatorOf(rows, index));
	});
	const kinds = shown.map(({ curve }) => (curve as { type: string }).type);
	expect(new Set(shown.map(({ measure }) => measure))).toEqual(
		new Set(['completed', 'onTime', 'errors', 'resolved', 'responded', 'value']),
	);
	expect(new Set(kinds)).toEqual(
		new Set(['attainment', 'share', 'perDefect', 'rateExcess', 'bands', 'interpolate', 'passFail']),
	);
});

describe('the table of limits', () => {
	const cases = tableOf(text, 'Limits and calendars').map(
		({ limit = '', assigned = '', due = '' }) => ({
			limit: JSON.parse(codeIn(limit)[0] ?? '') as unknown,
			assigned: `${assigned.replace(' ', 'T')}:00+08:00`,
			due,
		}),
	);
	const moment = (time: string, seconds: number): string =>
		new Date(
			Date.parse(`${time.slice(0, 10)}T00:00:00+08:00`) + minutes(time) * 60_000 + seconds * 1000,
		).toISOString();
	const minutes = (time: string): number =>
		Number(time.slice(11, 13)) * 60 + Number(time.slice(14, 16));

	it.each(cases)('$limit from $assigned: $due', async ({ limit, assigned, due }) => {
		expect(await isOnTime(limit, assigned, moment(due, 0))).toBe(true);
		expect(await isOnTime(limit, assigned, moment(due, 1))).toBe(false);
	});
});

const spoken = ({
	hours,
	workingHours,
	workingDays,
}: { [clock: string]: number | undefined } = {}) => {
	if (hours !== undefined) return `${hours} hours`;
	if (workingHours !== undefined) return `${workingHours} working hours`;
	return `${workingDays} working ${workingDays === 1 ? 'day' : 'days'}`;
};

it('tells the presets as they are', () => {
	const rows = catalogRoles.map(({ role: { id, work, indicators } }) => {
		const [{ activity, source, target, limit } = { activity: '', source: '' }] = work;
		const points = indicators.map((one) => {
			const allowance = 'allowance' in one.curve ? ` (allowance ${one.curve.allowance})` : '';
			return `${one.id} ${one.points}${allowance}`;
		});
		return {
			preset: `\`${id}\``,
			name: presets.find((preset) => preset.id === id)?.label.en,
			source: `\`${source}\``,
			activity: `\`${activity}\``,
			target: String(target ?? 'none'),
			limit: spoken({ ...limit }),
			indicators: points.join(', '),
		};
	});
	expect(tableOf(text, 'Presets')).toEqual(rows);
});

describe('somebody without any done item', () => {
	const covered = { source: 'crm', system: 'crm', activity: 'customerRecord', period: '2026-10' };
	const rating = (criterion: string) => ({
		employeeId: 'E1',
		raterId: 'L1',
		criterion,
		points: 10,
	});
	const score = async (work: object) =>
		await scorePeriod({
			period: '2026-10',
			asOf: '2026-11-01T00:00:00+08:00',
			rulebook: {
				...presetRulebook({ ...choice, roles: [] }),
				roles: [{ extends: 'operations', work: { customerRecord: work } }],
			},
			employees: [{ employeeId: 'E1', role: 'operations' }],
			evidence: [],
			coverage: [{ kind: 'coverage', ...covered, complete: true }],
			ratings: [rating('attitude'), rating('collaboration')],
		});

	it('has 35 points each in quantity and timeliness, and a flag', async () => {
		const { scorecards } = await score({});
		const [card] = scorecards;
		expect(card?.lines.map((line) => line.maxPoints)).toEqual([35, 35, 0, 15, 15]);
		expect(card?.flags).toMatchObject([{ code: 'redistributed' }, { code: 'lowVolume' }]);
	});

	it('has no scorecard where there is no target either', async () => {
		const { scorecards, exceptions } = await score({ target: null });
		expect([scorecards.length, exceptions.map(({ code }) => code)]).toEqual([
			0,
			['nothingApplies'],
		]);
	});
});
