import { normalise } from './normalise.ts';

const LATIN_NAME = /^[a-z0-9&+ .-]+$/;

/**
 * Makes the test whether a text names something that is not ours.
 * @param names Latin ones count as words of their own, others wherever they stand
 */
export function createNameTest(names: readonly string[]): (normalised: string) => boolean {
	const escaped = names.map(normalise).map((name) => ({ name, pattern: name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') }));
	const latin = escaped.filter(({ name }) => LATIN_NAME.test(name)).map(({ pattern }) => pattern);
	const others = escaped.filter(({ name }) => !LATIN_NAME.test(name)).map(({ pattern }) => pattern);
	const parts = [...(latin.length > 0 ? [`(?<![a-z0-9])(?:${latin.join('|')})(?![a-z0-9])`] : []), ...others];
	const pattern = new RegExp(parts.join('|') || '(?!)');
	return (text) => pattern.test(text);
}
