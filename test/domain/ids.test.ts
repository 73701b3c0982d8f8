import * as fc from 'fast-check';
import { createHash } from 'node:crypto';
import { sortIds } from '../../src/domain/evidence/sortIds';
import { Texts } from '../../src/domain/evidence/texts';
import { HashedText, pieceOf } from '../../src/domain/kernel/hashedText';

const anyText = fc.oneof(
	fc.string({ unit: 'binary', maxLength: 12 }),
	fc.constantFrom('', 'a', 'a\u0000', 'ab', '\ud800', '\uffff', '😀', 'CRM-000001', 'CRM-000002'),
	fc.nat(100_000).map(String),
);

describe('texts', () => {
	it('have one index for each text under each number, and come back as they were', () => {
		fc.assert(
			fc.property(fc.array(fc.tuple(fc.constantFrom(0, 1, 127, 128, 70_000), anyText)), (all) => {
				const texts = new Texts();
				const indexes = all.map(([tag, text]) => texts.intern(tag, text));
				expect(indexes.map((index) => texts.text(index))).toEqual(all.map(([, text]) => text));
				const keys = all.map((one) => JSON.stringify(one));
				const first = [...new Set(keys)];
				expect(indexes).toEqual(keys.map((key) => first.indexOf(key)));
			}),
		);
	});

	it('are all found again when there are many', () => {
		const texts = new Texts();
		const many = Array.from({ length: 30_000 }, (_, n) => `CRM-${n}`);
		const indexes = many.map((text) => texts.intern(3, text));
		expect(many.map((text) => texts.intern(3, text))).toEqual(indexes);
		expect(texts.count).toBe(30_000);
	});

	it('sort as code units do', () => {
		fc.assert(
			fc.property(fc.uniqueArray(anyText, { maxLength: 120 }), (all) => {
				const texts = new Texts();
				const rows = Uint32Array.from(all, (text) => texts.intern(1, text));
				sortIds(texts, rows);
				const sorted = [...all].sort((a, b) => (a < b ? -1 : 1));
				expect([...rows].map((row) => texts.text(row))).toEqual(sorted);
			}),
		);
	});
});

describe('hashed text', () => {
	const hashOf = (write: (out: HashedText) => void): string => {
		const hash = createHash('sha256');
		const out = new HashedText({
			update: (part) => void hash.update(part),
			hex: () => hash.digest('hex'),
		});
		write(out);
		out.flush();
		return hash.digest('hex');
	};

	it('is hashed as if it were one text', () => {
		const text = fc.oneof(anyText, fc.constant('x'.repeat(70_000)), fc.constant('é'.repeat(9)));
		fc.assert(
			fc.property(fc.array(text), (parts) => {
				// A lone half of a pair is no text of UTF-8; JSON escapes it.
				const whole = parts.filter((part) => !/[\ud800-\udfff]/.test(part));
				const expected = createHash('sha256').update(whole.join('')).digest('hex');
				const halves = (out: HashedText): void =>
					whole.forEach((part, i) => (i % 2 === 0 ? out.text(part) : out.piece(pieceOf(part))));
				expect(hashOf(halves)).toBe(expected);
			}),
		);
	});
});
