// How a sandbox's answers are held to a real system's: what counts as another shape.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { differences, shapeOf } from '../systems/shapes.mjs';

const CASES = [
	{ why: 'other values', sandbox: { a: 1, b: ['x'] }, real: { a: 2, b: ['y', 'z'] } },
	{ why: 'nothing in place of a value', sandbox: { a: null }, real: { a: 'x' } },
	{ why: 'a value where the real one has none so far', sandbox: { a: 'x' }, real: { a: null } },
	{ why: 'an empty list', sandbox: { rows: [] }, real: { rows: [{ id: 1 }] } },
	{
		why: 'a key that comes at times, and is missing',
		sandbox: [{ id: 1 }],
		real: [{ id: 1, due: 'x' }, { id: 2 }],
	},
	{
		why: 'a key that always comes',
		sandbox: [{ id: 1 }],
		real: [{ id: 1, due: 'x' }],
		is: ['the answer[].due is missing in the sandbox'],
	},
	{
		why: 'a key of its own',
		sandbox: { rows: [{ id: 1, more: 1 }] },
		real: { rows: [{ id: 2 }] },
		is: ['the answer.rows[].more is in the sandbox only'],
	},
	{
		why: 'a text for a number',
		sandbox: { id: '1' },
		real: { id: 1 },
		is: ['the answer.id is string in the sandbox, but number'],
	},
	{
		why: 'a list for an object',
		sandbox: [],
		real: {},
		is: ['the answer is list in the sandbox, but object'],
	},
	{
		why: 'a kind that only a later row has',
		sandbox: [{ a: 'x' }, { a: 1 }],
		real: [{ a: 'x' }, { a: 'y' }],
		is: ['the answer[].a is number in the sandbox, but string'],
	},
];

describe('the shape of an answer', () => {
	for (const { why, sandbox, real, is = [] } of CASES)
		it(`${is.length === 0 ? 'may have' : 'differs by'} ${why}`, () =>
			assert.deepEqual(differences(shapeOf(sandbox), shapeOf(real)), is));
});
