import { Converter } from 'opencc-js/t2cn';
import { LATIN, withOptionalMarks } from '../fold-diacritics.ts';

const toSimplified: (text: string) => string = Converter({ from: 'hk', to: 'cn' });

const HAN = /\p{Script=Han}/u;
const HIRAGANA = /[\u3041-\u3096]/g;
const KATAKANA_OFFSET = 0x60;

/**
 * Brings words into one shape, so that width, case, kana, Chinese script and invisible characters make no difference.
 * "ｐｏｖｏ ２．０" and "povo2.0" become the same, and so do 樂天 and 乐天, ぽぼ and ポボ.
 */
export function normalise(words: string): string {
	const plain = words.normalize('NFKC').toLowerCase();
	return (HAN.test(plain) ? toSimplified(plain) : plain)
		.replace(HIRAGANA, (kana) => String.fromCharCode(kana.charCodeAt(0) + KATAKANA_OFFSET))
		.replace(/\p{Cf}/gu, '')
		.replace(/[\p{Cc}\s]+/gu, ' ')
		.trim();
}

/**
 * Makes the function that writes a word always in the same way: 無くした and 失くした become なくした, so that what was
 * learnt of one is known of the others.
 * @param spellings pairs of a way of writing and the one that it is read as
 */
export function createSpeller(spellings: readonly (readonly [string, string])[]): (normalised: string) => string {
	const plain = new Map(spellings.map(([written, read]) => [normalise(written), normalise(read)]));
	const pattern = new RegExp([...plain.keys()].map(escapeRegExp).join('|') || '(?!)', 'g');
	return (text) => text.replace(pattern, (found) => plain.get(found) ?? found);
}

const LATIN_START = new RegExp(`^[${LATIN}]`);
const LATIN_END = new RegExp(`[${LATIN}]$`);

/**
 * The pattern of a phrase: a Latin word is a word of its own, Chinese, Japanese and Korean ones stand glued to their
 * neighbours; letters with marks are often typed without.
 * @param phrase normalised; `words` is its pattern where that is more than the phrase itself
 */
export function wholePattern(phrase: string, words = escapeRegExp(phrase)): string {
	const before = LATIN_START.test(phrase) ? `(?<![${LATIN}])` : '';
	const after = LATIN_END.test(phrase) ? `(?![${LATIN}])` : '';
	return `${before}${withOptionalMarks(words)}${after}`;
}

/** Makes a text stand for itself in a regular expression. */
export function escapeRegExp(text: string): string {
	return text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
