/** Latin letters with marks: é, ữ. Hangul and kana are left as they are. */
const MARKED = /[À-ɏḀ-ỿ]/g;

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
