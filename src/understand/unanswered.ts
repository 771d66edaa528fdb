import { normalise } from './normalise.ts';

const MAX_LENGTH = 80;

/**
 * What is kept of a question that was not understood: its words, with nothing in them that could be somebody's.
 * @returns the words that are counted, or undefined where nothing worth counting is left
 */
export function anonymise(words: string): string | undefined {
	const text = normalise(words)
		.replace(/\S+@\S+|@\w+|https?:\S+|t\.me\S*/g, ' ')
		.replace(/[\d#]+/g, ' ')
		.replace(/\s+/g, ' ')
		.trim();
	return text.length > 1 && text.length <= MAX_LENGTH ? text : undefined;
}
