import type { Inline, Line } from '../../../answer/document.ts';

/** Stands for a value in a translated text, until it is put there in a style of its own. */
export const MARK = '\u{E000}';

/** A text with a value in the place of the mark: in code style, where Telegram makes no link or number of it. */
export function withMarked(text: string, value: Inline): Line {
	const [before = '', ...after] = text.split(MARK);
	return [{ text: before }, value, { text: after.join(value.text) }].filter((part) => part.text !== '');
}
