import { normalise } from './normalise.ts';

const MAX_LENGTH = 80;

/**
 * What is kept of a question that was not understood: its words, with nothing in them that could be somebody's.
 * @returns the form that is counted, or undefined where nothing worth counting is left
 */
export function missForm(words: string): string | undefined {
	const form = normalise(words)
		.replace(/\S+@\S+|@\w+|https?:\S+|t\.me\S*/g, ' ')
		.replace(/[\d#]+/g, ' ')
		.replace(/\s+/g, ' ')
		.trim();
	return form.length > 1 && form.length <= MAX_LENGTH ? form : undefined;
}
