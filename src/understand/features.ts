import { foldDiacritics } from '../fold-diacritics.ts';

/** Stands for a carrier's name, in every script. */
export const NAME = '¤';

const LATIN_WORDS = /[a-z0-9]+(?:['’][a-z]+)?|¤/g;
const CJK_RUNS = /[\p{Script=Han}\p{Script=Katakana}\p{Script=Hangul}ー々¤]+/gu;
/** Koreans put spaces as they like: with and without them a text has the same runs. */
const KOREAN_SPACES = /(?<=\p{Script=Hangul}) +(?=\p{Script=Hangul})/gu;
const DIGITS = /^\d+$/;

/** Long words are also cut into pieces, so that "cancelling", "cancelled" and "cancell" are not strangers. */
const PIECE = 4;
const LONGEST_RUN = 2;

/**
 * Cuts a text into what a classifier can count: Latin words, their neighbours and pieces, and runs of one or two Chinese,
 * Japanese or Korean characters, since those languages put no spaces between words, or not always.
 * @param normalised so hiragana is katakana; the marks of Latin letters make no difference, since many type none
 */
export function featuresOf(normalised: string): string[] {
	const text = foldDiacritics(normalised);
	const words = [...text.matchAll(LATIN_WORDS)].map(([word]) => stem(word));
	const pairs = words.slice(1).map((word, index) => `${words[index]} ${word}`);
	const pieces = words.flatMap(piecesOf);
	const runs = [...text.replace(KOREAN_SPACES, '').matchAll(CJK_RUNS)].flatMap(([run]) => runsOf(run));
	return [...new Set([...words, ...pairs, ...pieces, ...runs, ...scriptsOf(text)])];
}

/** One word for singular and plural, and one sign for every number: which number it is tells no intent apart. */
function stem(word: string): string {
	if (DIGITS.test(word)) {
		return '#';
	}
	return word.length > 3 ? word.replace(/(?:'s|s)$/, '') : word;
}

function piecesOf(word: string): string[] {
	const count = word.length > PIECE ? word.length - PIECE + 1 : 0;
	return Array.from({ length: count }, (_, start) => `~${word.slice(start, start + PIECE)}`);
}

function runsOf(run: string): string[] {
	const characters = [...run];
	return characters.flatMap((_, start) => {
		const longest = Math.min(LONGEST_RUN, characters.length - start);
		return Array.from({ length: longest }, (_unused, more) => characters.slice(start, start + more + 1).join(''));
	});
}

const SCRIPTS = [
	['kana', /\p{Script=Katakana}/u],
	['han', /\p{Script=Han}/u],
	['hangul', /\p{Script=Hangul}/u],
	['latin', /[a-z]/],
] as const;

/** The same characters say other things in Chinese and in Japanese. */
function scriptsOf(text: string): string[] {
	return SCRIPTS.filter(([, pattern]) => pattern.test(text)).map(([script]) => `¶${script}`);
}
