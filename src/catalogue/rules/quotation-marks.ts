import { entriesByFile, textsOf } from '../walk.ts';
import type { Rule } from './rule.ts';
import { KANA } from './scripts.ts';

/** Languages that quote in “ ”. In them 「 」 show at a glance that a label is Japanese. */
const CURLY: readonly string[] = ['en', 'zh-Hans', 'ko', 'vi'];
/** Languages whose own quotation marks are 「 」. */
const CORNERS: readonly string[] = ['ja', 'zh-Hant'];

const IN_CORNERS = /「([^「」]*)」/g;
const IN_CURLY = /“([^“”]*)”/g;
const HAN = /\p{Script=Han}/u;

/** Finds quotation marks of another language, which say that a label is Japanese where it is not, or hide that it is. */
export function createQuotationMarksRule(): Rule {
	return {
		name: 'quotation-marks',
		description: 'en, zh-Hans, ko and vi quote in “ ” and Japanese labels in 「」; ja and zh-Hant quote in 「」.',
		check: (knowledge) =>
			entriesByFile(knowledge).flatMap(({ file, entry }) =>
				textsOf(entry).flatMap(({ place, text }) =>
					Object.entries(text).flatMap(([locale, words]) =>
						wrongMarks(locale, words, text['ja'] ?? '').map((found) => ({
							file,
							place: `${place}.${locale}`,
							...found,
						})),
					),
				),
			),
	};
}

type Found = { wrong: string; value: string; remedy: string };

/**
 * Finds the quotation marks in a text that are wrong in its language.
 * @param japanese the same text in Japanese
 */
export function wrongMarks(locale: string, words: string, japanese: string): Found[] {
	if (CORNERS.includes(locale)) {
		return quoted(words, IN_CURLY).map(({ whole }) => {
			return { wrong: 'quotation marks of another language', value: whole, remedy: 'Write 「」.' };
		});
	}
	if (!CURLY.includes(locale)) {
		return [];
	}
	const foreign = quoted(words, IN_CORNERS).filter(({ inside }) => !isJapanese(inside, japanese));
	const labels = quoted(words, IN_CURLY).filter(({ inside }) => KANA.test(inside));
	return [
		...foreign.map(({ whole }) => {
			return { wrong: '「」 round words that are not Japanese', value: whole, remedy: 'Write “ ”.' };
		}),
		...labels.map(({ whole }) => {
			return { wrong: '“ ” round a Japanese label', value: whole, remedy: 'Write 「」, with its meaning behind.' };
		}),
	];
}

/** A label without kana can be Japanese or Chinese, but what is Japanese stands in the Japanese text too. */
function isJapanese(label: string, japanese: string): boolean {
	return KANA.test(label) || (HAN.test(label) && japanese.includes(label));
}

function quoted(words: string, marks: RegExp): { whole: string; inside: string }[] {
	return [...words.matchAll(marks)].map(([whole, inside = '']) => ({ whole, inside }));
}
