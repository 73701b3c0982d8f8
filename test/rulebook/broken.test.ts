import { loadRulebook } from '../../src/rulebook/loadRulebook';
import calendar from './broken/calendar.json';
import curves from './broken/curves.json';
import examples from './broken/examples.json';
import extending from './broken/extending.json';
import rules from './broken/rules.json';
import shape from './broken/shape.json';
import { changed } from './changed';
import { desk } from './desk';

/** The good rulebook of desk.ts with changes, and every problem that users then see. */
interface Broken {
	readonly why: string;
	readonly remove?: readonly string[];
	readonly set?: { readonly [path: string]: unknown };
	/** Path, message, remedy. */
	readonly problems: readonly (readonly string[])[];
}

const groups: readonly (readonly [string, unknown])[] = [
	['a shape', shape],
	['a sum or an order', rules],
	['a curve', curves],
	['a calendar', calendar],
	['an extended preset', extending],
	['an example', examples],
];

describe.each(groups)('a rulebook that is wrong in %s', (_, cases) => {
	it.each(cases as readonly Broken[])('$why', ({ remove = [], set = {}, problems }) => {
		const loaded = loadRulebook(changed(desk, remove, set));
		const told = loaded.ok ? [] : loaded.problems;
		expect(told.map(({ path, message, remedy }) => [path, message, remedy])).toEqual(problems);
		expect(told.every(({ code }) => /^rulebook[.][a-zA-Z]+$/.test(code))).toBe(true);
	});
});

it('the rulebook that is broken above is good', () => {
	expect(loadRulebook(desk).ok).toBe(true);
});
