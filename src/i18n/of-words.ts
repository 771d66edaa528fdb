import type { Locale } from './i18n.ts';
import type { LocaleFile } from './read-locales.ts';

/** What stands in these brackets is a label on a Japanese screen, whatever the language around it. */
const LABELS = /「[^」]*」/g;

/**
 * Makes the function that tells a language by its letters: by a script that no other language has (kana), else by
 * letters that only one of the languages of a script uses (这, 這). Words that two of them could have written tell nothing.
 */
export function createLanguageFinder(files: readonly Pick<LocaleFile, 'id' | 'scripts' | 'letters'>[]) {
	const byScript = files.map(({ id, scripts }) => {
		const patterns = scripts.map(scriptPattern);
		return { id, isIn: (text: string) => patterns.some((pattern) => pattern.test(text)) };
	});
	const byLetter = files.map(({ id, letters }) => {
		const own = new Set(letters);
		return { id, isIn: (text: string) => [...text].some((letter) => own.has(letter)) };
	});
	return (words: string): Locale | undefined => {
		// A letter with its mark may come in two characters.
		const text = words.normalize('NFC').replace(LABELS, '');
		for (const candidates of [byScript, byLetter]) {
			const found = candidates.filter(({ isIn }) => isIn(text));
			if (found.length > 0) {
				return found.length === 1 ? found[0]?.id : undefined;
			}
		}
		return undefined;
	};
}

/** @throws SyntaxError where Unicode has no such script */
export function scriptPattern(script: string): RegExp {
	return new RegExp(String.raw`\p{Script=${script}}`, 'u');
}

/** Makes the function that tells in which language a screen was drawn, by the texts of its buttons. */
export function createLabelFinder(files: readonly Pick<LocaleFile, 'id' | 'texts'>[]) {
	const known = files.map(({ id, texts }) => ({ id, labels: new Set(valuesOf(texts)) }));
	return (labels: readonly string[]): Locale | undefined => {
		const counted = known.map(({ id, labels: own }) => ({
			id,
			count: labels.filter((label) => own.has(label)).length,
		}));
		const [first, second] = counted.sort((one, other) => other.count - one.count);
		return (first?.count ?? 0) > (second?.count ?? 0) ? first?.id : undefined;
	};
}

function valuesOf(texts: LocaleFile['texts']): string[] {
	return Object.values(texts).flatMap((value) => (typeof value === 'string' ? [value] : valuesOf(value)));
}
