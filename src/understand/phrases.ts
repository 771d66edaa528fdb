import { foldDiacritics } from '../fold-diacritics.ts';
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

type ByLanguage = Readonly<Record<string, readonly string[]>>;

/** A phrase as a pattern, and the words of it without which it is nowhere. */
type Phrase = { key: string; pattern: string };

/**
 * Makes the functions that find phrases, the longest first. Few of the thousands can be in a text at all, and only those
 * are looked for.
 */
export function createPhrases(byLanguage: ByLanguage): Phrases {
	const candidates = createCandidates([byLanguage], (pattern) => new RegExp(pattern, 'gi'));
	return {
		isIn: (text) => candidates(text).some((pattern) => text.search(pattern) >= 0),
		cut: (text, sign) =>
			candidates(text).reduce((rest, pattern) => rest.replace(pattern, (...match) => cutOne(match, sign)), text),
	};
}

/**
 * Makes the function that gives the phrases which may be in a text: those whose longest word is.
 * @param compile makes of a pattern what is looked for with it
 */
export function createCandidates<T>(
	lists: readonly ByLanguage[],
	compile: (pattern: string) => T,
): (text: string) => T[] {
	// A start need not wait for thousands of them.
	const phrases = once(() =>
		phrasesOf(lists).map(({ key, pattern }) => ({ key, compiled: once(() => compile(pattern)) })),
	);
	return (text) => {
		const plain = foldDiacritics(text.toLowerCase());
		return phrases()
			.filter(({ key }) => plain.includes(key))
			.map(({ compiled }) => compiled());
	};
}

function once<T>(make: () => T): () => T {
	let made: T | undefined;
	return () => {
		made ??= make();
		return made;
	};
}

/** A sign in place of a phrase, and one on either side of what is kept. */
function cutOne(match: readonly unknown[], sign: string): string {
	const kept = match.slice(1, -2).filter((gap) => typeof gap === 'string' && gap.trim() !== '');
	return [sign, ...kept.flatMap((gap) => [gap, sign])].join('');
}

function phrasesOf(lists: readonly ByLanguage[]): Phrase[] {
	const phrases = new Set(lists.flatMap((list) => Object.values(list).flat()));
	return [...phrases]
		.sort((a, b) => lengthOf(b) - lengthOf(a))
		.map((phrase) => ({ key: keyOf(phrase), pattern: patternOf(phrase) }));
}

/** What is no word of a phrase: see PLACEHOLDERS. */
const BETWEEN_WORDS = /\{\w+\}|[…^'\s-]+/;

function keyOf(phrase: string): string {
	const words = foldDiacritics(phrase.toLowerCase()).split(BETWEEN_WORDS);
	return words.reduce((longest, word) => (word.length > longest.length ? word : longest), '');
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
