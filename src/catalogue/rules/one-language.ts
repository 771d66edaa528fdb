import { entriesByFile, wordsOf } from '../walk.ts';
import type { Rule } from './rule.ts';
import { withoutQuotes } from './scripts.ts';

export type Wrong = { wrong: string; value: string; remedy: string };

const FULL_WIDTH = /[（）：，。！？]/;

/**
 * Makes the check of a rule for a language that writes half-width marks. Names are not held to it.
 * @param wrongIn what is wrong with a text; it gets the text, and the same without what is quoted
 */
export function checkLanguage(
	locale: string,
	wrongIn: (words: string, plain: string) => readonly Wrong[],
): Rule['check'] {
	return (knowledge) =>
		entriesByFile(knowledge).flatMap(({ file, entry }) =>
			wordsOf(entry)
				.filter((placed) => placed.locale === locale && !placed.place.includes('names.'))
				.flatMap(({ place, words }) => {
					const plain = withoutQuotes(words);
					return [...wrongIn(words, plain), ...wideMarks(plain)].map((found) => ({ file, place, ...found }));
				}),
		);
}

function wideMarks(plain: string): Wrong[] {
	const [mark] = FULL_WIDTH.exec(plain) ?? [];
	return mark ? [{ wrong: 'a full-width mark', value: mark, remedy: 'Write it half as wide.' }] : [];
}
