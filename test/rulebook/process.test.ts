import { loadProcess, processes } from '../../src/index';
import { blocksOf, page } from '../docs/pages.cjs';
import { changed } from './changed';

const good = {
	process: 1,
	id: 'visit',
	version: '1',
	prefix: 'VI',
	label: { en: 'Visit', zh: '拜访' },
	timeZone: 'Asia/Shanghai',
	calendar: 'CN',
	steps: [
		{
			id: 'plan',
			by: { anyone: true },
			fields: [{ id: 'customer', type: 'text', required: true }],
		},
		{
			id: 'agree',
			by: { leader: true },
			limit: { workingDays: 1 },
			opinion: true,
			returnsTo: 'plan',
		},
		{ id: 'report', by: { starter: true }, activity: 'visit', limit: { hours: 24 } },
	],
};

it('is data: a fifth process needs no code', () => {
	const loaded = loadProcess(JSON.stringify(good));
	expect(loaded.ok && loaded.value.steps.map(({ id, by }) => [id, by.kind])).toEqual([
		['plan', 'anyone'],
		['agree', 'leader'],
		['report', 'starter'],
	]);
});

it('is shown in the documentation as it loads', () => {
	const shown = blocksOf(page('docs/work-log.md')).filter(({ info }) => info === 'json');
	expect(shown.map(({ text }) => loadProcess(text).ok)).toEqual([true]);
});

it.each(processes().map((one) => [(one as { id: string }).id, one]))(
	'%s, which is shipped, loads',
	(_, one) => {
		expect(loadProcess(one).ok).toBe(true);
	},
);

// prettier-ignore
const broken: readonly (readonly [path: string, value: unknown, says: string, remedy: string])[] = [
	['prefix', 'visit', 'prefix is "visit", expected two to ten capital letters', 'Set it to two to ten capital letters'],
	['timeZone', 'Asia/Shanghay', 'timeZone is "Asia/Shanghay", which is no time zone', 'Write "Asia/Shanghai"'],
	['calendar', 'CM', 'calendar is "CM", expected "CN" or "weekdays"', 'Write "CN"'],
	['steps', [], 'steps is an empty list, expected at least one step', 'Add at least one step'],
	['steps[1].id', 'plan', 'Step "plan": id is "plan" once more', 'Give it another id'],
	['steps[0].id', 'a/b', 'Step "a/b": id is "a/b", expected an id of letters and digits', 'Set it to'],
	['steps[0].by', { leader: true }, 'Step "plan": by is the leader of who started, expected who may start', 'Set it to { "anyone": true }'],
	['steps[1]', { id: 'agree', by: { starter: true } }, 'Step "report": by is who started, expected another', 'Name a role'],
	['steps[1].by', {}, 'Step "agree": by names nobody, expected exactly one of role', 'Keep one'],
	['steps[1].by', { leader: true, role: 'x' }, 'by has leader and role, expected exactly one', 'Keep one'],
	['steps[1].returnsTo', 'report', 'Step "agree": returnsTo is "report", expected "plan"', 'Set it to "plan"'],
	['steps[1].opinion', false, 'returnsTo is "plan", expected "opinion": true beside it', 'Add "opinion": true'],
	['steps[1].limit', { hours: 1, workingDays: 1 }, 'limit has hours and workingDays, expected exactly one', 'Keep the one that counts'],
	['steps[1].limit', { workingHours: -1 }, 'Step "agree": limit.workingHours is -1, expected a number of hours above 0', 'Set it to'],
	['steps[0].fields[0].type', 'choice', 'field "customer": choices is missing', 'Add "choices"'],
	['steps[0].fields[0].choices', ['a'], 'choices is there, expected none: the field is of type "text"', 'Remove it'],
	['steps[0].filds', [], 'Step "plan": filds is not a field that is known here', 'Remove it: "fields" is there already'],
];

it.each(broken)('is refused with %s = %j', (path, value, says, remedy) => {
	const loaded = loadProcess(changed(good, [], { [path]: value }));
	const told = loaded.ok ? [] : loaded.problems;
	expect(told.map((one) => one.code).join()).toMatch(/^(process[.]\w+,?)+$/);
	expect(told.map((one) => one.message).join('\n')).toContain(says);
	expect(told.map((one) => one.remedy).join('\n')).toContain(remedy);
});

it('tells all that is wrong at once', () => {
	const loaded = loadProcess(
		changed(good, ['timeZone', 'calendar'], { prefix: '1', 'steps[0].by': {} }),
	);
	expect(loaded.ok ? [] : loaded.problems.map(({ path }) => path)).toEqual([
		'calendar',
		'prefix',
		'steps[0].by',
		'timeZone',
	]);
});

it('is refused where it is no JSON', () => {
	const loaded = loadProcess('{ "process": 1,');
	expect(loaded.ok ? '' : loaded.problems[0]?.message).toContain('The process is no JSON');
});
