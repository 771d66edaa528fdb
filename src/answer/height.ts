/** As wide as a phone shows text, in Latin letters; one of Chinese, Japanese or Korean takes the room of two. */
const COLUMNS = 38;
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uff60]/u;
/** Latin words stay whole; wide letters break anywhere. */
const WORD = /[\u0021-\u024f\u2010-\u2027]+|./gsu;

/** About how many lines a paragraph takes on a phone. */
export function linesOf(text: string): number {
	return text.split('\n').reduce((sum, line) => sum + linesOfLine(line), 0);
}

/** How wide a text is, in Latin letters. */
export function columnsOf(text: string): number {
	return [...text].reduce((sum, character) => sum + (WIDE.test(character) ? 2 : 1), 0);
}

function linesOfLine(line: string): number {
	let [lines, used] = [1, 0];
	for (const word of line.match(WORD) ?? []) {
		const width = columnsOf(word);
		if (used + width > COLUMNS && word.trim() !== '') {
			lines += 1;
			used = 0;
		}
		used += width;
	}
	return lines;
}
