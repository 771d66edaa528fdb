import { entriesByFile, wordsOf } from '../walk.ts';
import type { Rule } from './rule.ts';

/** Up to this length a text may be a mere name or label, and those need no kana. */
export const LABEL_LENGTH = 12;

const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** Names, labels and headings are often nouns only: 紛失・盗難（国内、夜間）. */
const EXEMPT = /(^|\.)names\.|\.label\.|\.when\.|\.value$/;

/** A Japanese sentence without kana is a Chinese or an English one in the wrong place. */
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
