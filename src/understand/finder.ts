import { normalise, wholePattern } from './normalise.ts';

export type ByLanguage = Readonly<Record<string, readonly string[]>>;

/** So much may be left where "nothing else" is said: a particle or two. A Chinese character or a Korean syllable weighs as much as two letters. */
const LEFT = 2;

/** A pattern of all the words, the longest first: Latin ones as words of their own, others wherever they stand. */
export function createFinder(lists: readonly ByLanguage[]): RegExp {
	const words = [...new Set(lists.flatMap((list) => Object.values(list).flat()).map(normalise))];
	const pattern = words
		.sort((a, b) => b.length - a.length)
		.map((word) => wholePattern(word))
		.join('|');
	return new RegExp(pattern || '(?!)', 'g');
}

/** Whether a normalised text says hardly anything beside the words that the pattern finds. */
export function isNearlyEmpty(text: string, words: RegExp): boolean {
	const left = text.replace(words, ' ').match(/[\p{L}\p{N}]/gu) ?? [];
	return (
		left.reduce((sum, character) => sum + (/[\p{Script=Han}\p{Script=Hangul}]/u.test(character) ? 2 : 1), 0) <= LEFT
	);
}
