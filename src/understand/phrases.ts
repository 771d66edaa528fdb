import { escapeRegExp, wholePattern } from './normalise.ts';

/** Stand in a text for what is known already. They are private characters of Unicode, which no text may bring along. */
export const DAY = '\ue000';
export const CARRIER = '\ue001';
/** Stands where words were cut out. */
export const CUT = '\ue002';
export const SIGNS = new RegExp(`[${DAY}${CARRIER}${CUT}]`, 'g');

/** How many characters the … of a phrase stands for; it does not go on into the next sentence. */
const GAP = '([^。！？!?]{0,24}?)';
const NUMBER =
	'(?:\\d{1,3}|an?|one|two|three|four|five|six|seven|ten|một|hai|ba|bốn|năm|bảy|mười|한|두|세|네|[一二两兩三四五六七八九十半几幾]{1,2})';
const PLACEHOLDERS: readonly (readonly [written: string, pattern: string])[] = [
	['{day}', `\\s?${DAY}\\s?`],
	['{carrier}', `\\s?${CARRIER}\\s?`],
	['{number}', `${NUMBER}\\s?`],
	['…', GAP],
	['\\^', '^\\s?'],
	["'", "['’]?"],
	[' ', '[\\s-]{0,2}'],
];

/** Phrases of knowledge/words/reminder/, ready to be found. */
export type Phrases = {
	/** Whether one of them is in the text. */
	isIn: (text: string) => boolean;
	/** The text with a sign for each of them. What stands in the place of … is kept. */
	cut: (text: string, sign: string) => string;
};

/** Makes the functions that find phrases, the longest first. */
export function createPhrases(byLanguage: Readonly<Record<string, readonly string[]>>): Phrases {
	const patterns = patternsOf([byLanguage]);
	const any = new RegExp(patterns.join('|') || '(?!)', 'iu');
	const each = patterns.map((pattern) => new RegExp(pattern, 'giu'));
	return {
		isIn: (text) => any.test(text),
		cut: (text, sign) =>
			any.test(text)
				? each.reduce((rest, pattern) => rest.replace(pattern, (...match) => cutOne(match, sign)), text)
				: text,
	};
}

/** A sign in place of a phrase, and one on either side of what is kept. */
function cutOne(match: readonly unknown[], sign: string): string {
	const kept = match.slice(1, -2).filter((gap) => typeof gap === 'string' && gap.trim() !== '');
	return [sign, ...kept.flatMap((gap) => [gap, sign])].join('');
}

/** The patterns of all phrases, the longest phrase first. */
export function patternsOf(lists: readonly Readonly<Record<string, readonly string[]>>[]): string[] {
	const phrases = new Set(lists.flatMap((list) => Object.values(list).flat()));
	return [...phrases].sort((a, b) => lengthOf(b) - lengthOf(a)).map(patternOf);
}

/** How much of a phrase is written out. */
function lengthOf(phrase: string): number {
	return phrase.replace(/\{\w+\}|…/g, '').length;
}

function patternOf(phrase: string): string {
	const words = PLACEHOLDERS.reduce(
		(pattern, [written, meant]) => pattern.replaceAll(written, meant),
		escapeRegExp(phrase.toLowerCase()).replaceAll('\\{', '{').replaceAll('\\}', '}'),
	);
	return wholePattern(phrase, words);
}
