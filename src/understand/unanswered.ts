import { pairAt, segment } from './vocabulary.ts';

/** So much is read: one character can become eighteen when it is normalised. */
const MAX_READ = 200;
/** Longer stories are told once. */
const MAX_LENGTH = 80;
/** A single word says too little of what is missing. */
const LEAST_WORDS = 2;
/** Stands for whatever is no word of the knowledge. */
const LEFT_OUT = '…';
/** Behind the first word of a text, a name: Vietnamese ones are made of everyday words. */
const CAPITALISED = /^\p{Lu}\p{Ll}/u;
/** In an address nothing is a word of its own. */
const ADDRESS_SIGNS = ['@', '://', 'www.', 't.me'] as const;

/** Makes what is kept of a question that was not understood. */
export type Anonymise = (words: string) => string | undefined;

/**
 * Makes the function that keeps of a question only words of the knowledge: a name, a number or an address is none of them.
 * @param vocabulary the words that may be kept
 * @param names gives the words of carriers' names, which may be kept in capitals too
 * @returns a function that gives undefined where too little is left to be counted
 */
export function createAnonymiser(vocabulary: Iterable<string>, names: () => Iterable<string>): Anonymise {
	const known = new Set(vocabulary);
	let carriers: ReadonlySet<string> | undefined;
	const plain = (word: string, place: number): string => {
		const lower = word.toLowerCase();
		carriers ??= new Set(names());
		return place > 0 && CAPITALISED.test(word) && !carriers.has(lower) ? LEFT_OUT : lower;
	};
	return (words) => {
		const read = words.slice(0, MAX_READ).normalize('NFKC').slice(0, MAX_READ);
		const parts = read.split(/\s/).flatMap((part) => (isAddress(part) ? [LEFT_OUT] : segment(part)));
		const kept = keepKnown(parts.map(plain), known);
		const text = kept.filter((word, place) => word !== LEFT_OUT || kept[place - 1] !== LEFT_OUT).join(' ');
		const isEnough = kept.filter((word) => word !== LEFT_OUT).length >= LEAST_WORDS;
		return isEnough && text.length <= MAX_LENGTH ? text : undefined;
	};
}

function keepKnown(words: readonly string[], known: ReadonlySet<string>): string[] {
	const kept: string[] = [];
	for (let place = 0; place < words.length; place += 1) {
		const [word = '', pair] = [words[place], pairAt(words, place)];
		if (!known.has(word) && known.has(pair)) {
			kept.push(pair);
			place += 1;
		} else {
			kept.push(known.has(word) ? word : LEFT_OUT);
		}
	}
	return kept;
}

function isAddress(part: string): boolean {
	return ADDRESS_SIGNS.some((sign) => part.toLowerCase().includes(sign));
}
