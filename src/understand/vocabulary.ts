import type { Catalogue } from '../catalogue/catalogue.ts';
import { sentencesOf, THING, type Words } from '../catalogue/words.ts';

/** What fewer sentences have may be somebody's. */
const LEAST_SENTENCES = 5;
/** A Latin word that is capitalised more often than this is a name: Tanaka, Cebu. */
const MOSTLY = 0.3;
const LATIN = /^[\p{Script=Latin}'’]+$/u;
const CAPITALISED = /^\p{Lu}\p{Ll}/u;
/** Endings of Japanese words, which end names as well. */
const ENDING = /^\p{Script=Hiragana}{1,2}$/u;
const DIGIT = /\d/;
/** Stands behind a person's name. */
const HONORIFICS: readonly string[] = ['さん', '様', 'さま', '先生', '氏', '小姐', '女士', '씨', '님'];

const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });

/** The words of a text, in the shape in which they are compared. Chinese and Japanese ones are told apart by a dictionary. */
export function wordsOf(text: string): string[] {
	return segment(text).map((word) => word.toLowerCase());
}

/** The words of a text as they were written. */
export function segment(text: string): string[] {
	const parts = [...segmenter.segment(text.normalize('NFKC'))];
	return parts.filter(({ isWordLike }) => isWordLike).map(({ segment: word }) => word);
}

/** The dictionary takes some words apart, 余额 into 余 and 额, so two single characters are looked up together too. */
export function pairAt(words: readonly string[], place: number): string {
	const [one = '', next = ''] = words.slice(place, place + 2);
	return one.length === 1 && next.length === 1 ? one + next : '';
}

/** Adds the pairs that stand alone: in 查余额 nobody can tell which two of the three belong together. */
function withPairs(words: readonly string[]): string[] {
	const isAlone = (place: number): boolean => words[place - 1]?.length !== 1 && words[place + 2]?.length !== 1;
	return [...words, ...words.flatMap((_, place) => (isAlone(place) ? [pairAt(words, place)] : []))];
}

/**
 * The words that say what is asked, and nothing of who asks: carriers' names, key terms, and what many example sentences
 * have in common. People's names stand in those sentences too, so what looks like one is left out.
 */
export function collectVocabulary({ carriers }: Catalogue, words: Words): string[] {
	const { topics, spellings, things, falseFriends, foreignBrands } = words;
	const intents = [...words.intents.values()];
	const chosen = [
		...intents.flatMap(({ terms, phrases }) => [terms, phrases]).flatMap((texts) => Object.values(texts).flat()),
		...[topics.ours, topics.others, things].flatMap((texts) => Object.values(texts).flat()),
		...[spellings.flat(), falseFriends, foreignBrands].flat(),
	];
	const sentences = intents.flatMap(sentencesOf);
	const common = commonWords(sentences);
	const plain = [...chosen.flatMap((text) => withPairs(wordsOf(text.replace(THING, ' ')))), ...common];
	const known = [...plain.filter((word) => !DIGIT.test(word)), ...collectNameWords({ carriers })];
	return [...new Set(known.filter((word) => word.length > 1 && !ENDING.test(word)))].sort();
}

/** The words of all carriers' names. */
export function collectNameWords({ carriers }: Pick<Catalogue, 'carriers'>): string[] {
	const names = carriers.flatMap((carrier) => [carrier.id, ...Object.values(carrier.names), ...carrier.aliases]);
	return names.flatMap(wordsOf);
}

type Count = { sentences: number; capitalised: number; isPerson: boolean };

function commonWords(sentences: readonly string[]): string[] {
	const counts = new Map<string, Count>();
	for (const sentence of sentences) {
		count(withPairs(segment(sentence)), counts);
	}
	return [...counts].filter(([word, one]) => isCommon(word, one)).map(([word]) => word);
}

function count(words: readonly string[], counts: Map<string, Count>): void {
	const seen = new Set<string>();
	for (const [place, written] of words.entries()) {
		const word = written.toLowerCase();
		const one = counts.get(word) ?? { sentences: 0, capitalised: 0, isPerson: false };
		one.sentences += seen.has(word) ? 0 : 1;
		// Every first word of a sentence begins so.
		one.capitalised += place > 0 && CAPITALISED.test(written) ? 1 : 0;
		one.isPerson ||= HONORIFICS.includes(words[place + 1] ?? '');
		counts.set(word, one);
		seen.add(word);
	}
}

function isCommon(word: string, { sentences, capitalised, isPerson }: Count): boolean {
	const isName = isPerson || (LATIN.test(word) && capitalised > sentences * MOSTLY);
	return sentences >= LEAST_SENTENCES && !isName;
}
