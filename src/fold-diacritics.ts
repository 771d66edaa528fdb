/** Latin letters with marks: é, ữ. Hangul and kana are left as they are. */
const MARKED = /[À-ɏḀ-ỿ]/g;

/** Small Latin letters, with marks and without, and digits, for a class of a pattern: many times as quick as \\p{Script=Latin}. */
export const LATIN = 'a-z0-9À-ɏḀ-ỿ';

/**
 * Takes the marks off Latin letters, each in its place: "tháng mười" becomes "thang muoi", as it is typed without a
 * Vietnamese keyboard.
 * @param text in NFC, where every letter is one character
 */
export function foldDiacritics(text: string): string {
	return text.replace(MARKED, (letter) => {
		if (letter === 'đ') return 'd';
		return letter === 'Đ' ? 'D' : (letter.normalize('NFD')[0] ?? letter);
	});
}

/**
 * Makes of a pattern one in which each letter with a mark stands for the same without it too, and not the other way
 * round: "thẻ" finds the and thẻ, "the" finds no thẻ.
 * @param pattern the source of a regular expression, without classes of letters with marks
 */
export function withOptionalMarks(pattern: string): string {
	return pattern.replace(MARKED, (letter) => `[${letter}${foldDiacritics(letter)}]`);
}
