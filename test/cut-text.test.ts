import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutText, splitText } from '../src/cut-text.ts';

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const charactersOf = (text: string): string[] => [...graphemes.segment(text)].map(({ segment }) => segment);

/** Whatever people write: emoji of several parts, flags, accents, lines and white space. */
const words = fc
	.array(
		fc.oneof(
			fc.string({ unit: 'grapheme', maxLength: 5 }),
			fc.constantFrom(' ', '\n', '👩‍👩‍👧‍👦', '🇯🇵', 'ǝ̃', '😀', 'が', '\u3000'),
		),
		{ maxLength: 40 },
	)
	.map((parts) => parts.join(''));

test('a short text stays as it is', () => {
	expect(cutText('Mum’s phone 📱', 32)).toBe('Mum’s phone 📱');
	expect(cutText('a ', 2)).toBe('a ');
});

test('an emoji, a flag and an accented letter are kept whole or left out', () => {
	expect(cutText(`${'a'.repeat(31)}😀`, 32)).toBe('a'.repeat(31));
	expect(cutText('🇯🇵🇨🇳', 6)).toBe('🇯🇵');
	expect(cutText('ab👩‍👩‍👧‍👦', 8)).toBe('ab');
	expect(cutText('e\u0301e\u0301', 3)).toBe('e\u0301');
});

test('white space before the cut goes too', () => {
	expect(cutText('Mum’s   phone', 7)).toBe('Mum’s');
});

test('a character that alone is too long is cut between its code points', () => {
	expect(cutText('👩‍👩‍👧‍👦', 4)).toBe('👩‍');
	expect(cutText('😀', 1)).toBe('');
});

test('what is left is a beginning of whole characters, as long as it may be', () => {
	fc.assert(
		fc.property(words, fc.integer({ min: 20, max: 60 }), (text, max) => {
			const cut = cutText(text, max);
			const all = charactersOf(text);
			const kept = charactersOf(cut).length;
			expect(cut.length).toBeLessThanOrEqual(max);
			expect(text.startsWith(cut)).toBe(true);
			expect(all.slice(0, kept).join('')).toBe(cut);
		}),
	);
});

test('a text is split between its lines', () => {
	expect(splitText('one\ntwo\nthree', 8)).toEqual(['one\ntwo', 'three']);
	expect(splitText('one\ntwo', 7)).toEqual(['one\ntwo']);
	expect(splitText(' \n ', 2)).toEqual([]);
});

test('nothing of a split text is lost but white space, and no part is empty, too long or cut inside a character', () => {
	const bare = (text: string): string => text.replace(/\s/gu, '');
	fc.assert(
		fc.property(words, fc.integer({ min: 20, max: 60 }), (text, max) => {
			const parts = splitText(text, max);
			expect(bare(parts.join(''))).toBe(bare(text));
			for (const part of parts) {
				expect(part.trim()).toBe(part);
				expect(part.length).toBeGreaterThan(0);
				expect(part.length).toBeLessThanOrEqual(max);
				expect(part.isWellFormed()).toBe(true);
			}
		}),
	);
});
