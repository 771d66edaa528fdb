import { escapeRegExp } from '../escape-reg-exp.ts';
import { normalise } from './normalise.ts';

/**
 * Makes the function that blanks out phrases which hold a carrier's name and do not mean it. The text keeps its length.
 * @param phrases where one has a space, a text may have a space, a dot, a hyphen or nothing
 */
export function createBlanker(phrases: readonly string[]): (normalised: string) => string {
	const patterns = phrases.map((phrase) => patternOf(normalise(phrase)));
	const pattern = new RegExp(patterns.join('|') || '(?!)', 'g');
	return (text) => text.replace(pattern, (found) => ' '.repeat(found.length));
}

function patternOf(phrase: string): string {
	const words = phrase.split(' ').map(escapeRegExp).join('[ ・.-]?');
	const before = /^[a-z0-9]/.test(phrase) ? '(?<![a-z0-9])' : '';
	const after = /[a-z0-9]$/.test(phrase) ? '(?![a-z0-9])' : '';
	return `${before}${words}${after}`;
}
