import type { Text } from '../schema.ts';
import { entriesByFile, textsOf } from '../walk.ts';
import type { Rule } from './rule.ts';

/** Languages in which every text must be written. */
export const REQUIRED_LOCALES: readonly string[] = ['en', 'ja', 'zh-Hans', 'zh-Hant'];

/** Stands everywhere, since those who look after the knowledge read it. */
const BASE = 'en';

/**
 * Finds texts that are missing in a language, and languages that are misspelt.
 * @param required languages that every text must have
 * @param known languages that a text may have too, so that a new language can grow text by text
 */
export function createLanguagesRule(required = REQUIRED_LOCALES, known: readonly string[] = []): Rule {
	const spoken = [...new Set([...required, ...known])];
	return {
		name: 'languages',
		description: 'Every text is written in all languages that it is for, and in none that the bot does not speak.',
		check: (knowledge) =>
			entriesByFile(knowledge).flatMap(({ file, entry }) =>
				textsOf(entry).flatMap(({ place, text, locales }) => [
					...missing(text, locales ? [BASE, ...locales] : required).map((locale) => ({
						file,
						place: `${place}.${locale}`,
						wrong: 'the text is missing in this language',
						value: text.en,
						remedy: `Write it in ${locale} beside the English text.`,
					})),
					...unknown(text, spoken).map((locale) => ({
						file,
						place: `${place}.${locale}`,
						wrong: 'the bot does not speak this language',
						value: locale,
						remedy: `Remove it, or correct it to one of ${spoken.join(', ')}.`,
					})),
					...(locales ? unknown(text, [BASE, ...locales]) : []).map((locale) => ({
						file,
						place: `${place}.${locale}`,
						wrong: 'nobody is shown this text',
						value: text[locale] ?? '',
						remedy: `Remove it, or add ${locale} to the "locales" beside it.`,
					})),
				]),
			),
	};
}

function missing(text: Text, required: readonly string[]): string[] {
	return required.filter((locale) => !text[locale]?.trim());
}

function unknown(text: Text, known: readonly string[]): string[] {
	return Object.keys(text).filter((locale) => !known.includes(locale));
}
