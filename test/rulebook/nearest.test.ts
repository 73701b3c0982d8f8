import { choices, nearest } from '../../src/rulebook/nearest';

const fields = ['points', 'measure', 'curve', 'from', 'id', 'allowance', 'workingHours'];

it.each<readonly [string, string | undefined, string]>([
	['point', 'points', 'a letter left out'],
	['pointts', 'points', 'a letter too many'],
	['meazure', 'measure', 'a letter changed'],
	['form', 'from', 'two letters swapped'],
	['POINTS', 'points', 'capitals'],
	['alowence', 'allowance', 'two slips in a long word'],
	['working_hours', 'workingHours', 'another way of writing'],
	['weight', undefined, 'another word'],
	['', undefined, 'nothing'],
	['points'.repeat(20), undefined, 'a word that nobody means'],
])('"%s" means %p: %s', (word, meant) => {
	expect(nearest(word, fields)).toBe(meant);
});

it.each([
	[[], 'none'],
	[['a'], '"a"'],
	[['a', 'b'], '"a" or "b"'],
	[['a', 'b', 'c'], '"a", "b" or "c"'],
])('%j is read as %s', (all, text) => {
	expect(choices(all)).toBe(text);
});
