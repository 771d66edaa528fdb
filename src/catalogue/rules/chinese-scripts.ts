import { entriesByFile, type PlacedWords, wordsOf } from '../walk.ts';
import type { Rule } from './rule.ts';
import { KANA, type Scripts, standardScripts, withoutQuotes } from './scripts.ts';

/** Finds Chinese texts in the wrong script, whole or in part. */
export function createChineseScriptsRule(scripts: Scripts = standardScripts()): Rule {
	return {
		name: 'chinese-scripts',
		description: 'Outside brackets zh-Hans is simplified, zh-Hant is traditional, and neither has kana.',
		check: (knowledge) =>
			entriesByFile(knowledge).flatMap(({ file, entry }) =>
				wordsOf(entry).flatMap((placed) =>
					wrongIn(placed, scripts).map(({ wrong, value }) => ({
						file,
						place: placed.place,
						wrong,
						value,
						remedy: 'Write it in the script of this language, or quote the label of a screen in 「」.',
					})),
				),
			),
	};
}

function wrongIn({ locale, words }: PlacedWords, { traditional, simplified, japanese }: Scripts): Wrong[] {
	const plain = [...withoutQuotes(words)];
	if (locale !== 'zh-Hans' && locale !== 'zh-Hant') {
		return [];
	}
	const other = locale === 'zh-Hans' ? traditional : simplified;
	const name = locale === 'zh-Hans' ? 'traditional' : 'simplified';
	return [
		...toWrong(
			`${name} characters`,
			plain.filter((char) => other.has(char)),
		),
		...toWrong(
			'Japanese characters',
			plain.filter((char) => KANA.test(char) || japanese.has(char)),
		),
	];
}

type Wrong = { wrong: string; value: string };

function toWrong(wrong: string, chars: readonly string[]): Wrong[] {
	return chars.length > 0 ? [{ wrong, value: [...new Set(chars)].join('') }] : [];
}
