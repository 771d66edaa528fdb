import { escapeRegExp } from '../escape-reg-exp.ts';
import { normalise } from './normalise.ts';

/**
 * Makes the function that writes a word always in the same way: 無くした and 失くした become なくした, so that what was
 * learnt of one is known of the others.
 * @param spellings pairs of a way of writing and the one that it is read as
 */
export function createSpeller(spellings: readonly (readonly [string, string])[]): (normalised: string) => string {
	const plain = new Map(spellings.map(([written, read]) => [normalise(written), normalise(read)]));
	const pattern = new RegExp([...plain.keys()].map(escapeRegExp).join('|') || '(?!)', 'g');
	return (text) => text.replace(pattern, (found) => plain.get(found) ?? found);
}
