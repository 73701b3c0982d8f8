import fc from 'fast-check';
import { loadRulebook } from '../../src/rulebook/loadRulebook';
import { changed } from './changed';
import { desk } from './desk';

type Path = readonly (string | number)[];

/** Every place of some JSON. */
function placesOf(json: unknown, path: Path = []): Path[] {
	if (typeof json !== 'object' || json === null) return [path];
	const steps = Array.isArray(json) ? [...json.keys()] : Object.keys(json);
	return [path, ...steps.flatMap((step) => placesOf((json as never)[step], [...path, step]))];
}

function replaced(json: unknown, [step, ...rest]: Path, value: unknown): unknown {
	if (step === undefined) return value;
	const inner = replaced((json as never)[step], rest, value);
	return Array.isArray(json)
		? json.map((one: unknown, index) => (index === step ? inner : one))
		: { ...(json as object), [step]: inner };
}

/** Loaded, or refused in words: never thrown, never without a reason. */
function isAnswered(json: unknown): boolean {
	const loaded = loadRulebook(json);
	if (loaded.ok) return true;
	const texts = loaded.problems.flatMap(({ message, remedy }) => [message, remedy]);
	return (
		texts.length > 0 &&
		texts.every((text) => /^.*[^ ].*[.?]$/s.test(text) && !/undefined|\[object/.test(text))
	);
}

const example = { says: '4 of 5', given: { done: 4, target: 5, sum: 1 }, points: '16' };
const good = changed(desk, [], { 'roles[0].indicators[0].examples': [example] });
const places = placesOf(good);
const anyJson = fc.jsonValue().filter((json) => !/undefined|\[object/.test(JSON.stringify(json)));

it('answers any JSON', () => {
	fc.assert(fc.property(anyJson, isAnswered));
});

it('answers any text', () => {
	fc.assert(fc.property(fc.string(), isAnswered));
});

it('answers a good rulebook in which anything stands at any places', () => {
	const place = fc.record({ path: fc.constantFrom(...places), value: anyJson });
	fc.assert(
		fc.property(fc.array(place, { maxLength: 3 }), (changes) =>
			isAnswered(
				changes.reduce<unknown>((json, { path, value }) => {
					const there = placesOf(json).some((one) => one.join() === path.join());
					return there ? replaced(json, path, value) : json;
				}, good),
			),
		),
		{ numRuns: 500 },
	);
});

it.each([
	['a list in a list, 100,000 deep', `{"roles":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
	[
		'a name that objects inherit',
		'{"__proto__":{"roles":[]},"constructor":1,"roles":[{"extends":"constructor"}]}',
	],
])('answers %s', (_, text) => {
	expect(isAnswered(text)).toBe(true);
});
