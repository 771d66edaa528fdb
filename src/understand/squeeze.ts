import { normalise } from './normalise.ts';

/** A text without what people put between the parts of a name, and the way back to where each part stood. */
export type Squeezed = {
	text: string;
	/** For each character, its place in the normalised text. */
	places: readonly number[];
};

/** Particles between the parts of a name: ドコモのプリペイド, 乐天的卡. Hiragana has become katakana here. */
const LEFT_OUT = /[^\p{L}\p{N}!]|[ノ的]/u;

/**
 * Leaves only letters and digits, so that "soft bank", "SoftBank" and "soft-bank" are one name.
 * @param text already normalised
 */
export function squeeze(text: string): Squeezed {
	const places: number[] = [];
	let squeezed = '';
	for (let place = 0; place < text.length; place += 1) {
		const character = text[place] ?? '';
		if (!LEFT_OUT.test(character)) {
			squeezed += character;
			places.push(place);
		}
	}
	return { text: squeezed, places };
}

/** The one shape of a name: two spellings of it become equal. */
export function nameKey(name: string): string {
	return squeeze(normalise(name)).text;
}
