import { createRequire } from 'node:module';
import type { LocaleFile } from './read-locales.ts';

type Tinyld = typeof import('tinyld');

/** Loaded with the first text that was not understood: it takes a tenth of a second, and most texts need it never. */
const loadTinyld = (): Tinyld => createRequire(import.meta.url)('tinyld');

/** Below this the library only guesses. */
const SURE = 0.9;
/** A word or two are the same in too many languages, and a misspelt one looks like any. */
const LEAST_WORDS = 4;
/** A label on a Japanese screen, an address, a number. */
const SAYS_NOTHING = /「[^」]*」|\S*[./@]\S+|\d+/g;
/** Letters that are written in many languages. */
const SHARED =
	/\p{Script=Latin}|\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Common}|\p{Script=Inherited}/u;

/**
 * Makes the test whether a text is surely in a language of which there is no locale: by a script that none of them is
 * written in, or else by its words.
 */
export function createForeignTest(files: readonly Pick<LocaleFile, 'id' | 'scripts'>[]): (text: string) => boolean {
	const spoken = new Set(files.map(({ id }) => id.split('-')[0]));
	const scripts = files.flatMap((file) => file.scripts).map((name) => new RegExp(String.raw`\p{Script=${name}}`, 'u'));
	const isKnown = (letter: string): boolean => SHARED.test(letter) || scripts.some((script) => script.test(letter));
	return (text) => {
		const letters = text.replace(SAYS_NOTHING, ' ').match(/\p{L}/gu) ?? [];
		const unknown = letters.filter((letter) => !isKnown(letter));
		if (unknown.length > 0) {
			// Carriers' names are Latin in every script.
			return unknown.length * 4 > letters.length;
		}
		const words = text.replace(SAYS_NOTHING, ' ');
		const [likeliest] = words.split(/[\s\p{P}]+/u).length < LEAST_WORDS ? [] : loadTinyld().detectAll(words);
		return likeliest !== undefined && likeliest.accuracy >= SURE && !spoken.has(likeliest.lang);
	};
}
