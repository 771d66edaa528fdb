import { entriesByFile, type PlacedWords, wordsOf } from '../walk.ts';
import { REGIONAL_WORDS, type RegionalWord } from './regional-words.ts';
import type { Rule } from './rule.ts';
import { withoutQuotes } from './scripts.ts';

/** Finds words that only the other Chinese-speaking place uses, which a conversion of characters leaves behind. */
export function createChineseWordsRule(regionalWords = REGIONAL_WORDS): Rule {
	return {
		name: 'chinese-words',
		description: 'zh-Hans has no words of Taiwan, zh-Hant none of the mainland (outside brackets).',
		check: (knowledge) =>
			entriesByFile(knowledge).flatMap(({ file, entry }) =>
				wordsOf(entry).flatMap((placed) =>
					found(placed, regionalWords).map(({ value, instead, reason }) => ({
						file,
						place: placed.place,
						wrong: `a word that readers of ${placed.locale} do not use (${reason})`,
						value,
						remedy: `Write ${instead}.`,
					})),
				),
			),
	};
}

type Found = { value: string; instead: string; reason: string };

function found({ locale, words }: PlacedWords, regionalWords: readonly RegionalWord[]): Found[] {
	const plain = withoutQuotes(words);
	return regionalWords
		.filter((one) => one.locale === locale)
		.flatMap(({ word, instead, reason }) => {
			const value = word.exec(plain)?.[0];
			return value === undefined ? [] : [{ value, instead, reason }];
		});
}
