import { escapeRegExp } from '../escape-reg-exp.ts';
import { normalise } from './normalise.ts';

const LATIN_NAME = /^[a-z0-9&+ .-]+$/;

/**
 * Makes the test whether a text names something that is not ours.
 * @param names Latin ones count as words of their own, others wherever they stand
 */
export function createNameTest(names: readonly string[]): (normalised: string) => boolean {
	const normalised = names.map(normalise);
	const latin = normalised.filter((name) => LATIN_NAME.test(name)).map(escapeRegExp);
	const others = normalised.filter((name) => !LATIN_NAME.test(name)).map(escapeRegExp);
	const parts = [...(latin.length > 0 ? [`(?<![a-z0-9])(?:${latin.join('|')})(?![a-z0-9])`] : []), ...others];
	const pattern = new RegExp(parts.join('|') || '(?!)');
	return (text) => pattern.test(text);
}
