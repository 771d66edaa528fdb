/** Characters that are not seen: they join, break or turn the direction of text, or stand for nothing. */
export const HIDDEN = /\p{Default_Ignorable_Code_Point}|\p{Cf}/gu;

const HIDDEN_RUN = /(\p{Default_Ignorable_Code_Point}|\p{Cf})(?:\p{Default_Ignorable_Code_Point}|\p{Cf})+/gu;

/** Much longer than any message; nobody waits for more. */
const MAX_LENGTH = 8_000;

/**
 * A text as it is searched: half-width, with addresses whole that were written apart so that nobody taps them, or that a
 * line break tore. What is hidden stays, since inside an address it says something.
 */
export function clean(text: string): string {
	return (
		text
			.slice(0, MAX_LENGTH)
			.normalize('NFKC')
			// To JavaScript this one is white space, to the eye it is nothing.
			.replaceAll('\uFEFF', '\u2060')
			.replace(HIDDEN_RUN, '$1')
			.replace(/\bh(?:xx|\*\*|tt)p(s?)\s?:\s?\/\/\s?/gi, 'http$1://')
			.replace(/\[\.\]|\(\.\)|\[dot\]/gi, '.')
			.replace(/(?<=:\/\/[^\s/]{1,80}[.-])[ \t]*\r?\n\s*(?=[a-z0-9])/gi, '')
			.replace(/(?<=[a-z0-9-])\s+(?=\.[a-z]{2,})/gi, '')
	);
}

/** The same without what is hidden. */
export function withoutHidden(text: string): string {
	return text.replace(HIDDEN, '');
}
