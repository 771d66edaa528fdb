import { entriesByFile, wordsOf } from '../walk.ts';
import type { Rule } from './rule.ts';
import { KANA } from './scripts.ts';

/** Up to this length a text can be a name or a label, which need no kana. */
const LABEL_LENGTH = 12;

/** Names, labels and headings are often nouns only: 紛失・盗難（国内、夜間）. */
const EXEMPT = /(^|\.)names\.|\.label\.|\.when\.|\.value$/;

/** Finds Chinese and English sentences in the place of Japanese ones, by their lack of kana. */
export function createJapaneseScriptRule(labelLength = LABEL_LENGTH): Rule {
	return {
		name: 'japanese-script',
		description: 'Japanese sentences have kana; names, labels and headings may do without.',
		check: (knowledge) =>
			entriesByFile(knowledge).flatMap(({ file, entry }) =>
				wordsOf(entry)
					.filter(({ locale, place }) => locale === 'ja' && !EXEMPT.test(place))
					.filter(({ words }) => words.includes('。') || words.length > labelLength)
					.filter(({ words }) => !KANA.test(words))
					.map(({ place, words }) => ({
						file,
						place,
						wrong: 'a Japanese sentence without kana',
						value: words,
						remedy: 'Write it in Japanese; perhaps it stands under the wrong language.',
					})),
			),
	};
}
