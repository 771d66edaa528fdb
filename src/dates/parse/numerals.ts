const DIGITS: Readonly<Record<string, number>> = {
	一: 1,
	二: 2,
	两: 2,
	兩: 2,
	三: 3,
	四: 4,
	五: 5,
	六: 6,
	七: 7,
	八: 8,
	九: 9,
};

/** A number as it stands in a pattern: in digits, or up to 999 in Chinese characters. */
export const NUMBER = '(?:\\d{1,6}|[一二两兩三四五六七八九十百零〇]{1,6})';

const ONE = '[一二两兩三四五六七八九]';
const WRITTEN = new RegExp(`^(?:(?<hundreds>${ONE}?)百)?[零〇]?(?:(?<tens>${ONE}?)十)?(?<ones>${ONE}?)$`);

/** Reads 31, 三十一, 一百八十 and 两 (and 元, the first year of an era); NaN for anything else. */
export function readNumber(words: string): number {
	if (/^\d+$/.test(words)) return Number(words);
	if (words === '元') return 1;
	const { hundreds, tens, ones } = WRITTEN.exec(words)?.groups ?? {};
	const number = places(hundreds) * 100 + places(tens) * 10 + (DIGITS[ones ?? ''] ?? 0);
	return number > 0 ? number : Number.NaN;
}

/** 百 alone is one hundred; without 百 there is none. */
function places(digit: string | undefined): number {
	return digit === undefined ? 0 : (DIGITS[digit] ?? 1);
}

/** Reads 二〇二六 and 一一六, a number written digit by digit; NaN for anything else. */
export function readDigits(words: string): number {
	const digits = [...words].map((character) => '〇一二三四五六七八九'.indexOf(character.replace('零', '〇')));
	return digits.length === 0 || digits.includes(-1) ? Number.NaN : Number(digits.join(''));
}
