import { Converter } from 'opencc-js/t2cn';

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
