import type { FormattedText } from './clean-text.ts';
import { endOf, inOrder } from './kinds.ts';

/** What looks like nothing (misc.cpp, strip_empty_characters and is_empty_string). */
const INVISIBLE =
	/^(?:[ \n\u00a0\u1680\u180e\u2000-\u200f\u202e\u202f\u205f\u2800\u3000\ufeff\ufffc]|[\u{e0000}-\u{e007f}])*$/u;

/**
 * Text without spaces and line breaks at its ends, entities moved along (MessageEntity.cpp, fix_formatted_text). Other
 * white space stays, and so does what the first entity begins with.
 */
export function trimText({ text, entities }: FormattedText): FormattedText {
	const end = text.length - (/(?<![ \n])[ \n]*$/.exec(text)?.[0].length ?? 0);
	const cut = entities
		.filter(({ offset }) => offset < end)
		.map((entity) => ({ ...entity, length: Math.min(endOf(entity), end) - entity.offset }));
	const blank = /^[ \n]*/.exec(text)?.[0].length ?? 0;
	const start = Math.min(blank, cut[0]?.offset ?? blank, end);
	const moved = cut.map((entity) => ({ ...entity, offset: entity.offset - start }));
	return { text: text.slice(start, end), entities: inOrder(moved) };
}

/** Whether a text shows nothing, which Telegram refuses for a message. */
export function isInvisible(text: string): boolean {
	return INVISIBLE.test(text);
}
